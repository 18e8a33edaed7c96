"""What other pages embed: a note with its passage, the latest changes, what is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from postil.render.change_list import Published, Revised
from postil.render.context import RenderContext
from postil.render.note import NoteView
from postil.render.note_link import NoteLink
from postil.render.overview import Part
from postil.render.surroundings import Surroundings
from postil.render.templates import template


@dataclass(frozen=True, slots=True)
class Shown:
    """A note on another page than that of its text: what it says, the way to it, what its text is
    to the site, and its first passage, None if it has no place. `language` and `direction` are
    those of the text, either may be empty."""

    note: NoteView
    link: NoteLink
    kind_of_text: str
    passage: Surroundings | None
    language: str = ""
    direction: str = ""


def render_shown(shown: Shown, context: RenderContext) -> str:
    """The passage with its mark, and its note."""
    return _render("embed_note.html", context, shown=shown, note=shown.note, link=shown.link)


def render_latest(
    entries: Sequence[Revised | Published], several: bool, context: RenderContext
) -> str:
    """A list of changes. `several` says that notes must name their text."""
    marked = [(isinstance(one, Revised), one) for one in entries]
    return _render("embed_changes.html", context, entries=marked, several=several)


def render_open_parts(parts: Sequence[Part], context: RenderContext) -> str:
    """What is missing, and how often."""
    return _render("embed_open.html", context, parts=parts)


def _render(name: str, context: RenderContext, **values: object) -> str:
    return template(name).render(words=context.words, language=context.language, **values)
