"""Votes: short strings that a pattern shares with the text show where it may stand.

A seed at `i` in the pattern and `t` in the text votes for the diagonal `t - i`, the place where
the pattern would begin. An unedited stretch votes for one diagonal with all its seeds.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from postil.anchor import policy
from postil.anchor.normal import is_cjk


@dataclass(frozen=True, slots=True)
class SeedIndex:
    """The places of the seeds of a text, taken at every `stride`-th character."""

    places: dict[str, list[int]]
    size: int
    stride: int


@dataclass(frozen=True, slots=True)
class Locus:
    """Seeds that vote for about the same diagonal, from `low` to `high`."""

    low: int
    high: int
    votes: int
    hits: tuple[tuple[int, int], ...]


def index(text: str) -> SeedIndex:
    """Index the seeds of a text, more thinly in a very long one."""
    stride = max(1, -(-len(text) // policy.INDEXED))
    sample = text[:: max(1, len(text) // 500)]
    mostly_cjk = 3 * sum(map(is_cjk, sample)) > len(sample)
    size = policy.SEED_CJK if mostly_cjk else policy.SEED
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at in range(0, len(text) - size + 1, stride):
        places[text[at : at + size]].append(at)
    places.default_factory = None
    return SeedIndex(places, size, stride)


def loci(seeds: SeedIndex, pattern: str, low: int, high: int) -> list[Locus]:
    """The places from `low` to `high` that the pattern's seeds vote for, most votes first."""
    hits = _hits(seeds, pattern, low, high)
    band = max(24, min(len(pattern) // 4, 400))
    hits.sort(key=lambda hit: hit[1] - hit[0])
    found: list[Locus] = []
    start = 0
    for at in range(1, len(hits) + 1):
        if (
            at < len(hits)
            and _diagonal(hits[at]) - _diagonal(hits[at - 1]) <= band // 3
            and _diagonal(hits[at]) - _diagonal(hits[start]) <= band
        ):
            continue
        part = hits[start:at]
        votes = len({i for i, _ in part})
        found.append(Locus(_diagonal(part[0]), _diagonal(part[-1]), votes, tuple(part)))
        start = at
    found.sort(key=lambda locus: (-locus.votes, locus.low))
    return found


def _diagonal(hit: tuple[int, int]) -> int:
    return hit[1] - hit[0]


def _hits(seeds: SeedIndex, pattern: str, low: int, high: int) -> list[tuple[int, int]]:
    """Pairs of pattern and text positions with the same seed, rarest seeds first."""
    get, size = seeds.places.get, seeds.size
    found: list[tuple[int, int, list[int]]] = []
    for i in _sampled(len(pattern) - size + 1, seeds.stride):
        places = get(pattern[i : i + size])
        if places:
            found.append((len(places), i, places))
    found.sort(key=lambda entry: entry[:2])
    hits: list[tuple[int, int]] = []
    for _, i, places in found:
        room = policy.HITS - len(hits)
        if room <= 0:
            break
        hits += [(i, t) for t in places[:room] if low <= t < high]
    return hits


def _sampled(count: int, stride: int) -> list[int] | range:
    """All positions of a pattern; of a long one, bursts of one stride each."""
    if count <= 2 * policy.LONG:
        return range(count)
    step = max(stride, count * stride // policy.LONG)
    return [
        at for burst in range(0, count, step) for at in range(burst, min(count, burst + stride))
    ]
