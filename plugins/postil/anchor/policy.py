"""The policy of anchoring: every weight and threshold, and why it has its value.

Costs are counted in characters of edit, shares and similarities run from 0 to 1. The values were
chosen on the tuning texts of `benchmarks/anchoring`, with seeds of their own, never on the texts
and the seed that the figures in its README are from.
"""

from __future__ import annotations

from math import log2
from typing import Final

# Seeds: short strings that quote and text share, which vote for a place.

SEED: Final = 5
"""Characters of a seed in alphabets: half a word, so that each kept word votes."""
SEED_CJK: Final = 3
"""The same where one character is a syllable or a word."""
LARGE: Final = 400_000
"""A text above this takes longer seeds, for short ones are everywhere in it."""
INDEXED: Final = 250_000
"""Positions of a text that are indexed, evenly spread: keeps the index of 10 MB in bounds."""
HITS: Final = 400
"""Seed hits that are looked at for one target, rarest seeds first: bounds the work."""
LOCI: Final = 8
"""Places that are aligned for one target."""
WEAK_VOTE: Final = 0.2
"""A place with less than this share of the best place's votes is not aligned."""
RIVAL_VOTE: Final = 0.5
"""The same once a place was found that fits well."""
NEAR: Final = 900
"""Characters that may have been inserted into a passage; parts further apart are two places."""

# Alignment.

GRAM: Final = 3
"""Shortest common run that an alignment is built from; shorter ones are chance."""
GRAM_CJK: Final = 2
"""The same where one character is a syllable or a word."""
FEW_RUNS: Final = 16
"""Runs up to which all are chained."""
RUNS: Final = 72
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


def insertion_cost(length: int) -> float:
    """What a stretch put into the quote costs: little for a word, more as it gets out of hand."""
    return min(float(length), 1.5 + log2(1 + length) + 0.03 * length)


def deletion_cost(length: int) -> float:
    """What a stretch taken out of the quote costs: more than one put in, for it was quoted."""
    return min(float(length), 2.0 + log2(1 + length) + 0.2 * length)


SPRAWL: Final = 0.07
"""What each character put into the quote takes from its share besides: a passage is not accepted
when there is more between its words than in them."""

SPRAWLING: Final = 2.0
"""Times the length of the quote above which a passage must have both sides of its context."""

# Ranking: what the edit would have cost, over quote and context.

CONTEXT_WEIGHT: Final = 0.6
"""A changed character of context costs this much of a changed character of the quote, for the
words around a passage change with every edit near it."""
NUMBER: Final = 6
"""What a number that is gone costs besides its digits, where the context is not there to vouch
for the place: Article 12 is not Article 13, alike as they look."""
TIE: Final = 0.15
"""Two places are about as good if the costs differ by less than this share of the lower one"""
TIE_LEAST: Final = 2.0
"""and this many characters."""

# Acceptance: how alike the quote must be, by how much of its context stands around it.

WITH_CONTEXT: Final = 0.42
"""Both sides stand: only the end of the passage between them is in question."""
BETWEEN: Final = 0.33
"""The same where both sides stand word for word, next to what must be the passage."""
TRUST: Final = 2.3
"""Power of the support by which it lowers what the quote must show: half a context stands in many
a near-copy of a paragraph, nearly all of it in one place."""
WITHOUT_CONTEXT: Final = 0.93
"""Neither side stands: the quote must speak for itself."""
SHORT: Final = 0.15
"""What a very short quote must show more, where no context was given."""
ENOUGH: Final = 60
"""Information of a quote that is not short."""
UNGIVEN_CONTEXT: Final = 0.8
"""No context was given, so its lack says nothing against the place."""
CHANCE: Final = 0.15
"""Support by context that mere chance gives."""
STANDS: Final = 0.6
"""Share of one side of the context from which on it is said to stand."""
GENTLE: Final = 0.08
"""How much less a quote must show where all its changes are of one or two characters: that is a
mended typo, while a sentence that merely resembles it differs by words."""
FRAMED: Final = 0.2
"""How much less where its first and last words stand at the ends of the place, and beside one of
them as many characters of context as FRAME, word for word: then only the middle was edited."""
FRAME: Final = 24
VOUCHED: Final = 0.9
"""Support that outweighs a scar: the context stands here as well."""
ALONE: Final = 30
"""Information (letters; a CJK character counts CJK_WEIGHT) that a changed quote and its context
must show together: shorter phrases are like others by chance."""
ALONE_VERBATIM: Final = 18
"""The same where the quote stands word for word, in one place only."""
ALONE_UNGIVEN: Final = 16
"""The same where no context was given."""
CJK_WEIGHT: Final = 2.5
"""Letters that a Chinese or Japanese character counts for."""
HANGUL_WEIGHT: Final = 2.0
"""A syllable of Korean, likewise."""
FEW: Final = 20
"""Information below which the better side of the context does not make up for the other."""
MOVED: Final = 0.97
"""How alike a passage must be to count as moved, once prefix and suffix are found together
without it: the scar that shows that it was taken out there."""

TELLING: Final = 12
"""Characters of context from which on its lack says something."""
BOTH_SIDES: Final = 0.8
"""Support that only both sides of the context can give."""
VERBATIM_DISCOUNT: Final = 0.6
"""What the cost of lost context is multiplied with where the quote stands word for word, against
a place where it does not and one side of the context is missing as well."""
SOME: Final = 0.5
"""Support without which several places are none of them the right one."""

MOVED_LEAST: Final = 32
"""Information of a quote that may have moved alone: a sentence does, a phrase does not."""

SHOWN: Final = 5
"""Candidates that an anchor carries."""
