"""Where a passage begins and ends, read off an alignment."""

from __future__ import annotations

from collections.abc import Iterable
from math import log2

from rapidfuzz.distance import Levenshtein

from postil.anchor.pattern import Pattern
from postil.anchor.runs import Run
from postil.anchor.words import in_word, is_word_edge

_REACH = 120
"""Characters on each side of a long gap in which its edge is looked for."""


def edges(pattern: Pattern, text: str, path: list[Run]) -> tuple[int, int] | None:
    """The range of `text` that stands for the quote, or None if no run touches the quote."""
    if not any(run.i < pattern.end and run.i + run.n > pattern.start for run in path):
        return None
    start = _covered(path, pattern.start, 0)
    if start is None or _grazed(pattern, text, path, pattern.start, start):
        start = _between(pattern, text, path, pattern.start, first=True)
    elif is_word_edge(pattern.text, pattern.start):
        start = _snapped(text, start, -1, [run.t + run.n for run in path])
    end = _covered(path, pattern.end, 1)
    if end is None or _grazed(pattern, text, path, pattern.end, end):
        end = _between(pattern, text, path, pattern.end, first=False)
    elif is_word_edge(pattern.text, pattern.end):
        end = _snapped(text, end, 1, [run.t for run in path])
    start, end = _trim(pattern, text, start, end)
    return (start, end) if start < end else None


def _covered(path: list[Run], at: int, inclusive: int) -> int | None:
    """Where the character beside the pattern's edge `at` stands, if a run holds it."""
    for run in path:
        if run.i + inclusive <= at < run.i + run.n + inclusive:
            return run.t + at - run.i
    return None


def _grazed(pattern: Pattern, text: str, path: list[Run], at: int, place: int) -> bool:
    """Whether a run of the context ends only by chance within the quote: less than a word in."""
    for run in path:
        if at == pattern.start and run.i < at < run.i + run.n:
            return run.i + run.n - at < _GRAZE and not is_word_edge(
                text, place + run.i + run.n - at
            )
        if at == pattern.end and run.i < at < run.i + run.n:
            return at - run.i < _GRAZE and not is_word_edge(text, place - at + run.i)
    return False


_GRAZE = 4
"""Characters of a quote that may be like others by chance."""


def _snapped(text: str, at: int, step: int, taken: list[int]) -> int:
    """The edge of the word that `at` cuts, outwards, unless the context holds its rest."""
    edge = at
    while not is_word_edge(text, edge):
        edge += step
        if edge in taken:
            return at
    return edge


def _between(pattern: Pattern, text: str, path: list[Run], at: int, *, first: bool) -> int:
    """The edge in the gap of the alignment that holds `at`: the cut that costs fewest edits."""
    path = [part for run in path for part in _split(run, at, first=first)]
    left = max((run for run in path if run.i + run.n <= at), default=None)
    right = min((run for run in path if run.i >= at), default=None)
    word = _word_beside(pattern.text, at, first=first)
    before = pattern.text[left.i + left.n if left else 0 : at]
    after = pattern.text[at : right.i if right else len(pattern.text)]
    if left is not None and right is not None:
        low, high = left.t + left.n, right.t
    elif right is not None:
        low, high = max(0, right.t - 2 * len(after) - 12), right.t
    else:
        assert left is not None  # noqa: S101 - one run touches the quote
        low, high = left.t + left.n, min(len(text), left.t + left.n + 2 * len(before) + 12)
    whole = is_word_edge(pattern.text, at)
    best, found = float("inf"), low if first else high
    for cut in _cuts(low, high, ascending=first):
        if whole and not is_word_edge(text, cut):
            continue
        cost = 0.0
        if left is not None:
            cost += _cost(before, text[low:cut])
        if right is not None:
            cost += _cost(after, text[cut:high])
        if word and (text.startswith(word, cut) if first else text.endswith(word, 0, cut)):
            cost -= min(_GRAZE, len(word))
        if left is None:
            cost += 0.01 * abs(high - cut - len(after))
        if right is None:
            cost += 0.01 * abs(cut - low - len(before))
        if cost < best:
            best, found = cost, cut
    return found


def _split(run: Run, at: int, *, first: bool) -> list[Run]:
    """A run that crosses the edge, without its part within the quote."""
    if not run.i < at < run.i + run.n:
        return [run]
    size = at - run.i
    return [Run(run.i, run.t, size) if first else Run(at, run.t + size, run.n - size)]


def _word_beside(text: str, at: int, *, first: bool) -> str:
    """The first word of the quote, or the last one."""
    edge = at
    step = 1 if first else -1
    while True:
        edge += step
        if is_word_edge(text, edge):
            return text[min(at, edge) : max(at, edge)]


def _cost(old: str, new: str) -> float:
    """What changing one short string into the other costs; a word put in or taken out is cheap."""
    size = min(len(old), len(new))
    head = 0
    while head < size and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < size - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    gone, come = len(old) - head - tail, len(new) - head - tail
    apart = min(come, 1 + log2(1 + come)) + min(gone, 2 + log2(1 + gone))
    return min(apart, Levenshtein.distance(old, new)) if gone and come else apart


def _cuts(low: int, high: int, *, ascending: bool) -> Iterable[int]:
    if high - low <= 2 * _REACH:
        cuts = [*range(low, high + 1)]
    else:
        cuts = [*range(low, low + _REACH), *range(high - _REACH, high + 1)]
    return cuts if ascending else reversed(cuts)


def _trim(pattern: Pattern, text: str, start: int, end: int) -> tuple[int, int]:
    """Without white space at the ends, nor punctuation that the quote did not have there."""
    while start < end and (
        text[start].isspace() or (_word_first(pattern.quote) and not in_word(text[start]))
    ):
        start += 1
    while start < end and (
        text[end - 1].isspace() or (in_word(pattern.quote[-1]) and not in_word(text[end - 1]))
    ):
        end -= 1
    return start, end


def _word_first(quote: str) -> bool:
    return in_word(quote[0])
