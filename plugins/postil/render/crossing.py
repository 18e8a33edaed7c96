"""What leads from one text of the site to another: cited passages, and the notes that cite them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from postil.model.text import Text
from postil.render.context import RenderContext
from postil.render.note_link import NoteLink
from postil.render.reference import format_reference
from postil.render.templates import template
from postil.render.text_item import text_item


@dataclass(frozen=True, slots=True)
class CitedView:
    """A passage of another text as a note cites it.

    `reference` is the text as the site's style writes it, with a link to the passage at `href`.
    `said` are the words as they stand there, `language` theirs where it is not that of the page;
    `notice` says what is wrong with them, and `written` is what the citation has. `note` is the
    name of the note whose passage it is, or empty.
    """

    reference: Markup
    href: str
    kind_of_text: str
    said: tuple[str, ...]
    language: str = ""
    examined: bool = False
    notice: str = ""
    written: str = ""
    note: str = ""
    locator: str = ""
    supports: str = ""


@dataclass(frozen=True, slots=True)
class QuotedView:
    """A passage that notes cite and no note of its text is about."""

    words: str
    href: str
    language: str
    notes: tuple[NoteLink, ...]


def refer_to_text(text: Text, href: str, context: RenderContext) -> Markup:
    """A text of the site as the site's style writes it, linked to `href`."""
    link = Markup(' href="{}"').format(href)
    return format_reference(text_item(text), context.style, context.words, link)


def render_cited(view: CitedView, context: RenderContext) -> str:
    """The item of a list of sources."""
    return str(_macros().cited(view, context.words))


def render_citing(notes: Sequence[NoteLink], context: RenderContext) -> str:
    """The notes that cite a passage; nothing where there are none."""
    if not notes:
        return ""
    return str(_macros().citing(notes, context.words))


def render_quoted(passages: Sequence[QuotedView], context: RenderContext) -> str:
    """The passages of a text that no note of its own is about; nothing where there are none."""
    return str(_macros().quoted(passages, context.words)) if passages else ""


def _macros() -> Any:
    return template("crossing.html").module
