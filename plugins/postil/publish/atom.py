"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from postil.publish.feed import Feed, FeedEntry
from postil.publish.iri import web_uri
from postil.publish.moment import day_start

# Characters that XML 1.0 forbids, however they are written (section 2.2).
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What the value of an attribute may not hold as it is (section 3.3.3).
_SIGNS = {'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"}

TYPE = "application/atom+xml"


def as_atom(feed: Feed) -> bytes:
    """The feed as an Atom document. https://www.rfc-editor.org/rfc/rfc4287

    It is written as text, which takes a third of the time that a tree of elements takes.
    """
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_value(feed.language)}">',
        _text("id", feed.address),
        _text("title", feed.title),
        *([_text("subtitle", feed.description)] if feed.description else ()),
        _text("updated", day_start(feed.updated)),
        f'  <link rel="self" type="{TYPE}" href="{_value(feed.address)}" />',
        f'  <link rel="alternate" type="text/html" href="{_value(feed.page)}" />',
        # Entries without authors have this one (section 4.2.1).
        *_person(feed.site, feed.root),
    ]
    for entry in feed.entries:
        lines += _entry(entry)
    lines.append("</feed>\n")
    return "\n".join(lines).encode()


def _entry(entry: FeedEntry) -> Iterator[str]:
    yield "  <entry>"
    yield _text("id", entry.id, "    ")
    yield _text("title", entry.title, "    ")
    yield _text("updated", day_start(entry.updated), "    ")
    yield _text("published", day_start(entry.published), "    ")
    yield f'    <link rel="alternate" type="text/html" href="{_value(entry.address)}" />'
    for author in entry.authors:
        yield from _person(author.name, web_uri(author.url), "    ")
    for tag in entry.tags:
        yield f'    <category term="{_value(tag)}" />'
    yield _text("content", entry.content, "    ", ' type="html"')
    yield "  </entry>"


def _person(name: str, uri: str, indent: str = "  ") -> Iterator[str]:
    yield f"{indent}<author>"
    yield _text("name", name, f"{indent}  ")
    if uri:
        yield _text("uri", uri, f"{indent}  ")
    yield f"{indent}</author>"


def _text(name: str, text: str, indent: str = "  ", attributes: str = "") -> str:
    said = escape(_FORBIDDEN.sub("", text))
    end = f">{said}</{name}>" if said else " />"
    return f"{indent}<{name}{attributes}{end}"


def _value(text: str) -> str:
    """Words as the value of an attribute."""
    return escape(_FORBIDDEN.sub("", text), _SIGNS)
