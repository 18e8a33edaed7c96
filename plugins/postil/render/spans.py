"""What one mark can stand around: pieces of a passage joined across the tags between them.

A passage reads as one mark, and one link, wherever HTML lets it: a screen reader announces each
element on its own, and would break a word in which a letter is set apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from postil.render import elements as names
from postil.render.passages import Passage, Piece
from postil.render.points import after_words, breaks_between
from postil.render.tree import Element

# What may stand in a link and cannot be pressed itself.
_PLAIN = frozenset(
    (
        *("abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "ins"),
        *("kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u"),
        *("var", "wbr"),
    )
)
_TAG = re.compile(r"</?([A-Za-z][^\t\n\f\r />]*+)|<[!?]")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the source that one mark stands around.

    It holds whole elements only, and begins and ends in `element`. `links` are the stretches in
    it around which a link may stand. `begun` are the passages whose first span this is.
    """

    start: int
    end: int
    element: Element
    passages: tuple[Passage, ...]
    links: tuple[tuple[int, int], ...] = ()
    begun: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words between two ends of passages, with the passages that end there.

    Their numbers may stand at `after` in the source.
    """

    spans: tuple[Span, ...]
    ended: tuple[Passage, ...]
    after: int


def stretches(html: str, pieces: Sequence[Piece]) -> Iterator[Stretch]:
    """The pieces as spans, in order. Formulas have none."""
    for _, together in groupby(pieces, key=lambda piece: piece.passages):
        stretch = list(together)
        joined = _joined(html, [_link(piece) for piece in stretch if not piece.element.foreign])
        if joined:
            begun = tuple(one for piece in stretch for one in piece.begun)
            if begun:
                joined[0] = replace(joined[0], begun=begun)
        last = joined[-1] if joined and not stretch[-1].element.foreign else stretch[-1]
        yield Stretch(
            spans=tuple(joined),
            ended=tuple(one for piece in stretch for one in piece.ended),
            after=after_words(last.element, last.end),
        )


def _link(piece: Piece) -> Span:
    links = () if piece.element.interactive else ((piece.start, piece.end),)
    return Span(piece.start, piece.end, piece.element, piece.passages, links)


def _joined(html: str, apart: list[Span]) -> list[Span]:
    """First what one link may hold, then what one mark may hold."""
    for plain in (True, False):
        joined: list[Span] = []
        for span in apart:
            joined.append(span)
            while len(joined) > 1 and (one := _both(html, joined[-2], joined[-1], plain)):
                joined[-2:] = [one]
        apart = joined
    return apart


def _both(html: str, first: Span, second: Span, plain: bool) -> Span | None:
    """The two as one, or None where nothing can stand around both."""
    one: Span | None = first
    two: Span | None = second
    while one and two and one.element is not two.element:
        if one.element.index >= two.element.index:
            one = _lifted(html, one, plain)
        else:
            two = _lifted(html, two, plain)
    if not one or not two or breaks_between(one.element.container, one.end, two.start):
        return None
    tags = {(match[1] or "").lower() for match in _TAG.finditer(html, one.end, two.start)}
    if not tags.isdisjoint(names.HIDDEN):
        return None
    if not plain:
        return replace(one, end=two.end, links=one.links + two.links)
    if one.links and two.links and tags <= _PLAIN:
        return replace(one, end=two.end, links=((one.start, two.end),))
    return None


def _lifted(html: str, span: Span, plain: bool) -> Span | None:
    """A span that is all that an inline element holds, with that element around it."""
    element = span.element
    if (
        element.parent is None
        or element.container is element
        or (plain and element.name not in _PLAIN)
        or html[element.inner : span.start].strip()
        or html[span.end : element.close].strip()
    ):
        return None
    return replace(span, start=element.start, end=element.end, element=element.parent)
