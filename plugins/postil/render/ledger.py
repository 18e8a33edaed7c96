"""The page of sources: each with how it was checked, and where it is cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from postil.model.link import LinkCheck, LinkState
from postil.render.citation import CitationView
from postil.render.context import RenderContext
from postil.render.dates import long_date
from postil.render.links import safe_link
from postil.render.note_link import NoteLink
from postil.render.overview import Frame, Part, render_overview
from postil.render.words import say


@dataclass(frozen=True, slots=True)
class LinkView:
    """What an address led to, in words, where a page moved to, and a stored copy."""

    state: LinkState
    told: str
    moved_to: str = ""
    archive: str = ""
    archive_words: str = ""


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


def view_link(check: LinkCheck | None, known: str, context: RenderContext) -> LinkView | None:
    """What came of opening an address; `known` is the copy that the source names itself."""
    if check is None:
        return None
    words = context.words
    since = check.since if check.state is LinkState.DEAD and check.since else check.checked
    archive = "" if known else safe_link(check.archive)
    archived = long_date(check.archived, words)
    return LinkView(
        state=check.state,
        told=say(words, f"link-{check.state}", date=long_date(since, words)),
        moved_to=safe_link(check.moved_to),
        archive=archive,
        archive_words=say(words, "archived-on", date=archived) if archived else words["archived"],
    )


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
