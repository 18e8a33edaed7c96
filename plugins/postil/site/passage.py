"""Words that a person gives, as a passage of a text and the shortest target that names it."""

from __future__ import annotations

from postil.anchor import PreparedText, concise, find
from postil.anchor.words import is_word_edge
from postil.model.anchor import Status
from postil.model.place import Place
from postil.model.target import Target, TextQuote

Range = tuple[int, int]

MOST = 200
"""Places that are listed: more than anybody reads."""


def places_of(prepared: PreparedText, quote: TextQuote, scope: Range | None = None) -> list[Range]:
    """Where the words stand in a text, in order, with the words around them that the quote has; at
    most `MOST` places. White space and typography do not count. Where they stand as whole words,
    places within other words are left out. Empty where they stand nowhere.
    """
    low, high = scope or (0, len(prepared.text))
    found: list[Range] = []
    while low < high and len(found) < MOST:
        anchor = find(prepared, quote, (low, high))
        # Below 1, the words are only like those of a place.
        if anchor.score < 1 or anchor.status not in {Status.EXACT, Status.AMBIGUOUS}:
            break
        found += [(one.start, one.end) for one in anchor.candidates]
        if anchor.status is Status.EXACT:
            break
        low = max(start for start, _ in found) + 1
    places = sorted(set(found))[:MOST]
    text = prepared.text
    whole = [at for at in places if is_word_edge(text, at[0]) and is_word_edge(text, at[1])]
    return whole or places


def target_of(prepared: PreparedText, start: int, end: int) -> Target:
    """The shortest target that names a passage: its words, and of those around it only what tells
    them apart from others. Raises ValueError where nothing can be seen there."""
    return Target(Place(""), concise(prepared, start, end))
