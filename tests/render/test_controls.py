"""What the head of a page tells the script, and what the manual tells of the script."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from postil.model.anchor import Anchor, Status
from postil.model.annotation import Annotation
from postil.model.contributor import Contributor
from postil.model.explainer import AnchoredAnnotation, Explainer
from postil.model.place import Place
from postil.model.text import Text
from postil.render.assets import SCRIPT
from postil.render.context import RenderContext
from postil.render.controls import controls_data
from postil.render.words import words_for

CODE = SCRIPT.read_text("utf-8")
PLACE = Place("annotations/text.yml", 1, 1)


def note(id: str, kind: str, verdict: str, *by: str) -> AnchoredAnnotation:
    annotation = Annotation(
        id, "text", kind, "A title", "A body.", (), PLACE, PLACE, verdict, contributors=by
    )
    return AnchoredAnnotation(annotation, (Anchor(Status.EXACT, 0, 1, 1.0),))


def told(language: str = "en", *notes: AnchoredAnnotation) -> Any:
    """What the script is told of a text with these notes."""
    context = RenderContext(
        contributors={"editors": Contributor("editors", "The editors", PLACE)},
        words=words_for(language),
    )
    return json.loads(controls_data(Explainer(Text("text", "A text", "", PLACE), notes), context))


def test_choices_have_labels_in_the_order_of_the_scale() -> None:
    found = told(
        "en",
        note("one", "own-kind", "opinion", "a-reader"),
        note("two", "correction", ""),
        note("three", "context", "supported", "editors", "a-reader"),
    )
    assert found["kind"] == [
        ["context", "Context"],
        ["correction", "Correction"],
        ["own-kind", "own-kind"],
    ]
    assert found["verdict"] == [
        ["supported", "Supported"],
        ["opinion", "Opinion"],
        ["none", "Explanation only"],
    ]
    # One who is not in the file of contributors is known by the id.
    assert found["by"] == [["a-reader", "a-reader"], ["editors", "The editors"]]


def test_every_word_that_the_script_says_is_given() -> None:
    said = set(re.findall(r'(?:say\(|words\[)"([a-z-]+)"', CODE))
    said |= {f"filter-{field}" for field in ("kind", "verdict", "by")}
    said |= {f"key-{name}" for name in ("next", "previous", "annotate", "close", "list")}
    assert set(told()["words"]) == said


@pytest.mark.parametrize(
    ("language", "digits"), [("en", "0123456789"), ("ar-EG", "٠١٢٣٤٥٦٧٨٩"), ("bn", "০১২৩৪৫৬৭৮৯")]
)
def test_numbers_are_written_as_the_language_writes_them(language: str, digits: str) -> None:
    assert told(language)["words"]["digits"] == digits


def test_the_reference_tells_of_the_classes_and_the_events(root: Path) -> None:
    told = (root / "docs" / "reference" / "javascript-and-css.md").read_text("utf-8")
    for name in re.findall(r'"(postil-(?:on|out|unmarked))"', CODE):
        assert f"`.{name}`" in told
    for what in re.findall(r'tell\([^)]*"(\w+)"', CODE):
        assert f"postil:{what}" in told
