"""From a whole target, with its section and the target around it, to a place."""

from __future__ import annotations

from collections.abc import Sequence

from postil.anchor import policy
from postil.anchor.find import find
from postil.anchor.prepared import PreparedText
from postil.anchor.section import Section, sections_named
from postil.model.anchor import Anchor, Candidate, Status
from postil.model.target import Target

Range = tuple[int, int]


def resolve(prepared: PreparedText, target: Target, sections: Sequence[Section] = ()) -> Anchor:
    """Find the passage that a target names.

    The section is looked up first, then the target around it (`within`) inside that section,
    then the quote inside both. A section alone means its heading. Where a name fits several
    sections or places, the target is placed if it is found in one of them only. A target within
    a changed passage is at best changed, with the lower score of the two.

    A section that the text does not have makes the anchor lost, without candidates;
    `unknown_section` tells which one it was.
    """
    scopes = _sections(prepared, target, sections)
    if not scopes:
        return Anchor(Status.LOST)
    if target.within is not None:
        return _within(prepared, target, target.within, sections, scopes)
    return _united([_inside(prepared, target, scope) for scope in scopes])


def _sections(prepared: PreparedText, target: Target, sections: Sequence[Section]) -> list[Section]:
    if not target.section:
        length = len(prepared.text)
        return [Section("", "", 0, length, 0, length)]
    return sections_named(sections, target.section)


def _inside(prepared: PreparedText, target: Target, scope: Section) -> Anchor:
    if target.quote is None:
        start, end = scope.heading_start, scope.heading_end
        return Anchor(Status.EXACT, start, end, 1.0, (Candidate(start, end, 1.0),))
    return find(prepared, target.quote, (scope.start, scope.end))


def _within(
    prepared: PreparedText,
    target: Target,
    outer: Target,
    sections: Sequence[Section],
    scopes: list[Section],
) -> Anchor:
    around = resolve(prepared, outer, sections)
    if around.status is Status.LOST:
        return Anchor(Status.LOST, score=around.score)
    if around.placed:
        places = [(around.start, around.end)]
    else:
        places = [(each.start, each.end) for each in around.candidates]
    found: list[Anchor] = []
    for start, end in places:
        for scope in scopes:
            low, high = max(start, scope.start), min(end, scope.end)
            if low < high and target.quote is not None:
                found.append(find(prepared, target.quote, (low, high)))
    anchor = _united(found)
    if around.status is Status.CHANGED and anchor.placed:
        score = min(anchor.score, around.score)
        return Anchor(Status.CHANGED, anchor.start, anchor.end, score, anchor.candidates)
    return anchor


def _united(found: list[Anchor]) -> Anchor:
    """One anchor for what was found in each of several scopes."""
    if len(found) == 1:
        return found[0]
    exact = [anchor for anchor in found if anchor.status is Status.EXACT]
    good = exact or [anchor for anchor in found if anchor.status is not Status.LOST]
    unique = {(anchor.start, anchor.end, anchor.status): anchor for anchor in good}
    if len(unique) == 1:
        return next(iter(unique.values()))
    candidates = {each for anchor in good or found for each in anchor.candidates}
    ranked = sorted(candidates, key=lambda each: (-each.score, each.start))[: policy.SHOWN]
    score = max((each.score for each in ranked), default=0.0)
    return Anchor(Status.AMBIGUOUS if good else Status.LOST, -1, -1, score, tuple(ranked))
