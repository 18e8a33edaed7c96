"""The HTML of a text as the site publishes it, and what was taken out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.model.text import Text
from postil.render.safe.clean import Removed, clean_original
from postil.site.without_code import without_code

_MOST = 20
"""Things that are named of one text."""
_TAG = 2000
"""Characters of a tag in which an attribute is looked for."""
_PLACES = 100
"""Places among which one is looked for that is not indented."""
_INDENTED = re.compile(r"    |\t")


def original_html(text: Text, html: str) -> str:
    """The HTML of `text`, which its host rendered as `html`, as it may be published."""
    return html if text.trusted else clean_original(html).html


def original(text: Text, html: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The HTML of `text` as it may be published, and what was taken out of it.

    Nothing is where the site trusts the text, or all of it is allowed; then it is `html` itself.
    """
    if text.trusted:
        return html, ()
    cleaned = clean_original(html)
    return cleaned.html, tuple(_diagnostics(text, cleaned.removed))


def _diagnostics(text: Text, removed: Sequence[Removed]) -> Iterator[Diagnostic]:
    if not removed:
        return
    written = text.markdown.lower()
    markup = without_code(written)
    for one in removed[:_MOST]:
        at = _found(markup, one)
        at = _found(written, one) if at is None else at
        place = text.place
        if at is not None:
            line, begin = written.count("\n", 0, at), written.rfind("\n", 0, at) + 1
            place = Place(text.place.path, text.first_line + line, at - begin + 1)
        yield Diagnostic(
            "html-removed",
            f"{one.told} is not published",
            place,
            f"take it out; the publisher can name “{text.slug}” under “trusted” in the settings",
        )
    if len(removed) > _MOST:
        message = f"{len(removed) - _MOST} more things are not published"
        yield Diagnostic("html-removed", message, text.place)


def _found(words: str, one: Removed) -> int | None:
    """Where it is written: at best in a tag, and not in an indented line, which may be code. None
    where it is not, since an extension made it of other words."""
    sought = one.written.lower()
    if not sought:
        return None
    # The name of an element ends where that of no other goes on.
    ends = r"(?![\w:.-])" if re.fullmatch(r"<[\w:.-]+", sought) else ""
    pattern = re.compile(re.escape(sought) + ends)
    places = _in_tags(words, one.element.lower(), pattern) if one.element else _all(words, pattern)
    indented: int | None = None
    for at in islice(places, _PLACES):
        if not _INDENTED.match(words, words.rfind("\n", 0, at) + 1):
            return at
        indented = at if indented is None else indented
    return next(_all(words, pattern), None) if indented is None else indented


def _all(words: str, pattern: re.Pattern[str]) -> Iterator[int]:
    return (found.start() for found in pattern.finditer(words))


def _in_tags(words: str, element: str, pattern: re.Pattern[str]) -> Iterator[int]:
    """Where the pattern stands in the start tags of an element."""
    after = words.find(f"<{element}")
    while after >= 0:
        end = words.find(">", after, after + _TAG)
        if found := pattern.search(words, after, end if end >= 0 else after + _TAG):
            yield found.start()
        after = words.find(f"<{element}", after + 1)
