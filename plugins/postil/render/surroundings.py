"""A passage as it stands in its text, with the words around it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from postil.render.visible import VisibleText

# Characters before and behind a passage: a sentence or two.
_AROUND = 240


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words of a passage and those before and behind it, within its paragraphs."""

    before: str
    words: str
    after: str


def surroundings(visible: VisibleText, start: int, end: int) -> Surroundings:
    """The passage from `start` to `end` of the visible text, with what stands around it.

    What is cut off is cut between words and stands for itself as an ellipsis.
    """
    text = visible.text
    first, last = _block(visible, start), _block(visible, max(start, end - 1))
    low, high = min(first[0], start), max(last[1], end)
    before, after = text[low:start], text[end:high]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return Surroundings(before, text[start:end], after)


def _block(visible: VisibleText, offset: int) -> tuple[int, int]:
    """The block that holds the character at `offset`."""
    at = bisect_right(visible.blocks, (offset, len(visible.text) + 1)) - 1
    return visible.blocks[at] if at >= 0 else (offset, offset)
