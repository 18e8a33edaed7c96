"""Votes: seeds that a pattern shares with the text show where it may stand.

A seed at `i` in the pattern and `t` in the text votes for the diagonal `t - i`, the place where
the pattern would begin. An unedited stretch votes for one diagonal with all its seeds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from postil.anchor import policy
from postil.anchor.seeds import Seeds

Hit = tuple[int, int]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Locus:
    """Seeds that vote for about the same diagonal, from `low` to `high`."""

    low: int
    high: int
    votes: int
    hits: tuple[Hit, ...]


def loci(seeds: Seeds, pattern: str, size: int, low: int, high: int) -> list[Locus]:
    """The places from `low` to `high` that the pattern's seeds vote for, most votes first.

    `size` is the length of the text: the larger it is, the more chance votes there are.

    Votes are counted in bands of diagonals; a band and the fuller of its neighbours are a place.
    """
    most = policy.HITS + size // 5_000
    band = max(32, min(len(pattern) // 4, 400))
    bands: defaultdict[int, list[Hit]] = defaultdict(list)
    for hit in _hits(seeds, pattern, most):
        bands[(hit[1] - hit[0]) // band].append(hit)
    votes = {at: len(hits) for at, hits in bands.items()}
    taken: dict[int, int] = {}
    for at in sorted(votes, key=votes.__getitem__, reverse=True)[: 3 * policy.LOCI]:
        if at not in taken:
            beside = max((at - 1, at + 1), key=lambda each: votes.get(each, 0))
            taken[at] = at
            taken.setdefault(beside, at)
    parts: dict[int, list[Hit]] = {}
    for at, place in taken.items():
        within = [hit for hit in bands.get(at, ()) if low <= hit[1] < high]
        if within:
            parts.setdefault(place, []).extend(within)
    found = [_locus(part) for part in parts.values()]
    found.sort(key=lambda locus: (-locus.votes, locus.low))
    return found


def _locus(hits: list[Hit]) -> Locus:
    diagonals = [t - i for i, t in hits]
    return Locus(min(diagonals), max(diagonals), len({i for i, _ in hits}), tuple(hits))


def _hits(seeds: Seeds, pattern: str, most: int) -> list[Hit]:
    """Pairs of pattern and text positions with the same seed, rarest seeds first.

    Where equally rare seeds are too many, some from each part of the pattern are taken, so that
    both ends of a long quote vote.
    """
    once: list[Hit] = []
    often: defaultdict[int, list[tuple[int, list[int]]]] = defaultdict(list)
    for i, places in seeds.shared(pattern, _sampled(len(pattern), seeds)):
        if isinstance(places, int):
            once.append((i, places))
        else:
            often[len(places)].append((i, places))
    hits = _spread(once, most)
    for count in sorted(often):
        room = most - len(hits)
        if room <= 0:
            break
        some = _spread(often[count], -(-room // count))
        hits += [(i, t) for i, places in some for t in places[:room]][:room]
    return hits


def _spread(items: list[T], most: int) -> list[T]:
    """All of the items, or so many of them, as far apart as they can be."""
    count = len(items)
    return items if count <= most else [items[count * at // most] for at in range(most)]


def _sampled(length: int, seeds: Seeds) -> Sequence[int]:
    """All positions of a pattern; of a long one, bursts of one stride each."""
    count, stride = length - seeds.size + 1, seeds.stride
    step = max(stride, count * stride // policy.LONG)
    if stride == 1:
        return range(0, count, step)
    return [
        at for burst in range(0, count, step) for at in range(burst, min(count, burst + stride))
    ]
