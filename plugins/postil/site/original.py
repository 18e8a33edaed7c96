"""The HTML of a text as the site publishes it, and what was taken out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.model.text import Text
from postil.render.safe.clean import Removed, clean_original

_MOST = 20
"""Things that are named of one text."""


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
    lines = [line.lower() for line in text.markdown.split("\n")]
    for one in removed[:_MOST]:
        yield Diagnostic(
            "html-removed",
            f"{one.told} is not published",
            _place(text, lines, one.written),
            f"take it out; the publisher can name “{text.slug}” under “trusted” in the settings",
        )
    if len(removed) > _MOST:
        message = f"{len(removed) - _MOST} more things are not published"
        yield Diagnostic("html-removed", message, text.place)


def _place(text: Text, lines: Sequence[str], written: str) -> Place:
    """Where the words stand in the file; its beginning where an extension made them of others."""
    sought = written.lower()
    for number, line in enumerate(lines):
        column = line.find(sought)
        if sought and column >= 0:
            return Place(text.place.path, text.first_line + number, column + 1)
    return text.place
