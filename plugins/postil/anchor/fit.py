"""How well a place fits a pattern."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from postil.anchor import policy
from postil.anchor.pattern import Pattern
from postil.anchor.runs import Run, chain, chained, common_runs
from postil.anchor.words import end_words


@dataclass(frozen=True, slots=True)
class Fit:
    """A range of the normalised text, and the shares of quote, prefix and suffix that stand there.

    `cost` is what the edit would have cost, in characters. `gentle` says that no change within
    the quote is longer than a typo, `framed` that its first and last words stand at the ends,
    and one side of the context next to them word for word.
    """

    start: int
    end: int
    quote: float
    prefix: float
    suffix: float
    cost: float
    gentle: bool = False
    framed: bool = False


def fit(pattern: Pattern, text: str, start: int, end: int, path: list[Run] | None = None) -> Fit:
    """Weigh the place from `start` to `end`; `path` is the alignment that led there, if any."""
    size = pattern.end - pattern.start
    edits = _edits(pattern, text, start, end, path or [])
    prefix = _prefix(pattern, text, start, path or [])
    suffix = _suffix(pattern, text, end, path or [])
    edits += (
        policy.NUMBER
        * _numbers_lost(pattern.quote, text[start:end])
        * (1 - (prefix * pattern.start + suffix * len(pattern.suffix)) / max(1, pattern.context))
    )
    lacking = (1 - prefix) * pattern.start + (1 - suffix) * (len(pattern.text) - pattern.end)
    return Fit(
        start,
        end,
        max(0.0, 1 - (edits + policy.SPRAWL * max(0, end - start - size)) / size),
        prefix,
        suffix,
        edits + policy.CONTEXT_WEIGHT * lacking,
        _gentle(pattern, text[start:end]) if 0 < edits < size / 4 else edits == 0,
        _framed(pattern, text[start:end], prefix, suffix),
    )


def _edits(pattern: Pattern, text: str, start: int, end: int, path: list[Run]) -> float:
    """What changing the quote into the passage costs, an inserted stretch counted as one edit."""
    quote = pattern.quote
    plain = float(distance(quote, text[start:end]))
    if plain <= 2 or not path or len(quote) > policy.LONG:
        return plain
    cost, i, t = 0.0, pattern.start, start
    for run in path:
        skip = max(0, i - run.i, t - run.t)
        length = min(run.n - skip, pattern.end - run.i - skip, end - run.t - skip)
        if length <= 0:
            continue
        cost += _gap(pattern.text[i : run.i + skip], text[t : run.t + skip], len(quote))
        i, t = run.i + skip + length, run.t + skip + length
    cost += _gap(pattern.text[i : pattern.end], text[t:end], len(quote))
    return min(plain, cost)


def _framed(pattern: Pattern, passage: str, prefix: float, suffix: float) -> bool:
    beside = max(
        len(pattern.prefix) if prefix == 1.0 else 0, len(pattern.suffix) if suffix == 1.0 else 0
    )
    first, last = end_words(pattern.quote)
    return beside >= policy.FRAME and passage.startswith(first) and passage.endswith(last)


def _gentle(pattern: Pattern, passage: str) -> bool:
    """Whether every change is as short as a typo: one character in CJK, two elsewhere."""
    most = pattern.gram - 1
    return all(
        code.tag == "equal"
        or max(code.src_end - code.src_start, code.dest_end - code.dest_start) <= most
        for code in Levenshtein.opcodes(pattern.quote, passage)
    )


def _numbers_lost(quote: str, passage: str) -> int:
    """How many numbers of the quote the passage lacks."""
    return sum((Counter(_NUMBER.findall(quote)) - Counter(_NUMBER.findall(passage))).values())


_NUMBER = re.compile(r"\d+")


def distance(one: str, two: str) -> int:
    """Levenshtein's distance; that of long strings is found faster if it is small."""
    longest = max(len(one), len(two))
    hint = longest // 16 if longest > policy.LONG else None
    return Levenshtein.distance(one, two, score_hint=hint)


def _gap(old: str, new: str, size: int) -> float:
    """What a gap costs in a quote of `size` characters; only a small part may be missed cheaply."""
    if not new and len(old) <= size // 4:
        return policy.deletion_cost(len(old))
    apart = len(old) + policy.insertion_cost(len(new))
    return min(apart, float(Levenshtein.distance(old, new)))


def _prefix(pattern: Pattern, text: str, start: int, path: list[Run]) -> float:
    prefix = pattern.prefix
    size = len(prefix)
    if not size or text.startswith(prefix, max(0, start - size)):
        return 1.0 if size <= start else 0.0
    if size < 2 * pattern.gram:
        return Levenshtein.normalized_similarity(prefix, text[max(0, start - size) : start])
    pin = Run(size, start, 0)
    low = max(0, start - size - policy.SLACK)
    near = chain(common_runs(prefix, text, low, start, pattern.gram), before=pin)
    far = [run for run in path if run.i + run.n <= size and run.t + run.n <= start]
    share = max(chained(near, before=pin), chained(far, before=pin) if far else 0.0)
    return min(1.0, max(0.0, share / size))


def _suffix(pattern: Pattern, text: str, end: int, path: list[Run]) -> float:
    suffix = pattern.suffix
    size = len(suffix)
    if text.startswith(suffix, end):
        return 1.0
    if size < 2 * pattern.gram:
        return Levenshtein.normalized_similarity(suffix, text[end : end + size])
    pin = Run(0, end, 0)
    high = min(len(text), end + size + policy.SLACK)
    near = chain(common_runs(suffix, text, end, high, pattern.gram), after=pin)
    far = [
        Run(run.i - pattern.end, run.t, run.n)
        for run in path
        if run.i >= pattern.end and run.t >= end
    ]
    share = max(chained(near, after=pin), chained(far, after=pin) if far else 0.0)
    return min(1.0, max(0.0, share / size))
