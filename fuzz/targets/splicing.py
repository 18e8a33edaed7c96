"""HTML and ranges of its words: marks and notes go in, and come out again."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.inputs import ranges
from fuzz.marks_out import is_host_with_marks
from fuzz.targets import visible as pages
from postil.model.anchor import Anchor, Status
from postil.model.annotation import Annotation
from postil.model.explainer import AnchoredAnnotation
from postil.model.place import Place
from postil.model.target import Target, TextQuote
from postil.render.annotate import annotate
from postil.render.context import RenderContext
from postil.render.visible import read_visible

LONGEST = 300
WORDS = pages.WORDS
HERE = Place("annotations/text/note.yml", 1, 1)
CONTEXT = RenderContext()


def seeds() -> Iterator[bytes]:
    """Pages with notes on parts of them."""
    for number, page in enumerate(pages.seeds()):
        yield bytes((0, 9, 90, 200, 120, 40 + number, 7, 7)) + page


def check(data: bytes) -> None:
    """No byte of the page is lost, and each note is there once."""
    numbers, html = data[:8], data[8:].decode("utf-8", "replace")
    if "data-postil" in html:  # stands for our own marks, which no page of a host has
        return
    visible = read_visible(html)
    places = ranges(numbers, len(visible.text))
    # The first note has two passages, as far as there are so many.
    groups = [places[:2], *([one] for one in places[2:])] if places else []
    notes = [_note(number, group) for number, group in enumerate(groups)]
    rendered = annotate(html, visible, notes, CONTEXT)
    assert is_host_with_marks(rendered, html)
    for number in range(1, len(notes) + 1):
        assert rendered.count(f'<span class="postil-number">{number}</span>') == 1


def _note(number: int, places: list[tuple[int, int]]) -> AnchoredAnnotation:
    annotation = Annotation(
        id=f"note-{number}",
        text="text",
        kind=("context", "source", "correction")[number % 3],
        title="T",
        body="",
        targets=tuple(Target(HERE, TextQuote("words")) for _ in places),
        place=HERE,
        body_place=HERE,
    )
    anchors = tuple(Anchor(Status.EXACT, start, end, 1.0) for start, end in places)
    return AnchoredAnnotation(annotation, anchors)
