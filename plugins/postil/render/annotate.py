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
from postil.render.points import Block
from postil.render.rows import noted_blocks
from postil.render.spans import stretches
from postil.render.visible import VisibleText


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its marks and notes, and apart from it the notes without a place."""

    text: str
    unplaced: str


class _Order(IntEnum):
    """What comes first of several things inserted at one place."""

    END_LINK = 0
    END_MARK = 1
    NUMBER = 2
    NOTES = 3
    ROW = 4
    MARK = 5
    LINK = 6


# A block of no more lines than these, of so many characters, is lower than any window with room for
# a margin: it may stay in view beside its notes.
_LINES = 14
_LINE = 60

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
    `postil-also`, `postil-words`, `postil-row` and `postil-block` stand around the host's own
    words; all else is Postil's.
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
    for stretch in stretches(html, pieces):
        for span in stretch.spans:
            insertions.append((span.start, _Order.MARK, marks.before(span)))
            insertions.append((span.end, _Order.END_MARK, marks.after(span)))
            for start, end in span.links:
                insertions.append((start, _Order.LINK, marks.link(span)))
                insertions.append((end, _Order.END_LINK, "</a>"))
        if stretch.ended:
            numbers.setdefault(stretch.after, []).extend(stretch.ended)
    for place, ended in numbers.items():
        ended.sort(key=lambda one: (one.note, one.part))
        insertions.append((place, _Order.NUMBER, marks.numbers(ended)))
    blocks = noted_blocks(html, pieces)
    for block, which, row in blocks:
        written = notes.block(which)
        if row:
            insertions.append((block.start, _Order.ROW, _row(block, visible)))
            written = f"</div>{written}</div>"
        insertions.append((block.end, _Order.NOTES, written))
    noted = {note for _, which, _ in blocks for note in which}
    unplaced = [note for note in range(len(annotations)) if note not in noted]
    return Annotated(_splice(html, insertions), notes.unplaced(unplaced))


def _row(block: Block, visible: VisibleText) -> str:
    start, end = visible.visible_range(block.start, block.end)
    lines = sum(1 + len(line) // _LINE for line in visible.text[start:end].splitlines())
    short = " postil-short" if lines <= _LINES else ""
    return f'<div data-postil class="postil-row"><div data-postil class="postil-block{short}">'


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
        anchored
        if all((note, part) in found or not one.placed for part, one in enumerate(anchored.anchors))
        else replace(
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
