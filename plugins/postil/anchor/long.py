"""Placing a long quote by its two ends."""

from __future__ import annotations

from postil.anchor import policy
from postil.anchor.edges import edges
from postil.anchor.pattern import Pattern
from postil.anchor.runs import chain, common_runs
from postil.anchor.seeds import Locus


def long_place(pattern: Pattern, text: str, locus: Locus) -> tuple[int, int] | None:
    """The range of a quote whose middle is too long to be aligned run by run.

    Each end is aligned, with its context, around the seed hit that is nearest to it.
    """
    cut = pattern.start + policy.END
    head = Pattern(pattern.text[:cut], pattern.start, cut, pattern.gram)
    first = min(locus.hits)
    start = _aligned(head, text, first[1] - first[0])
    skip = pattern.end - policy.END
    tail = Pattern(pattern.text[skip:], 0, policy.END, pattern.gram)
    last = max(locus.hits)
    end = _aligned(tail, text, last[1] - last[0] + skip)
    if start is None or end is None or start[0] >= end[1]:
        return None
    return start[0], end[1]


def _aligned(part: Pattern, text: str, diagonal: int) -> tuple[int, int] | None:
    slack = 3 * policy.SLACK
    low = max(0, diagonal - slack)
    high = min(len(text), diagonal + len(part.text) + slack)
    if low >= high:
        return None
    return edges(part, text, chain(common_runs(part.text, text, low, high, part.gram)))
