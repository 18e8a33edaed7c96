"""From a place in a text to the quote that names it."""

from __future__ import annotations

from postil.anchor.graphemes import edge_after, edge_before
from postil.anchor.occurrences import occurrences
from postil.anchor.pattern import blank
from postil.anchor.prepared import PreparedText
from postil.anchor.words import in_word, is_word_edge
from postil.model.target import TextQuote

_LONGEST_WORD = 50
"""Characters that the context may grow by to reach the edge of a word."""


def describe(prepared: PreparedText, start: int, end: int) -> TextQuote:
    """The quote that names the passage from `start` to `end` (code points, end exclusive).

    It has as little prefix and suffix as tells the passage apart, grown to the edges of words:
    the rule of Apache Annotator's `describeTextQuote`. A passage that cuts a grapheme cluster is
    widened to hold it whole. `find` places the quote exactly at the passage.

    Raises ValueError for a range outside the text or without a visible character.
    """
    text = prepared.text
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage from {start} to {end} in a text of {len(text)} characters")
    start, end = edge_before(text, start), edge_after(text, end)
    exact = text[start:end]
    if blank(exact):
        raise ValueError(f"the passage from {start} to {end} has no visible character")
    left, right = _context(text, start, end)
    return TextQuote(exact, text[left:start], text[end:right])


def _context(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the shortest telling prefix begins and the shortest telling suffix ends."""
    left, right = start, end
    rivals = occurrences(text, text[start:end], 0, len(text), len(text))
    rivals.remove(start)
    # The nearest rival shares most context: what tells it apart mostly tells the others apart.
    rivals.sort(key=lambda at: abs(at - start))
    while rivals:
        before, quote = start - left, text[left:right]
        rivals = [at for at in rivals if at >= before and text.startswith(quote, at - before)]
        if not rivals:
            break
        shift = rivals[0] - start
        needed_left = _differs_left(text, left, shift)
        needed_right = _differs_right(text, right, shift)
        if needed_left is not None and (
            needed_right is None or left - needed_left <= needed_right - right
        ):
            left = _word_left(text, needed_left, start)
        elif needed_right is not None:
            right = _word_right(text, needed_right, end)
        else:
            break
    return left, right


def _differs_left(text: str, left: int, shift: int) -> int | None:
    """The nearest place before `left` whose character differs from its rival's, if any."""
    size = 16
    while left > 0:
        low = max(0, left - size)
        if low + shift < 0 or text[low:left] != text[low + shift : left + shift]:
            while left > 0:
                left -= 1
                if left + shift < 0 or text[left] != text[left + shift]:
                    return left
        left, size = low, 2 * size
    return None


def _differs_right(text: str, right: int, shift: int) -> int | None:
    """The nearest end after `right` whose last character differs from its rival's, if any."""
    size, length = 16, len(text)
    while right < length:
        high = min(length, right + size)
        if text[right:high] != text[right + shift : high + shift]:
            while text[right : right + 1] == text[right + shift : right + shift + 1]:
                right += 1
            return right + 1
        right, size = high, 2 * size
    return None


def _word_left(text: str, at: int, start: int) -> int:
    """Where the word that holds `at` begins; white space alone is no context."""
    while at > 0 and not any(map(in_word, text[at:start])) and start - at < _LONGEST_WORD:
        at -= 1
    for left in range(at, max(-1, at - _LONGEST_WORD), -1):
        if is_word_edge(text, left):
            return edge_before(text, left)
    return edge_before(text, at)


def _word_right(text: str, at: int, end: int) -> int:
    """Where the word that holds the character before `at` ends."""
    while at < len(text) and not any(map(in_word, text[end:at])) and at - end < _LONGEST_WORD:
        at += 1
    for right in range(at, min(len(text) + 1, at + _LONGEST_WORD)):
        if is_word_edge(text, right):
            return edge_after(text, right)
    return edge_after(text, at)
