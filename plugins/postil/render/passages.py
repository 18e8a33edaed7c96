"""Passages cut into pieces, each within one run of text between two tags."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from postil.anchor.graphemes import edge_after, edge_before
from postil.render.flow import Run
from postil.render.tree import Element
from postil.render.visible import VisibleText


@dataclass(frozen=True, slots=True)
class Passage:
    """A range of the visible text that the note of that index is about.

    `part` counts the passages of one note from 0. `start` and `end` are visible offsets, and cut
    neither a grapheme cluster nor a character reference.
    """

    note: int
    part: int
    start: int
    end: int


@dataclass(slots=True)
class Piece:
    """A stretch of the source that is text and nothing else, with the passages that cover it.

    `passages` are in the order of their notes; `begun` and `ended` are those whose first and
    last piece this is.
    """

    start: int
    end: int
    element: Element
    passages: tuple[Passage, ...]
    begun: list[Passage] = field(default_factory=list)
    ended: list[Passage] = field(default_factory=list)


def passage(visible: VisibleText, note: int, part: int, start: int, end: int) -> Passage:
    """The passage from `start` to `end`, widened to whole characters."""
    start, end = edge_before(visible.text, start), edge_after(visible.text, end)
    first = visible.runs[max(bisect_right(visible.starts, start) - 1, 0)]
    if first.whole and start < first.end:
        start = first.start
    last = visible.runs[max(bisect_left(visible.starts, end) - 1, 0)]
    if last.whole and end <= last.end:
        end = last.end
    return Passage(note, part, start, end)


def cut(visible: VisibleText, passages: Sequence[Passage]) -> list[Piece]:
    """The pieces of all `passages`, in the order of the text, none overlapping another."""
    pieces: list[Piece] = []
    first: dict[Passage, Piece] = {}
    last: dict[Passage, Piece] = {}
    for start, end, active in _stretches(passages):
        for piece in _between_tags(visible, start, end, active):
            pieces.append(piece)
            for one in active:
                first.setdefault(one, piece)
                last[one] = piece
    for one in passages:
        if one in first:
            first[one].begun.append(one)
            last[one].ended.append(one)
    return pieces


def _stretches(passages: Iterable[Passage]) -> Iterator[tuple[int, int, tuple[Passage, ...]]]:
    """The ranges between any two neighbouring ends of passages, with those that cover them."""
    begins: dict[int, list[Passage]] = {}
    ends: dict[int, list[Passage]] = {}
    for one in passages:
        begins.setdefault(one.start, []).append(one)
        ends.setdefault(one.end, []).append(one)
    active: set[Passage] = set()
    cuts = sorted({*begins, *ends})
    for start, end in pairwise(cuts):
        active.difference_update(ends.get(start, ()))
        active.update(begins.get(start, ()))
        if active:
            yield start, end, tuple(sorted(active, key=lambda one: (one.note, one.part)))


def _between_tags(
    visible: VisibleText, start: int, end: int, active: tuple[Passage, ...]
) -> Iterator[Piece]:
    runs = visible.runs
    index = max(bisect_right(visible.starts, start) - 1, 0)
    current: Piece | None = None
    text = -1
    while index < len(runs) and runs[index].start < end:
        run = runs[index]
        index += 1
        if run.end <= start:
            continue
        begin, stop = _source(run, start, end)
        if current is not None and run.text == text:
            current.end = stop
            continue
        if current is not None:
            yield current
        current, text = Piece(begin, stop, run.element, active), run.text
    if current is not None:
        yield current


def _source(run: Run, start: int, end: int) -> tuple[int, int]:
    if run.whole:
        return run.source, run.source_end
    return (
        run.source + max(start - run.start, 0),
        run.source_end - max(run.end - end, 0),
    )
