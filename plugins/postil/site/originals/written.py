"""A document as the Markdown of a text, held against its words before anybody writes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

from postil.model.limits import Limits
from postil.read import limits
from postil.read.originals.blocks import blocks, plain_blocks
from postil.read.originals.clean import BLOCKS, clean, parsed, written
from postil.read.originals.inline import Style, content
from postil.read.originals.original import Original, OriginalError
from postil.site.originals.harmless import is_harmless
from postil.site.originals.words import difference, words_of, words_of_original

Render = Callable[[str], str]
"""Markdown to HTML, as the site does it."""

_FOOTNOTES = (
    # The marks and notes of Python-Markdown, as they are named before they are written.
    (re.compile(r'<a class="footnote-ref" href="#fn:([^"]*)"'), r'<a href="#footnote-\1"'),
    (re.compile(r'<a class="footnote-backref" href="#fnref\d*:([^"]*)"[^>]*>.*?</a>'), ""),
    (re.compile(r'<li id="fn:([^"]*)"'), r'<li id="footnote-\1"'),
    (re.compile(r'<a class="headerlink".*?</a>'), ""),
    (re.compile(r'<div class="footnote">\s*<hr ?/?>'), "<div>"),
)

_SIGNS = re.compile(r"[`*<&\[\\]|  \n")
"""What Python-Markdown copies the whole paragraph for."""

_MOST = Limits().text

_GROUPS = frozenset({"article", "aside", "body", "center", "div", "footer", "header", "main"}) | {
    "section"
}
"""Elements of which nothing is left in Markdown but that they part words."""


def markdown_of(
    original: Original, render: Render, base: str, notes: bool, most: int = _MOST
) -> str:
    """The Markdown of an original, whose words the site shows as they are.

    `base` is the address that its links are relative to, or empty; `notes` is whether the site
    knows footnotes; `most` are the kilobytes of a text. Markdown is taken as it is where it makes
    nothing but what a text needs. Raises OriginalError where the words would be others, or where
    to render them would take too long.
    """
    html = original.html
    if original.markdown:
        rendered = render(_bounded(original.markdown, most))
        if is_harmless(rendered):
            return original.markdown.strip("\n") + "\n"
        for pattern, replacement in _FOOTNOTES:
            rendered = pattern.sub(replacement, rendered)
        html = clean(rendered)
    if html.count("<") > limits.HTML_TAGS:
        raise OriginalError(f"it holds more than {limits.HTML_TAGS} tags or paragraphs")
    wanted = words_of_original(html, notes)
    if not wanted:
        raise OriginalError("it holds no words")
    wrong = ""
    try:
        for markdown in _attempts(html, render, base, notes):
            _bounded(markdown, most)
            if not (wrong := difference(wanted, words_of(render(markdown)))):
                return markdown
    except RecursionError:
        raise OriginalError("its elements stand one within the other too deeply") from None
    raise OriginalError(f"its words would not stay what they are: {wrong}")


def _bounded(markdown: str, most: int) -> str:
    """The Markdown itself. Raises OriginalError for what no site takes, before time is spent."""
    if len(markdown.encode()) > most * 1024:
        raise OriginalError(f"it would be larger than {most} kB, the most that this site reads")
    work = sum(
        len(paragraph) * len(_SIGNS.findall(paragraph)) for paragraph in markdown.split("\n\n")
    )
    if work > limits.ORIGINAL_SIGNS:
        raise OriginalError("a paragraph of it holds too many signs, links or lines to be rendered")
    return markdown


def _attempts(html: str, render: Render, base: str, notes: bool) -> Iterator[str]:
    """Ways to write a document, each with less of its form than the one before."""
    tree = parsed(html)
    full = Style(notes=notes, base=base)
    yield _joined(blocks(tree, full))
    yield _joined(_best_of_each(tree, render, full))
    spelled = Style(marked=False, spelled=True, notes=notes)
    yield _joined(blocks(tree, spelled))
    yield _joined(plain_blocks(tree, Style(marked=False, spelled=True)))


def _best_of_each(tree: Any, render: Render, full: Style) -> list[str]:
    """Each block in the fullest way that keeps its words."""
    found: list[str] = []
    plain = Style(marked=False, notes=full.notes)
    spelled = Style(marked=False, spelled=True, notes=full.notes)
    styles = (full, replace(full, spelled=True), plain, spelled)
    for part in _parts(tree):
        wanted = words_of_original(written(part), full.notes)
        ways = (blocks(part, style) for style in styles)
        kept = (way for way in ways if words_of(render(_joined(way))) == wanted)
        way = next(kept, None)
        found += plain_blocks(part, spelled) if way is None else way
    return found


def _parts(tree: Any) -> Iterator[Any]:
    """The blocks of a document, each in an element of its own; words between them are one. Of an
    element that only holds blocks together, as an article does, they are those within."""
    part = parsed("")
    for one in content(tree):
        if isinstance(one, str):
            if len(part):
                part[-1].tail = (part[-1].tail or "") + one
            else:
                part.text = (part.text or "") + one
        elif one.tag in BLOCKS:
            yield part
            part = parsed("")
            if one.tag in _GROUPS:
                yield from _parts(one)
                continue
            part.append(deepcopy(one))
            part[0].tail = None
            yield part
            part = parsed("")
        else:
            part.append(deepcopy(one))
            part[-1].tail = None
    yield part


def _joined(written: list[str]) -> str:
    return "\n\n".join(written) + "\n"
