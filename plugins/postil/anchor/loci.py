"""Votes: seeds that a pattern shares with the text show where it may stand.

A seed at `i` in the pattern and `t` in the text votes for the diagonal `t - i`, the place where
the pattern would begin. An unedited stretch votes for one diagonal with all its seeds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from postil.anchor import policy
from postil.anchor.seeds import Seeds


@dataclass(frozen=True, slots=True)
class Locus:
    """Seeds that vote for about the same diagonal, from `low` to `high`."""

    low: int
    high: int
    votes: int
    hits: tuple[tuple[int, int], ...]


def loci(seeds: Seeds, pattern: str, size: int, low: int, high: int) -> list[Locus]:
    """The places from `low` to `high` that the pattern's seeds vote for, most votes first.

    `size` is the length of the text: the larger it is, the more chance votes there are.

    Votes are counted in bands of diagonals; a band and the fuller of its neighbours are a place.
    """
    most = policy.HITS + size // 5_000
    band = max(32, min(len(pattern) // 4, 400))
    hits = _hits(seeds, pattern, most)
    votes = Counter([(t - i) // band for i, t in hits])
    taken: dict[int, int] = {}
    for at, _ in votes.most_common(3 * policy.LOCI):
        if at not in taken:
            beside = max((at - 1, at + 1), key=lambda each: votes.get(each, 0))
            taken[at] = at
            taken.setdefault(beside, at)
    parts: dict[int, list[tuple[int, int]]] = {}
    for i, t in [hit for hit in hits if (hit[1] - hit[0]) // band in taken]:
        if low <= t < high:
            parts.setdefault(taken[(t - i) // band], []).append((i, t))
    found = [_locus(part) for part in parts.values()]
    found.sort(key=lambda locus: (-locus.votes, locus.low))
    return found


def _locus(hits: list[tuple[int, int]]) -> Locus:
    diagonals = [t - i for i, t in hits]
    return Locus(min(diagonals), max(diagonals), len({i for i, _ in hits}), tuple(hits))


def _hits(seeds: Seeds, pattern: str, most: int) -> list[tuple[int, int]]:
    """Pairs of pattern and text positions with the same seed, rarest seeds first.

    Where equally rare seeds are too many, some from each part of the pattern are taken, so that
    both ends of a long quote vote.
    """
    size = seeds.size
    found: defaultdict[int, list[tuple[int, Sequence[int]]]] = defaultdict(list)
    for i in _sampled(len(pattern) - size + 1, seeds.stride):
        places = seeds.places(pattern[i : i + size])
        if places:
            found[len(places)].append((i, places))
    hits: list[tuple[int, int]] = []
    for count in sorted(found):
        room = most - len(hits)
        if room <= 0:
            break
        alike = found[count]
        some = min(len(alike), -(-room // count))
        hits += [
            (i, t)
            for i, places in (alike[len(alike) * at // some] for at in range(some))
            for t in places[:room]
        ][:room]
    return hits


def _sampled(count: int, stride: int) -> list[int]:
    """All positions of a pattern; of a long one, bursts of one stride each."""
    step = max(stride, count * stride // policy.LONG)
    return [
        at for burst in range(0, count, step) for at in range(burst, min(count, burst + stride))
    ]
