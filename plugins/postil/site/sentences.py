"""Sentences of a note, and those of a later version that come nearest to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from rapidfuzz.distance import Indel

# What ends a sentence in the scripts of the interface's languages, with what may close it.
_END = r"[.!?…؟۔।。！？][\"'”’»)\]]*"
_SENTENCE = re.compile(rf"\S(?:[^\n]*?{_END}(?=\s)|[^\n]*)")
_ENDED = re.compile(rf"{_END}\s*\Z")

# Share of words that sentences must have in common to be versions of one another, and the lead
# that the nearest ones need over others: the same caution as with passages of a text.
_ALIKE = 0.5
_LEAD = 0.1
# Sentences of a version in which the nearest are looked for: each run of them is compared, and
# what strangers send must not hold up a build.
_MOST = 30
# Characters that the opening of a note has at least: an abbreviation ends no sentence.
_OPENING = 50


def ends_sentence(words: str) -> bool:
    """Whether `words` end where a sentence does."""
    return _ENDED.search(words) is not None


def opening(text: str) -> str:
    """The first sentence, with those behind it while they are too short to say anything."""
    end = 0
    for _, end in _sentences(text):
        if end >= _OPENING:
            break
    return " ".join(text[:end].split())


def counterpart(words: str, text: str) -> tuple[int, int] | None:
    """The range of the sentences of `text` that are a version of `words`, from that of the first
    sentence of `words` to that of the last; None if there is none, or others are about as near."""
    found = _sentences(text)
    own = _sentences(words)
    if not found or max(len(found), len(own)) > _MOST:
        return None
    first = _nearest(words[slice(*own[0])], text, found)
    last = _nearest(words[slice(*own[-1])], text, found)
    if first and last and first[0] <= last[0] and first[1] <= last[1]:
        return first[0], last[1]
    return _nearest(words, text, found)


def _nearest(words: str, text: str, found: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The run of sentences nearest to `words`, of those that were `found` in `text`."""
    wanted = _words(words)
    split = [_words(text[start:end]) for start, end in found]
    ranked = sorted(
        (
            (Indel.normalized_similarity(wanted, list(chain(*split[at : to + 1]))), start, end)
            for at, (start, _) in enumerate(found)
            for to, (_, end) in enumerate(found[at:], start=at)
        ),
        key=lambda one: (-one[0], one[2] - one[1]),
    )
    best, low, high = ranked[0]
    apart = (score for score, start, end in ranked if end <= low or start >= high)
    if best < _ALIKE or next(apart, 0.0) > best - _LEAD:
        return None
    return low, high


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The range from `start` to `end`, widened to whole sentences."""
    found = _sentences(text)
    low = max((low for low, _ in found if low <= start), default=start)
    high = min((high for _, high in found if high >= end), default=end)
    return low, high


def _sentences(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _SENTENCE.finditer(text)]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
