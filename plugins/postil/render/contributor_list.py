"""The page of contributors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from postil.render.context import RenderContext
from postil.render.evidence import Evidence
from postil.render.note_link import NoteLink, TextLink
from postil.render.overview import Frame, render_overview


@dataclass(frozen=True, slots=True)
class Portion:
    """What a contributor wrote on one text: how many notes, in words, the notes, and how many of
    them are not listed, in words."""

    text: TextLink
    count: str
    notes: tuple[NoteLink, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Writer:
    """A contributor and what they wrote; `href` is an address of theirs that may be linked, `host`
    what it is shown as, `kind` says in words whether it is a person or an organisation. Where what
    they wrote goes on from the page before, there is no `id` and no `evidence`."""

    id: str
    name: str
    about: str
    kind: str
    href: str
    host: str
    count: str
    evidence: Evidence | None
    portions: tuple[Portion, ...]


def render_contributors(frame: Frame, writers: Sequence[Writer], context: RenderContext) -> str:
    """The page, or one sheet of it."""
    number = len(writers)
    return render_overview("contributors.html", frame, number, context, writers=writers)
