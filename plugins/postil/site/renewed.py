"""A target after its text changed: the same passage, by the words that stand there now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from postil.anchor import PreparedText, Section, describe, resolve
from postil.anchor.normal import normal
from postil.anchor.words import is_word_edge
from postil.model.anchor import Anchor, Status
from postil.model.target import Target, TextQuote


def renewed(
    prepared: PreparedText, target: Target, sections: Sequence[Section] = ()
) -> Target | None:
    """The target that names its passage exactly, where it was found and is changed.

    What the target had, it has: prefix and suffix as long as they were, the section, the target
    around it, which is renewed as well. Context is added where the new words alone would stand in
    several places. None where the passage was not found, or no target names it for certain.
    """
    anchor = resolve(prepared, target, sections)
    if anchor.status is not Status.CHANGED or target.quote is None:
        return None
    outer = target.within
    if outer is not None:
        outer = renewed(prepared, outer, sections) or outer
    start, end = anchor.start, anchor.end
    own = _as_had(prepared.text, target.quote, start, end)
    apart = describe(prepared, start, end)
    prefix, suffix = _line(apart.prefix), _line(apart.suffix)
    more = TextQuote(own.exact, own.prefix or prefix, own.suffix or suffix)
    for quote in (own, more, TextQuote(own.exact, prefix, suffix)):
        wished = replace(target, quote=quote, within=outer)
        if _names(resolve(prepared, wished, sections), start, end):
            return wished
    return None


def _names(anchor: Anchor, start: int, end: int) -> bool:
    return anchor.status is Status.EXACT and (anchor.start, anchor.end) == (start, end)


def _as_had(text: str, quote: TextQuote, start: int, end: int) -> TextQuote:
    """The words of the passage, with as much around it as the quote had. What is still so stays as
    it was written."""
    exact = " ".join(text[start:end].split())
    if _plain(exact) == _plain(quote.exact):
        exact = quote.exact
    prefix, suffix = quote.prefix, quote.suffix
    if prefix and not _plain(text[:start]).endswith(_plain(prefix)):
        prefix = _line(text[_left(text, start, len(prefix)) : start])
    if suffix and not _plain(text[end:]).startswith(_plain(suffix)):
        suffix = _line(text[end : _right(text, end, len(suffix))])
    return TextQuote(exact, prefix, suffix)


def _left(text: str, start: int, length: int) -> int:
    at = max(0, start - length)
    while at > 0 and not is_word_edge(text, at):
        at -= 1
    return at


def _right(text: str, end: int, length: int) -> int:
    at = min(len(text), end + length)
    while at < len(text) and not is_word_edge(text, at):
        at += 1
    return at


def _plain(words: str) -> str:
    return normal(words).text.strip()


def _line(context: str) -> str:
    """Words around a passage on one line; white space at its ends tells where the passage is."""
    return re.sub(r"\s+", " ", context)
