"""The policy of anchoring: every weight and threshold, and why it has its value.

Costs are counted in characters of edit, shares and similarities run from 0 to 1. The values were
chosen on the tuning seed and the tuning texts of `benchmarks/anchoring`, never on those that the
figures in its README are from.
"""

from __future__ import annotations

from math import log2
from typing import Final

# Seeds: short strings that quote and text share, which vote for a place.

SEED: Final = 5
"""Characters of a seed in alphabets: half a word, so that each kept word votes."""
SEED_CJK: Final = 3
"""The same where one character is a syllable or a word."""
INDEXED: Final = 250_000
"""Positions of a text that are indexed, evenly spread: keeps the index of 10 MB in bounds."""
HITS: Final = 1_600
"""Seed hits that are looked at for one target, rarest seeds first: bounds the work."""
LOCI: Final = 8
"""Places that are aligned for one target."""
WEAK_VOTE: Final = 0.2
"""A place with less than this share of the best place's votes is not aligned."""
NEAR: Final = 900
"""Characters that may have been inserted into a passage; parts further apart are two places."""

# Alignment.

GRAM: Final = 3
"""Shortest common run that an alignment is built from; shorter ones are chance."""
GRAM_CJK: Final = 2
RUNS: Final = 140
"""Runs that are chained in one window, longest first: chaining is quadratic."""
LONG: Final = 1_000
"""Quotes above this are aligned by their two ends; their middle is only measured."""
END: Final = 320
"""Characters of each end of such a quote."""
SLACK: Final = 64
"""Characters around a place that its alignment may use."""


def gap_cost(length: int) -> float:
    """What an inserted or dropped stretch costs: one edit, so it grows with its logarithm."""
    return min(float(length), 2.0 + 1.5 * log2(1 + length))


# Ranking: what the edit would have cost, over quote and context.

CONTEXT_WEIGHT: Final = 0.6
"""A changed character of context costs this much of a changed character of the quote, for the
words around a passage change with every edit near it."""
TIE: Final = 0.06
"""Two places whose costs differ by less than this share of the pattern are about as good."""
TIE_LEAST: Final = 2.0
"""The same in characters, for short patterns."""

# Acceptance: how alike the quote must be, by how much of its context stands around it.

WITH_CONTEXT: Final = 0.42
"""Both sides stand: only the end of the passage between them is in question."""
WITHOUT_CONTEXT: Final = 0.9
"""Neither side stands: the quote must speak for itself."""
UNGIVEN_CONTEXT: Final = 0.72
"""No context was given, so its lack says nothing against the place."""
ALONE: Final = 40
"""Information (letters; a CJK character counts CJK_WEIGHT) that a quote without context must
have: shorter phrases recur by themselves."""
CJK_WEIGHT: Final = 2.5
SCAR: Final = 0.65
"""Prefix and suffix this complete, with next to nothing of the quote between them, show that the
passage was taken out there; then only a verbatim place elsewhere (a move) counts."""
MOVED: Final = 0.97
"""How alike a passage must be to count as moved."""

SHOWN: Final = 5
"""Candidates that an anchor carries."""
