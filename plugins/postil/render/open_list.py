"""The page of what is open: where help is needed, and how to give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from postil.model.place import Place
from postil.render.citation import CitationView
from postil.render.context import RenderContext
from postil.render.link_state import LinkView
from postil.render.links import safe_link
from postil.render.note_link import NoteLink
from postil.render.overview import Frame, Part, render_overview


@dataclass(frozen=True, slots=True)
class Way:
    """The way to help: where the file is edited in the browser, or else its path and line."""

    href: str
    path: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a passage, and its words as the note gives them."""

    why: str
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something that is open. It is about a `note` or about a `source`, `wanted` says which
    evidence is wanted, `problems` what is wrong; `page` is the entry of the source among all, and
    `title` what it is called."""

    id: str
    way: Way
    texts: tuple[str, ...]
    note: NoteLink | None = None
    wanted: str = ""
    problems: tuple[Problem, ...] = ()
    source: CitationView | None = None
    link: LinkView | None = None
    page: str = ""
    title: str = ""


def way_to_help(place: Place, context: RenderContext) -> Way:
    """How to change the file that `place` is in."""
    # The first line is where everybody looks.
    line = f":{place.line}" if place.line > 1 else ""
    return Way(safe_link(context.address(place)), f"{place.path}{line}")


def render_open(
    frame: Frame,
    parts: Sequence[tuple[Part, Sequence[Question]]],
    several: bool,
    context: RenderContext,
    more: str = "",
) -> str:
    """The page, or one sheet of it. `several` says whether notes must name their text, because the
    site has more than one; `more` how many are not listed at its end, in words."""
    number = sum(len(entries) for _, entries in parts)
    values = {"parts": parts, "several": several, "more": more}
    return render_overview("open.html", frame, number, context, **values)
