"""A text of very many notes: the work grows as they do, and no note loses anything."""

from __future__ import annotations

import re
import sys
from types import FrameType

import pytest

from postil.model.annotation import Citation
from postil.model.explainer import AnchoredAnnotation, Explainer
from postil.model.place import Place
from postil.model.source import Source
from postil.model.text import Provenance, Text
from postil.render.addresses import addresses
from postil.render.context import RenderContext
from postil.render.map import lanes
from postil.render.page import render_explainer
from postil.render.visible import read_visible

from .conftest import make_note

PLACE = Place("content/text.md", 1, 1)
SOURCE = Source("report", {"type": "report", "title": "The report"}, PLACE)
TEXT = Text(
    slug="text",
    title="A long text",
    markdown="",
    provenance=Provenance(url="https://paper.example/text"),
    place=PLACE,
)


def paragraphs(count: int) -> str:
    return "\n".join(f"<p>Here stands passage {n:05} of them, and more.</p>" for n in range(count))


def notes_on(text: str, count: int) -> tuple[AnchoredAnnotation, ...]:
    return tuple(
        make_note(
            f"note-{number}",
            text,
            (start := text.index(f"passage {number:05}"), start + len("passage 00000 of")),
            citations=(Citation("report", PLACE, locator=f"p. {number}"),),
            verdict="supported",
        )
        for number in range(count)
    )


def page_of(count: int) -> str:
    html = paragraphs(count)
    visible = read_visible(html)
    context = RenderContext(sources={"report": SOURCE})
    return render_explainer(Explainer(TEXT, notes_on(visible.text, count)), html, visible, context)


def calls(count: int) -> int:
    """How many functions are called to render so many notes."""
    html = paragraphs(count)
    visible = read_visible(html)
    explainer = Explainer(TEXT, notes_on(visible.text, count))
    context = RenderContext(sources={"report": SOURCE})
    made = 0

    def count_call(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count_call)
    try:
        render_explainer(explainer, html, visible, context)
    finally:
        sys.setprofile(before)
    return made


def test_work_and_page_grow_as_the_notes_do() -> None:
    calls(50)  # what is made once: templates, styles, plural forms
    assert calls(400) < 2.2 * calls(200)
    assert len(page_of(400)) < 2.2 * len(page_of(200))


@pytest.mark.parametrize("count", [1000, 1001])
def test_each_note_is_there_with_its_source(count: int) -> None:
    page = page_of(count)
    for number in range(count):
        assert f'id="note-{number}"' in page
        assert f"</cite>, p. {number}." in page
    # Beyond a thousand, nothing folds in what folds.
    folds = len(re.findall(r"<details\b", page))
    assert folds == (2 * count if count <= 1000 else count)
    assert page.count(">1 source<") == count


@pytest.mark.parametrize(("count", "stops"), [(300, 300), (301, 167), (1000, 167)])
def test_the_map_draws_what_can_be_told_apart(count: int, stops: int) -> None:
    visible = read_visible(paragraphs(count))
    notes = notes_on(visible.text, count)
    (lane,) = lanes(notes, addresses(notes, ()), len(visible.text), RenderContext())
    assert lane.count == count
    assert len(lane.stops) <= stops
    assert lane.stops[0].href == "note-0"
    # Every passage is on the map.
    ends = [(one.start, one.end) for one in lane.stops]
    for one in notes:
        at = one.anchors[0].start * 100 / len(visible.text)
        assert any(start - 0.7 <= at <= end + 0.01 for start, end in ends)
