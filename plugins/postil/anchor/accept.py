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
    support = supported(pattern, fit)
    told = information(pattern.quote)
    given = min(1.0, pattern.context / 24)
    ungiven = policy.UNGIVEN_CONTEXT + policy.SHORT * max(0.0, 1 - told / policy.ENOUGH)
    bare = ungiven + max(0.0, policy.WITHOUT_CONTEXT - ungiven) * given
    least = policy.BETWEEN if min(fit.prefix, fit.suffix) == 1.0 else policy.WITH_CONTEXT
    needed = (
        bare
        - (bare - least) * support**policy.TRUST * given
        - policy.GENTLE * fit.gentle
        - policy.FRAMED * fit.framed
    )
    sprawls = fit.end - fit.start > policy.SPRAWLING * len(pattern.quote)
    if fit.quote < needed or (sprawls and min(fit.prefix, fit.suffix) < policy.STANDS):
        return False
    moved = fit.quote >= policy.MOVED and told >= policy.MOVED_LEAST
    if scar and support < policy.VOUCHED and not moved:
        return False
    told = told * fit.quote + support * (information(pattern.prefix) + information(pattern.suffix))
    if not given:
        return told >= policy.ALONE_UNGIVEN
    if fit.quote == 1.0:
        return told >= policy.ALONE_VERBATIM
    return told >= policy.ALONE - support * (policy.ALONE - policy.ALONE_UNGIVEN)


def supported(pattern: Pattern, fit: Fit) -> float:
    """The support by context beyond what chance gives."""
    return max(0.0, (context_support(pattern, fit) - policy.CHANCE) / (1 - policy.CHANCE))


def context_support(pattern: Pattern, fit: Fit) -> float:
    """How much of the context stands around a place: the mean of both sides and the better."""
    left, right = pattern.start, len(pattern.text) - pattern.end
    if not left + right:
        return 0.0
    mean = (fit.prefix * left + fit.suffix * right) / (left + right)
    better = max(fit.prefix if left else 0.0, fit.suffix if right else 0.0)
    if fit.quote < 1.0 and information(pattern.quote) < policy.FEW:
        return mean
    return (mean + better) / 2


def tied(one: Fit, two: Fit) -> bool:
    """Whether the two places cost about the same."""
    margin = policy.TIE_LEAST + policy.TIE * min(one.cost, two.cost)
    return abs(one.cost - two.cost) < margin
