"""Alignment by common runs: stretches that a pattern and a text share, chained in order.

A sparse dynamic programme over the maximal common runs (the chaining of sequence alignment, e.g.
Abouelhoda and Ohlebusch 2005). Unlike an alignment character by character it never scatters the
letters of a passage over a text that was inserted into it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from postil.anchor import policy

_GAPS = [policy.gap_cost(length) for length in range(4096)]


class Run(NamedTuple):
    """`n` characters that stand at `i` in the pattern and at `t` in the text."""

    i: int
    t: int
    n: int


def common_runs(pattern: str, text: str, low: int, high: int, gram: int) -> list[Run]:
    """The maximal common runs of at least `gram` characters, text positions from low to high."""
    grams = [pattern[i : i + gram] for i in range(len(pattern) - gram + 1)]
    places: dict[str, list[int]] = {one: [] for one in grams}
    # Most of the text is in no gram of the pattern, and this is where most of the time goes.
    get = places.get
    for t in range(low, high - gram + 1):
        known = get(text[t : t + gram])
        if known is not None:
            known.append(t)
    # By diagonal: where the run that was met last begins in the pattern, and where it ends.
    begins: dict[int, int] = {}
    ends: dict[int, int] = {}
    found: list[Run] = []
    end_at = ends.get
    for i, one in enumerate(grams):
        hits = places[one]
        if len(hits) > 60:
            continue
        for t in hits:
            end = end_at(t - i, -1)
            if end < i + gram - 1:
                if end >= 0:
                    begin = begins[t - i]
                    found.append(Run(begin, t - i + begin, end - begin))
                begins[t - i] = i
            ends[t - i] = i + gram
    found += [Run(i, diagonal + i, ends[diagonal] - i) for diagonal, i in begins.items()]
    found.sort()
    return found


def chain(runs: list[Run], *, after: Run | None = None, before: Run | None = None) -> list[Run]:
    """The best runs that follow one another in pattern and text, overlaps trimmed.

    The sum of their lengths less the gaps between them is greatest. `after` and `before` pin the
    chain: it begins behind the one, or ends ahead of the other, and the gap there counts.
    """
    runs = sorted(_telling(runs))
    scores: list[float] = []
    links: list[int] = []
    for run in runs:
        best, link = float(run.n), -1
        if after is not None:
            best -= _GAPS[min(4095, abs(run.t - run.i - after.t + after.i))]
        i, t, n = run
        diagonal = t - i
        # Written out, for this is where much of the time goes. The nearest run is the best one for
        # the most part, and leaves nothing to be worked out of the others.
        for k in range(len(scores) - 1, -1, -1):
            score = scores[k]
            if score + n < best:
                continue
            before_i, before_t, before_n = runs[k]
            if before_t >= t or before_i >= i:
                continue
            step = before_t - before_i - diagonal
            if step < 0:
                step, overlap = -step, before_n + before_i - i
            else:
                overlap = before_n + before_t - t
            if overlap >= n:
                continue
            score += n - _GAPS[step if step < 4095 else 4095]
            if overlap > 0:
                score -= overlap
            if score > best or (score == best and link >= 0):
                best, link = score, k
        scores.append(best)
        links.append(link)
    return _path(runs, scores, links, before)


def _telling(runs: list[Run]) -> list[Run]:
    """Without the short runs that stand far from every long one, where there are many."""
    if len(runs) <= policy.FEW_RUNS:
        return runs
    runs = sorted(runs, key=lambda run: -run.n)
    long = {(run.t - run.i) // 16 for run in runs[: policy.FEW_RUNS] if run.n >= 6}
    near = {at + step for at in long for step in (-1, 0, 1)}
    kept = [run for run in runs if (run.t - run.i) // 16 in near] if long else runs
    return kept[: policy.RUNS]


def _path(runs: list[Run], scores: list[float], links: list[int], before: Run | None) -> list[Run]:
    top, last = 0.0, -1
    for at, run in enumerate(runs):
        score = scores[at]
        if before is not None:
            score -= _GAPS[min(4095, abs(run.t - run.i - before.t + before.i))]
        if score > top:
            top, last = score, at
    path: list[Run] = []
    while last >= 0:
        path.append(runs[last])
        last = links[last]
    path.reverse()
    trimmed: list[Run] = []
    for run in path:
        if trimmed:
            prior = trimmed[-1]
            cut = max(0, prior.i + prior.n - run.i, prior.t + prior.n - run.t)
            run = Run(run.i + cut, run.t + cut, run.n - cut)
        trimmed.append(run)
    return trimmed


def chained(path: list[Run], *, after: Run | None = None, before: Run | None = None) -> float:
    """The length of a chain less its gaps."""
    total = 0.0
    ends = [run for run in (after, *path, before) if run is not None]
    for one, two in pairwise(ends):
        total -= _GAPS[min(4095, abs(two.t - two.i - one.t + one.i))]
    return total + sum(run.n for run in path)
