"""Examples that stand for something: a source in its three forms, and a note of this site."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from postil.model.settings import Settings
from postil.read.library import read_library
from postil.render.assets import STYLESHEET
from postil.render.citation import refer
from postil.render.context import RenderContext

from .pages import examples

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "how-to" / "sources.md"


def test_a_source_is_the_same_in_the_three_forms_of_the_manual(tmp_path: Path) -> None:
    shown_in = {example.language: example.text for example in reversed(list(examples(PAGE)))}
    forms = {"yml": shown_in["yaml"], "bib": shown_in["bibtex"], "json": shown_in["json"]}
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


def test_the_example_of_the_readme_is_an_annotation_of_this_site() -> None:
    shown = yaml.safe_load(
        [one.text for one in examples(ROOT / "README.md") if one.language == "yaml"][-1]
    )
    (path,) = (ROOT / "annotations").glob(f"*/*{shown['id']}.yml")
    real = yaml.safe_load(path.read_bytes())
    shortened = {"body", "citations"}
    assert {key: shown[key] for key in shown.keys() - shortened} == {
        key: real[key] for key in shown.keys() - shortened
    }
    assert real["body"].startswith(shown["body"].strip())
    assert set(shown["citations"]) <= set(real["citations"])


def test_the_variables_of_the_guide_are_those_of_the_style_sheet() -> None:
    guide = (ROOT / "docs" / "how-to" / "theme.md").read_text(encoding="utf-8")
    named = set(re.findall(r"--postil-[\w-]+", guide))
    assert named
    assert named <= set(re.findall(r"--postil-[\w-]+", STYLESHEET.read_text(encoding="utf-8")))
