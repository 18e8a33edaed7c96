"""From a quote to its place in a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from postil.anchor import policy
from postil.anchor.changed import search
from postil.anchor.fit import Fit, distance
from postil.anchor.graphemes import edge_after, edge_before, is_edge
from postil.anchor.normal import normal
from postil.anchor.pattern import Pattern, patterns
from postil.anchor.prepared import PreparedText
from postil.model.anchor import Anchor, Candidate, Status
from postil.model.target import TextQuote

Range = tuple[int, int]


def find(
    prepared: PreparedText,
    quote: TextQuote,
    scope: Range | None = None,
    position: Range | None = None,
) -> Anchor:
    """Find the passage that a quote names.

    Word for word first; then without the differences that do not count (white space, normal
    form, typography); then by similarity. A passage that stands word for word is taken at once
    only together with the whole of its context, for otherwise an edited place may fit better.

    `scope` limits where the passage may lie (its context may lie outside). `position` is where
    it once stood, and decides only between places that are equal in every other respect.
    """
    text = prepared.text
    low, high = scope or (0, len(text))
    low, high = max(0, low), min(len(text), high)
    found = _verbatim(prepared, quote, low, high)
    if not found:
        pattern, bare = patterns(quote)
        if pattern is None:
            return Anchor(Status.LOST)
        found = _standing(prepared, pattern, low, high)
        if not found:
            found = _standing_spaced(prepared, quote, low, high)
        if not found:
            return _approximate(prepared, pattern.quote, bare, low, high)
    if position in found:
        found = [position]
    if len(found) == 1:
        start, end = found[0]
        return Anchor(Status.EXACT, start, end, 1.0, (Candidate(start, end, 1.0),))
    return Anchor(Status.AMBIGUOUS, score=1.0, candidates=_shown(found))


def _shown(ranges: list[Range]) -> tuple[Candidate, ...]:
    return tuple(Candidate(start, end, 1.0) for start, end in ranges[: policy.SHOWN])


def _verbatim(prepared: PreparedText, quote: TextQuote, low: int, high: int) -> list[Range]:
    if not quote.exact or quote.exact.isspace():
        return []
    before, size = len(quote.prefix), len(quote.exact)
    whole = quote.prefix + quote.exact + quote.suffix
    first, last = max(0, low - before), high + len(quote.suffix)
    starts = prepared.verbatim.places(whole, first, last, _MOST)
    ranges = [(start + before, start + before + size) for start in starts]
    return _allowed(prepared.text, ranges, low, high)


def _spaced(quote: TextQuote) -> Iterator[TextQuote]:
    """The quote with the space between it and its context that a writer may have left out: YAML
    drops the one at the end of a plain value."""
    before = bool(quote.prefix) and not quote.prefix[-1].isspace()
    after = bool(quote.suffix) and not quote.suffix[0].isspace()
    if before:
        yield replace(quote, prefix=quote.prefix + " ")
    if after:
        yield replace(quote, suffix=" " + quote.suffix)
    if before and after:
        yield replace(quote, prefix=quote.prefix + " ", suffix=" " + quote.suffix)


def _standing(prepared: PreparedText, pattern: Pattern, low: int, high: int) -> list[Range]:
    """Where a quote stands, but for differences that do not count."""
    form = prepared.normal
    first, last = form.back(low) - pattern.start, form.back(high) + len(pattern.suffix)
    starts = prepared.normalised.places(pattern.text, max(0, first), last, _MOST)
    size = pattern.end - pattern.start
    ranges = [
        (form.start(at + pattern.start), form.end(at + pattern.start + size)) for at in starts
    ]
    return _allowed(prepared.text, ranges, low, high)


def _standing_spaced(prepared: PreparedText, quote: TextQuote, low: int, high: int) -> list[Range]:
    for spaced in _spaced(quote):
        pattern, _ = patterns(spaced)
        if pattern is not None and (found := _standing(prepared, pattern, low, high)):
            return found
    return []


def _allowed(text: str, ranges: list[Range], low: int, high: int) -> list[Range]:
    """Those within the scope that cut no grapheme cluster."""
    return [
        (start, end)
        for start, end in ranges
        if low <= start and end <= high and is_edge(text, start) and is_edge(text, end)
    ]


_MOST = 200
"""Equal places that are looked at; more than one is ambiguous in any case."""


def _approximate(
    prepared: PreparedText, old: str, pattern: Pattern | None, low: int, high: int
) -> Anchor:
    if pattern is None:
        return Anchor(Status.LOST)
    form = prepared.folded
    result = search(pattern, prepared.bare, form.back(low), form.back(high))
    candidates = tuple(_candidate(prepared, old, fit) for fit in result.weighed)
    best = max((candidate.score for candidate in candidates), default=0.0)
    if result.tied:
        tied = tuple(_candidate(prepared, old, fit) for fit in result.tied)
        return Anchor(Status.AMBIGUOUS, score=max(each.score for each in tied), candidates=tied)
    if result.taken is None:
        return Anchor(Status.LOST, score=best, candidates=candidates)
    taken = _candidate(prepared, old, result.taken)
    status = Status.EXACT if taken.score == 1.0 else Status.CHANGED
    return Anchor(status, taken.start, taken.end, taken.score, candidates)


def _candidate(prepared: PreparedText, old: str, fit: Fit) -> Candidate:
    form, text = prepared.folded, prepared.text
    start, end = edge_before(text, form.start(fit.start)), edge_after(text, form.end(fit.end))
    return Candidate(start, end, similarity(old, normal(text[start:end]).text))


def similarity(old: str, new: str) -> float:
    """How alike two normalised strings are, from 0 to 1; 1 only if they are the same.

    Levenshtein's similarity; a difference of case alone counts for a tenth of a character.
    """
    if old == new:
        return 1.0
    longest = max(len(old), len(new))
    edits = 0.9 * distance(old.lower(), new.lower()) + 0.1 * distance(old, new)
    return min(0.9999, max(0.0, 1 - edits / longest))
