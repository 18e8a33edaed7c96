"""Whether a place is good enough, and whether one place is better than the others."""

from __future__ import annotations

from postil.anchor import policy
from postil.anchor.fit import Fit
from postil.anchor.pattern import Pattern
from postil.anchor.words import information


def accepted(pattern: Pattern, fit: Fit, *, scar: bool) -> bool:
    """Whether enough of the quote stands at a place, given how much of its context does.

    `scar` says that prefix and suffix were found elsewhere with the passage taken out.
    """
    support = context_support(pattern, fit)
    given = min(1.0, pattern.context / 24)
    bare = policy.UNGIVEN_CONTEXT + (policy.WITHOUT_CONTEXT - policy.UNGIVEN_CONTEXT) * given
    needed = bare - (bare - policy.WITH_CONTEXT) * support * given
    if fit.quote < needed:
        return False
    if scar and fit.quote < policy.MOVED:
        return False
    weight = min(1.0, 4 * support) if given else 0.5
    return information(pattern.quote) >= policy.ALONE * (1 - weight)


def context_support(pattern: Pattern, fit: Fit) -> float:
    """How much of the context stands around a place: the mean of both sides and the better."""
    left, right = pattern.start, len(pattern.text) - pattern.end
    if not left + right:
        return 0.0
    mean = (fit.prefix * left + fit.suffix * right) / (left + right)
    better = max(fit.prefix if left else 0.0, fit.suffix if right else 0.0)
    return (mean + better) / 2


def tied(pattern: Pattern, one: Fit, two: Fit) -> bool:
    """Whether the two places cost about the same."""
    margin = max(policy.TIE_LEAST, policy.TIE * len(pattern.text))
    return abs(one.cost - two.cost) < margin
