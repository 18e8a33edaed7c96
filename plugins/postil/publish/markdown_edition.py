"""An explainer as Markdown (CommonMark): the text with the numbers of its notes, then the notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from postil.model.explainer import Explainer
from postil.publish.edition import (
    EditionNote,
    EditionSource,
    Line,
    edition_head,
    marks,
    printable,
)
from postil.read.foreign.markdown_text import from_html, from_line
from postil.render.body import render_body
from postil.render.context import RenderContext
from postil.render.visible import VisibleText

# Stand for the brackets of a number while HTML becomes Markdown; nobody writes them.
_OPEN, _CLOSE = "\ue010", "\ue011"
_NUMBER = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
# Beside them, what Python-Markdown leaves behind where its own signs stand in a text.
_PRIVATE = re.compile(f"[{_OPEN}{_CLOSE}\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
# The sign of a heading's address, which the extension `toc` sets behind it.
_PERMALINK = re.compile(r'<a class="headerlink"[^>]*>[^<]*</a>')
# What a body may hold that CommonMark reads otherwise than the page shows it, or that reaches out
# of the note: HTML, references, definitions of links, headings, fences, pictures, which a body has
# none of, and links to elsewhere than the web.
_UNLIKE = re.compile(
    r"[<&]|\]:|!\[|^ {0,3}(?:#|=+\s*$|-+\s*$|```|~~~)|\]\((?!https?://)", re.MULTILINE
)


def markdown_edition(
    explainer: Explainer,
    notes: Sequence[EditionNote],
    html: str,
    visible: VisibleText,
    context: RenderContext,
    address: str,
) -> str:
    """The edition; `notes` are those of the text in words, `html` is the text as the host rendered
    it, `visible` its visible text, and `address` that of the page, or empty."""
    words = context.words
    parts = [f"# {_line(explainer.text.title)}"]
    if explainer.text.description:
        parts.append(_line(explainer.text.description))
    head = edition_head(explainer, context, address)
    parts.append("\n".join(f"- {_addressed(line)}" for line in head))
    parts += ["---", _text(explainer, html, visible)]
    if notes:
        parts.append(f"---\n\n## {_line(words['notes'])}")
    for note in notes:
        parts += _note(note, context)
    return printable("\n\n".join(part for part in parts if part)) + "\n"


def _text(explainer: Explainer, html: str, visible: VisibleText) -> str:
    """The text as Markdown, with `[1]` after the passage of note 1."""
    pieces, done = [], 0
    for end, number in marks(explainer):
        at = visible.source_range(end - 1, end)[1]
        pieces += [_PRIVATE.sub("", html[done:at]), f"{_OPEN}{number}{_CLOSE}"]
        done = at
    pieces.append(_PRIVATE.sub("", html[done:]))
    written = from_html(_PERMALINK.sub("", "".join(pieces)))
    return _NUMBER.sub(r"\\[\1\\]", written)


def _note(note: EditionNote, context: RenderContext) -> Iterator[str]:
    words = context.words
    yield f"### \\[{note.number}\\] {_line(note.title)}"
    yield f"**{_line(note.finding)}**"
    for passage in note.passages:
        yield f"> “{_line(passage)}”"
    for why in note.missing:
        yield f"*{_line(why)}*"
    yield _body(note.body)
    if note.sources:
        yield f"**{_line(words['sources'])}**"
        yield "\n".join(map(_source, note.sources))
    yield "  \n".join(_line(fact) for fact in note.facts)


def _source(source: EditionSource) -> str:
    return "  \n  ".join((f"- {_line(source.words)}", *map(_addressed, source.addresses)))


def _addressed(line: Line) -> str:
    return f"{_line(line.words)} <{line.address}>".strip() if line.address else _line(line.words)


def _body(markdown: str) -> str:
    """The body as it was written, where CommonMark reads it as the page does; else as the page
    shows it."""
    if _UNLIKE.search(markdown):
        return from_html(str(render_body(markdown)))
    return markdown


def _line(words: str) -> str:
    """Words on one line, which mean themselves."""
    # `from_line` writes for bodies of notes, where HTML is words already.
    return from_line(words).replace("<", "&lt;")
