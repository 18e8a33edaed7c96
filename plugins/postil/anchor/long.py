"""Placing a long quote by its two ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from postil.anchor import policy
from postil.anchor.edges import edges
from postil.anchor.loci import Locus
from postil.anchor.pattern import Pattern
from postil.anchor.runs import chain, common_runs

Hit = tuple[int, int]


def long_place(
    pattern: Pattern, text: str, voted: list[Locus], locus: Locus
) -> tuple[int, int] | None:
    """The range of a quote whose middle is too long to be aligned run by run.

    Each end is aligned, with its context, where the seeds nearest to that end vote for. Edits in
    the middle move the ends apart by up to a quarter of the length.
    """
    drift = len(pattern.text) // 4
    hits = sorted(
        hit
        for each in voted
        if each.high >= locus.low - drift and each.low <= locus.high + drift
        for hit in each.hits
    )
    some = max(8, len(hits) // 10)
    cut = pattern.start + policy.END
    head = Pattern(pattern.text[:cut], pattern.start, cut, pattern.gram)
    start = _aligned(head, text, _diagonal(hits[:some]))
    skip = pattern.end - policy.END
    tail = Pattern(pattern.text[skip:], 0, policy.END, pattern.gram)
    end = _aligned(tail, text, _diagonal(hits[-some:]) + skip)
    if start is None or end is None or start[0] >= end[1]:
        return None
    return start[0], end[1]


def _diagonal(hits: Iterable[Hit]) -> int:
    """The diagonal that most hits vote for, give or take what an edit moves them."""
    width = policy.SLACK
    ((band, _),) = Counter((t - i) // width for i, t in hits).most_common(1)
    return band * width + width // 2


def _aligned(part: Pattern, text: str, diagonal: int) -> tuple[int, int] | None:
    slack = 3 * policy.SLACK
    low = max(0, diagonal - slack)
    high = min(len(text), diagonal + len(part.text) + slack)
    return edges(part, text, chain(common_runs(part.text, text, low, high, part.gram)))
