"""What the manual says is what the program does."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from postil.cli.main import main
from postil.mkdocs.options import PostilOptions
from postil.model.codes import CODES
from postil.model.settings import Settings
from postil.read.library import read_library
from postil.read.settings import settings_from
from postil.render.citation import refer
from postil.render.context import RenderContext

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(path: Path, language: str) -> list[str]:
    """The examples of a page in a language."""
    found = FENCE.findall(path.read_text(encoding="utf-8"))
    return [block for name, block in found if name == language]


@pytest.fixture
def manual(root: Path) -> Path:
    return root / "docs" / "manual"


@pytest.fixture
def guides(root: Path) -> Path:
    return root / "docs" / "how-to"


def test_the_examples_of_files_are_read_without_a_problem(
    guides: Path, root: Path, tmp_path: Path
) -> None:
    page = guides / "write.md"
    annotation, *targets, revisions, sources = blocks(page, "yaml")
    (text,) = blocks(page, "markdown")
    notes = tmp_path / "annotations" / "letter"
    notes.mkdir(parents=True)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "letter.md").write_text(text, encoding="utf-8")
    (notes.parent / "sources.yml").write_text(sources, encoding="utf-8")
    (notes.parent / "contributors.yml").write_bytes(
        (root / "annotations" / "contributors.yml").read_bytes()
    )
    (notes / "first.yml").write_text(annotation + revisions, encoding="utf-8")
    for number, target in enumerate(targets):
        other = re.sub(r"^target: .*\n", lambda _, new=target: new, annotation, flags=re.MULTILINE)
        other = other.replace("id: ", f"id: example-{number}-", 1)
        (notes / f"{number}.yml").write_text(other, encoding="utf-8")
    library = read_library(tmp_path, Settings())
    assert [str(problem) for problem in library.diagnostics] == []
    assert len(library.annotations["letter"]) == 1 + len(targets) == 3


def test_a_source_is_the_same_in_the_three_forms_of_the_manual(
    guides: Path, tmp_path: Path
) -> None:
    page = guides / "sources.md"
    forms = {"yml": blocks(page, "yaml")[0], "bib": blocks(page, "bibtex")[0]}
    forms["json"] = blocks(page, "json")[0]
    found = []
    for form, text in forms.items():
        file = tmp_path / form / "annotations" / ("sources.yml" if form == "yml" else f"a.{form}")
        (tmp_path / form / "content").mkdir(parents=True)
        file.parent.mkdir()
        file.write_text(text, encoding="utf-8")
        library = read_library(tmp_path / form, Settings())
        # A bibliography that a program keeps may hold what nobody cites.
        unused = ["source-unused"] if form == "yml" else []
        assert [problem.code for problem in library.diagnostics] == unused
        (source,) = library.sources.values()
        shown = str(refer(source, RenderContext(sources=library.sources)))
        assert source.archived == source.checked == "2026-11-22"
        found.append((shown, source.archive, source.copy, source.seen))
    assert found[0] == found[1] == found[2]
    assert found[0][0].startswith("First Name, A committee, <cite>")


def test_the_fields_of_files_are_all_explained(guides: Path, root: Path) -> None:
    """Each field that the first explainer uses has a row, so that nobody has to guess."""
    page = (guides / "write.md").read_text(encoding="utf-8")
    used: set[str] = set()
    for path in sorted((root / "annotations").glob("*/*.yml")):
        used |= {key for key in yaml.safe_load(path.read_bytes()) if not key.startswith("x-")}
    explained = set(re.findall(r"`([a-z0-9-]+)`", page))
    assert used <= explained


def test_the_example_of_the_readme_is_an_annotation_of_this_site(root: Path) -> None:
    shown = yaml.safe_load(blocks(root / "README.md", "yaml")[0])
    (path,) = (root / "annotations").glob(f"*/*{shown['id']}.yml")
    real = yaml.safe_load(path.read_bytes())
    shortened = {"body", "citations"}
    assert {key: shown[key] for key in shown.keys() - shortened} == {
        key: real[key] for key in shown.keys() - shortened
    }
    assert real["body"].startswith(shown["body"].strip())
    assert set(shown["citations"]) <= set(real["citations"])


def test_the_settings_are_those_of_the_plugin(manual: Path) -> None:
    page = manual / "settings.md"
    rows = re.findall(r"^\| `(\w+)` \|", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [name for name, _ in PostilOptions._schema]
    for example in blocks(page, "yaml"):
        options: Any = yaml.safe_load(example)["plugins"][1]
        _, problems = settings_from(options["postil"] if isinstance(options, dict) else {})
        assert problems == []


def test_the_options_of_the_commands_are_explained(manual: Path) -> None:
    page = (manual / "commands.md").read_text(encoding="utf-8")
    for name, command in main.commands.items():
        assert f"## `postil {name}`" in page
        for parameter in command.params:
            assert any(f"`{option}" in page or f" {option}" in page for option in parameter.opts)


def test_the_diagnostics_are_all_listed(manual: Path) -> None:
    page = manual / "diagnostics.md"
    head, rule, _ = page.read_text(encoding="utf-8").partition("|---|---|---|\n")
    rows = [f"| `{code.id}` | {code.level} | {code.meaning} |\n" for code in CODES.values()]
    expected = head + rule + "".join(rows)
    if os.environ.get("POSTIL_UPDATE_GOLDEN"):
        page.write_text(expected, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == expected


def test_the_example_of_anchoring_is_what_the_command_answers(
    manual: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = manual / "commands.md"
    (letter,) = re.findall(r"`letter.txt` holds “([^”]+)”", page.read_text(encoding="utf-8"))
    asked, answered = blocks(page, "json")
    (tmp_path / "letter.txt").write_text(letter, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["anchor", "--jsonl"], input=asked)
    assert done.output == answered
