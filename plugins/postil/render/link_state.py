"""What became of the address of a source, for readers."""

from __future__ import annotations

from dataclasses import dataclass

from postil.model.link import LinkCheck, LinkState
from postil.render.context import RenderContext
from postil.render.dates import long_date
from postil.render.links import safe_link
from postil.render.words import say


@dataclass(frozen=True, slots=True)
class LinkView:
    """What an address led to, in words, where a page moved to, and a stored copy."""

    state: LinkState
    told: str
    moved_to: str = ""
    archive: str = ""
    archive_words: str = ""


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


def link_in_note(address: str, known: str, context: RenderContext) -> LinkView | None:
    """What a note says of the address of a source: only what a reader who follows it would run
    into, that the page is gone or moved."""
    check = context.links.get(address)
    if check is None or check.state not in {LinkState.DEAD, LinkState.MOVED}:
        return None
    return view_link(check, known, context)
