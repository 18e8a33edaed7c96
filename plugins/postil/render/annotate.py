"""Marks and notes, spliced into the HTML of a host. Nothing of the host's is touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from postil.model.anchor import Anchor, Status
from postil.model.explainer import AnchoredAnnotation
from postil.render.addresses import addresses
from postil.render.context import RenderContext
from postil.render.marks import Marks
from postil.render.notes import Notes
from postil.render.passages import Passage, Piece, cut, passage
from postil.render.points import after_block, after_words
from postil.render.visible import VisibleText


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its marks and notes, and apart from it the notes without a place."""

    text: str
    unplaced: str


class _Order(IntEnum):
    """What comes first of several things inserted at one place."""

    CLOSE = 0
    NUMBER = 1
    NOTES = 2
    OPEN = 3


_Insertion = tuple[int, _Order, str]


def annotate(
    html: str,
    visible: VisibleText,
    annotations: Sequence[AnchoredAnnotation],
    context: RenderContext,
) -> str:
    """`html` with a mark around each passage, and each note after the block of its first passage.

    `visible` is the visible text of `html`, to which the anchors refer. Notes are numbered in
    the order of `annotations`. Those without a place stand at the end, attached to nothing.

    Everything that is inserted carries `data-postil`. Elements of the classes `postil-mark`,
    `postil-words` and `postil-text` stand around the host's own words; all else is Postil's.
    """
    annotated = annotate_apart(html, visible, annotations, context)
    return annotated.text + annotated.unplaced


def annotate_apart(
    html: str,
    visible: VisibleText,
    annotations: Sequence[AnchoredAnnotation],
    context: RenderContext,
) -> Annotated:
    """As `annotate`, with the notes without a place apart from the text."""
    ids = addresses(annotations, visible.ids)
    pieces = cut(visible, _passages(visible, annotations))
    annotations = _without_words(annotations, pieces)
    marks = Marks(annotations, ids, context)
    notes = Notes(annotations, ids, visible, context)
    insertions: list[_Insertion] = []
    numbers: dict[int, list[Passage]] = {}
    places: dict[int, int] = {}
    for piece in pieces:
        if not piece.element.foreign:
            before, behind = marks.around(piece)
            insertions.append((piece.start, _Order.OPEN, before))
            insertions.append((piece.end, _Order.CLOSE, behind))
        for one in piece.begun:
            if one.note not in places:
                places[one.note] = after_block(html, piece.element, piece.end)
        for one in piece.ended:
            numbers.setdefault(after_words(piece.element, piece.end), []).append(one)
    for place, ended in numbers.items():
        ended.sort(key=lambda one: (one.note, one.part))
        insertions.append((place, _Order.NUMBER, marks.numbers(ended)))
    blocks: dict[int, list[int]] = {}
    for note, place in places.items():
        blocks.setdefault(place, []).append(note)
    for place, which in blocks.items():
        insertions.append((place, _Order.NOTES, notes.block(which)))
    unplaced = [note for note in range(len(annotations)) if note not in places]
    return Annotated(_splice(html, insertions), notes.unplaced(unplaced))


def _passages(visible: VisibleText, annotations: Sequence[AnchoredAnnotation]) -> list[Passage]:
    return [
        passage(visible, note, part, anchor.start, anchor.end)
        for note, anchored in enumerate(annotations)
        for part, anchor in enumerate(anchored.anchors)
        if anchor.placed
    ]


def _without_words(
    annotations: Sequence[AnchoredAnnotation], pieces: Iterable[Piece]
) -> Sequence[AnchoredAnnotation]:
    """The annotations, where a passage that turned out to be no more than the space between two
    blocks counts as lost: there is nothing to mark."""
    found = {(one.note, one.part) for piece in pieces for one in piece.begun}
    lost = Anchor(Status.LOST)
    return [
        replace(
            anchored,
            anchors=tuple(
                lost if anchor.placed and (note, part) not in found else anchor
                for part, anchor in enumerate(anchored.anchors)
            ),
        )
        for note, anchored in enumerate(annotations)
    ]


def _splice(html: str, insertions: Iterable[_Insertion]) -> str:
    parts: list[str] = []
    position = 0
    for place, _, inserted in sorted(insertions):
        parts += (html[position:place], inserted)
        position = place
    parts.append(html[position:])
    return "".join(parts)
