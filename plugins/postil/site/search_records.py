"""What Pagefind reads: a page as records of limited size.

A result of Pagefind's is a record, of which it loads all the words when it is shown; so a long text
is cut into several. Each record is an HTML document, in which sections under their own ids are
results within the result (https://pagefind.app/docs/sub-results/).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import escape

from postil.model.annotation import Annotation
from postil.model.text import Text
from postil.render.context import RenderContext
from postil.render.header import kind_of_text, origin
from postil.render.note import tone
from postil.site.explain import Explained
from postil.site.searched import searched_notes

MOST = 40_000
"""The characters of HTML after which a record ends with a block: some 6,000 words, of which
Pagefind makes about 15 kB."""

EXCLUDED = ("[data-search-exclude]", ".headerlink")
"""Selectors of what it passes over."""

_END_OF_BLOCK = re.compile(r"</(?:p|ul|ol|dl|table|blockquote|pre|figure|div|h[1-6])>\s*")
_HEADING = re.compile(r'<(h[1-6])\b[^<>]*\sid="[^"]*"[^<>]*>.*?</\1>', re.DOTALL)

Labels = Mapping[str, tuple[str, ...]]
"""By the id of a note on its page: its kind and its verdict in words, and the look of that."""


@dataclass(frozen=True, slots=True)
class Record:
    """The address of a page, as seen from the root of the site, and HTML that is found there.

    Pagefind keeps one record of an address, so a second one of a page ends in `?2`, and so on.
    """

    url: str
    html: str


@dataclass(frozen=True, slots=True)
class _Block:
    """HTML of a page that stands in one record, and the labels of the notes in it."""

    html: str
    labels: Labels


def page_records(url: str, title: str, html: str, language: str) -> Iterator[Record]:
    """The records of a page that is no explainer's; its title is plain text."""
    return _records(url, _cut(html), language, {"title": title})


def explainer_records(url: str, explained: Explained, context: RenderContext) -> Iterator[Record]:
    """The records of an explainer: what is said of its text, the text, and its notes."""
    text = explained.explainer.text
    told = {"title": text.title, "kind": kind_of_text(text.provenance, context.words)}
    blocks = [
        _Block(_head(text, context), {}),
        *_cut(explained.html),
        *(
            _Block(note.html, {note.id: _label(note.annotation, context)})
            for note in searched_notes(explained)
        ),
    ]
    return _records(url, blocks, context.language, told)


def _head(text: Text, context: RenderContext) -> str:
    from_where = text.provenance
    said = (
        escape(text.description),
        origin(from_where, context.words),
        escape(from_where.reason),
        escape(from_where.remark),
    )
    paragraphs = "".join(f"<p>{one}</p>" for one in said if one)
    return f"<h1>{escape(text.title)}</h1>{paragraphs}\n"


def _label(annotation: Annotation, context: RenderContext) -> tuple[str, ...]:
    kind = context.settings.kind(annotation.kind).label
    verdict = context.settings.verdict(annotation.verdict)
    return (kind, verdict.label, tone(verdict), verdict.sign) if verdict else (kind,)


def _cut(html: str) -> list[_Block]:
    """The HTML in blocks. Where one ends within another one, an element is not closed, or closed
    twice, which changes no words."""
    ends = [match.end() for match in _END_OF_BLOCK.finditer(html)]
    starts = [0, *ends]
    return [
        _Block(html[start:end], {}) for start, end in zip(starts, [*ends, len(html)], strict=True)
    ]


def _records(
    url: str, blocks: Iterable[_Block], language: str, told: Mapping[str, str]
) -> Iterator[Record]:
    for number, some in enumerate(_gathered(blocks), start=1):
        address = url if number == 1 else f"{url}?{number}"
        yield Record(address, _document(some, language, told))


def _gathered(blocks: Iterable[_Block]) -> Iterator[list[_Block]]:
    """The blocks, those of a record together. One that goes on under a heading begins with it."""
    some: list[_Block] = []
    size = 0
    heading = ""
    for block in blocks:
        if size > MOST:
            yield some
            some, size = [_Block(heading, {})], 0
        some.append(block)
        size += len(block.html)
        if block.labels:
            heading = ""
        elif found := _HEADING.search(block.html):
            heading = found[0]
    yield some


def _document(blocks: Iterable[_Block], language: str, told: Mapping[str, str]) -> str:
    labels = {id: label for block in blocks for id, label in block.labels.items()}
    if labels:
        told = {**told, "notes": json.dumps(labels, ensure_ascii=False, separators=(",", ":"))}
    names = ", ".join(f"{name}[data-{name}]" for name in told)
    values = "".join(f' data-{name}="{escape(value)}"' for name, value in told.items())
    inside = "".join(block.html for block in blocks)
    return (
        f'<!doctype html><html lang="{escape(language)}"><body>'
        f'<div data-pagefind-meta="{names}"{values}></div>{inside}</body></html>'
    )
