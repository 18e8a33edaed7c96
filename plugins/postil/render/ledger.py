"""The page of sources: each with how it was checked, and where it is cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from postil.render.citation import CitationView
from postil.render.context import RenderContext
from postil.render.link_state import LinkView
from postil.render.note_link import NoteLink
from postil.render.overview import Frame, Part, render_overview


@dataclass(frozen=True, slots=True)
class Use:
    """One citation of a source: the note that cites it, and its words."""

    note: NoteLink
    locator: str
    quote: str
    supports: str


@dataclass(frozen=True, slots=True)
class Work:
    """A source: `source` is how a note would cite it, `check` the id of the part that it stands
    in, `link` what became of its address, `uses` where it is cited, `count` how often, `more` how
    many of them are left out, and `texts` the slugs of all that cite it."""

    id: str
    check: str
    source: CitationView
    link: LinkView | None
    uses: tuple[Use, ...]
    more: str
    count: str
    texts: tuple[str, ...]


def render_ledger(
    frame: Frame,
    parts: Sequence[tuple[Part, Sequence[Work]]],
    several: bool,
    context: RenderContext,
) -> str:
    """The page, or one sheet of it. `several` says whether notes must name their text, because the
    site has more than one."""
    number = sum(len(entries) for _, entries in parts)
    return render_overview("ledger.html", frame, number, context, parts=parts, several=several)
