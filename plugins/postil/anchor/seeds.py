"""Votes: short strings that a pattern shares with the text show where it may stand.

A seed at `i` in the pattern and `t` in the text votes for the diagonal `t - i`, the place where
the pattern would begin. An unedited stretch votes for one diagonal with all its seeds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
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
    if len(text) > policy.LARGE:
        size += 1 if mostly_cjk else 2
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at in range(0, len(text) - size + 1, stride):
        places[text[at : at + size]].append(at)
    places.default_factory = None
    return SeedIndex(places, size, stride)


def loci(seeds: SeedIndex, pattern: str, size: int, low: int, high: int) -> list[Locus]:
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


def standing(seeds: SeedIndex, text: str, part: str, most: int) -> list[int] | None:
    """Where `part` stands word for word, or None if it is too short or too common to tell.

    One of `stride` seeds in a row is in the index, so the row with the fewest places is looked up.
    """
    size, stride = seeds.size, seeds.stride
    rows = len(part) - size - stride + 2
    if rows < 1:
        return None
    get = seeds.places.get
    counts = [len(get(part[at : at + size], ())) for at in range(min(rows, _ROWS) + stride - 1)]
    count, row = min((sum(counts[at : at + stride]), at) for at in range(len(counts) - stride + 1))
    if count > most:
        return None
    starts = {
        place - at
        for at in range(row, row + stride)
        for place in get(part[at : at + size], ())
        if text.startswith(part, place - at)
    }
    return sorted(start for start in starts if start >= 0)


_ROWS = 48
"""Rows that are looked at: enough for one of them to be rare."""


def _hits(seeds: SeedIndex, pattern: str, most: int) -> list[tuple[int, int]]:
    """Pairs of pattern and text positions with the same seed, rarest seeds first.

    Where equally rare seeds are too many, some from each part of the pattern are taken, so that
    both ends of a long quote vote.
    """
    get, size = seeds.places.get, seeds.size
    found: defaultdict[int, list[tuple[int, list[int]]]] = defaultdict(list)
    for i in _sampled(len(pattern) - size + 1, seeds.stride):
        places = get(pattern[i : i + size])
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
