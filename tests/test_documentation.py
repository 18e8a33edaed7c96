"""What the manual says is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from postil.model.settings import Settings
from postil.read.library import read_library
from postil.render.citation import refer
from postil.render.context import RenderContext

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(path: Path, language: str) -> list[str]:
    """The examples of a page in a language."""
    found = FENCE.findall(path.read_text(encoding="utf-8"))
    return [block for name, block in found if name == language]


@pytest.fixture
def guides(root: Path) -> Path:
    return root / "docs" / "how-to"


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
    shown = yaml.safe_load(blocks(root / "README.md", "yaml")[-1])
    (path,) = (root / "annotations").glob(f"*/*{shown['id']}.yml")
    real = yaml.safe_load(path.read_bytes())
    shortened = {"body", "citations"}
    assert {key: shown[key] for key in shown.keys() - shortened} == {
        key: real[key] for key in shown.keys() - shortened
    }
    assert real["body"].startswith(shown["body"].strip())
    assert set(shown["citations"]) <= set(real["citations"])
