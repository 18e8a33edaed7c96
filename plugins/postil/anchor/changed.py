"""Looking for a passage whose words or surroundings were edited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from postil.anchor import policy
from postil.anchor.accept import accepted, supported, tied
from postil.anchor.edges import edges
from postil.anchor.fit import Fit, fit
from postil.anchor.loci import Locus, loci
from postil.anchor.long import long_place
from postil.anchor.lookup import Lookup
from postil.anchor.pattern import Pattern
from postil.anchor.runs import Run, chain, common_runs
from postil.anchor.seeds import Seeds
from postil.anchor.words import information


@dataclass(frozen=True, slots=True)
class Search:
    """What a search found: the place taken, or the places tied for it, or neither; and the
    places that were weighed, best first."""

    taken: Fit | None
    tied: tuple[Fit, ...]
    weighed: tuple[Fit, ...]


class Searched:
    """A folded text, and what is looked up in it: whole strings, and seeds."""

    def __init__(self, text: str) -> None:
        """Take a text; nothing is worked out yet."""
        self.text, self.lookup, self.seeds = text, Lookup(text), Seeds(text)


def search(pattern: Pattern, searched: Searched, low: int, high: int) -> Search:
    """Weigh the places between `low` and `high` of the text, and take the best one if it is good
    enough and no other is about as good."""
    text = searched.text
    fits: dict[tuple[int, int], Fit] = {}
    scars: list[int] = []
    voted = loci(
        searched.seeds, pattern.text, len(text), low - pattern.start, high + len(pattern.suffix)
    )
    top = voted[0].votes if voted else 0
    strong = [locus for locus in voted if locus.votes >= policy.WEAK_VOTE * top]
    for start in _verbatim(pattern, searched.lookup, low, high, strong):
        end = start + len(pattern.quote)
        fits[start, end] = fit(pattern, text, start, end)
    for locus in strong[: policy.LOCI]:
        if any(_explained(pattern, locus, place) for place in fits):
            continue
        if locus.votes < policy.RIVAL_VOTE * top and any(_good(each) for each in fits.values()):
            break
        for start, end in _windows(pattern, text, strong, locus):
            place, path = _place(pattern, text, start, end, strong, locus)
            scars += _joined(pattern, text, start, end)
            if place and low <= place[0] and place[1] <= high and place not in fits:
                fits[place] = fit(pattern, text, *place, path)
    result = _choose(pattern, fits.values(), scars)
    if result.taken is None or result.taken.quote == 1.0:
        return result
    # Of places close to each other, a stretch of the text holds both, and one alone was aligned.
    # Where the same words stand, their surroundings alone can tell.
    words = text[result.taken.start : result.taken.end]
    again = [(at, at + len(words)) for at in searched.lookup.places(words, low, high, policy.LOCI)]
    more = {place: fit(pattern, text, *place) for place in again if place not in fits}
    least = supported(pattern, result.taken)
    rivals = {at: each for at, each in more.items() if supported(pattern, each) >= least}
    return _choose(pattern, {**fits, **rivals}.values(), scars)


def _verbatim(
    pattern: Pattern, lookup: Lookup, low: int, high: int, strong: list[Locus]
) -> list[int]:
    """Where the quote stands word for word; of very many places, those that got votes."""
    starts = lookup.places(pattern.quote, low, high, 1_000)
    if len(starts) <= 3 * policy.LOCI:
        return starts
    slack = policy.SLACK
    ranked = strong[: policy.LOCI]
    near = [
        start
        for start in starts
        if any(each.low - slack <= start - pattern.start <= each.high + slack for each in ranked)
    ]
    return (near or starts)[: 3 * policy.LOCI]


def _explained(pattern: Pattern, locus: Locus, place: tuple[int, int]) -> bool:
    diagonal = place[0] - pattern.start
    verbatim = place[1] - place[0] == len(pattern.quote)
    return verbatim and locus.low - 3 <= diagonal <= locus.high + 3


def _good(each: Fit) -> bool:
    return each.quote >= 0.6 and max(each.prefix, each.suffix) >= policy.STANDS


def _windows(
    pattern: Pattern, text: str, voted: list[Locus], locus: Locus
) -> list[tuple[int, int]]:
    """The stretch around a locus, and one with the parts that an insertion moved apart."""
    near = [
        each
        for each in voted
        if each.high >= locus.low - policy.NEAR and each.low <= locus.high + policy.NEAR
    ]
    if len(pattern.quote) > policy.LONG:
        near = [locus]
    windows = {
        (
            max(0, min(each.low for each in group) - policy.SLACK),
            min(
                len(text),
                max(each.high for each in group) + len(pattern.text) + policy.SLACK,
            ),
        )
        for group in ([locus], near)
    }
    return sorted(windows, key=lambda window: window[0] - window[1])


def _place(
    pattern: Pattern, text: str, start: int, end: int, voted: list[Locus], locus: Locus
) -> tuple[tuple[int, int] | None, list[Run]]:
    """Where the quote stands in a window, and the alignment that says so."""
    if len(pattern.quote) > policy.LONG:
        return long_place(pattern, text, voted, locus), []
    path = chain(common_runs(pattern.text, text, start, end, pattern.gram))
    return edges(pattern, text, path), path


def _joined(pattern: Pattern, text: str, start: int, end: int) -> list[int]:
    """Where the last words of the prefix are followed at once by the first of the suffix."""
    before, after = pattern.prefix[-12:].rstrip(), pattern.suffix[:12].lstrip()
    if min(len(before), len(after)) < 6:
        return []
    places = [text.find(before + between + after, start, end) for between in (" ", "")]
    return [at + len(before) for at in places if at >= 0]


def _unscarred(pattern: Pattern, each: Fit, scars: list[int]) -> Fit:
    """Context that was found at a scar is no evidence for a place beside it."""
    if supported(pattern, each) >= policy.VOUCHED or not any(
        0 < _apart(each, scar) < 2 * policy.NEAR for scar in scars
    ):
        return each
    return replace(each, prefix=0.0, suffix=0.0)


def _apart(each: Fit, scar: int) -> int:
    """How far a place is from a scar; zero or less where it holds the scar."""
    return max(each.start - scar, scar - each.end)


def _choose(pattern: Pattern, found: Iterable[Fit], scars: list[int]) -> Search:
    fits, scar = [_unscarred(pattern, each, scars) for each in found], bool(scars)
    ranked = sorted(fits, key=lambda each: (each.cost, each.start))
    good = [each for each in ranked if accepted(pattern, each, scar=scar)]
    shown = tuple(_apart_from([*good, *ranked])[: policy.SHOWN])
    if not good:
        return Search(None, (), shown)
    best = _preferred(pattern, good)
    rivals = tuple(each for each in good if each is best or _rivals(best, each))
    alone = len([each for each in fits if each.quote == 1.0]) <= 1 and len(rivals) == 1
    some = any(supported(pattern, each) >= policy.SOME for each in rivals)
    if not alone and not some and pattern.context >= policy.TELLING:
        # The words recur, and where they stood with this context they stand no more.
        return Search(None, (), shown)
    if len(rivals) == 1:
        return Search(best, (), shown)
    return Search(None, rivals[: policy.SHOWN], shown)


def _preferred(pattern: Pattern, good: list[Fit]) -> Fit:
    """The cheapest place; but the words themselves outweigh words like them that merely share
    some of the context."""
    best = good[0]
    told = information(pattern.quote)
    if told < policy.ALONE_VERBATIM or supported(pattern, best) >= policy.BOTH_SIDES:
        return best
    verbatim = (each for each in good if each.quote == 1.0)
    return next(
        (each for each in verbatim if policy.VERBATIM_DISCOUNT * each.cost < best.cost), best
    )


def _rivals(best: Fit, other: Fit) -> bool:
    """Whether another place, and not another reading of the same place, is about as good."""
    apart = other.end <= best.start or other.start >= best.end
    return tied(best, other) and (apart or best.quote == other.quote == 1.0)


def _apart_from(fits: Iterable[Fit]) -> list[Fit]:
    """The fits that overlap none before them."""
    kept: list[Fit] = []
    for each in fits:
        if all(each.end <= one.start or each.start >= one.end for one in kept):
            kept.append(each)
    return kept
