"""A source as a note cites it, ready to be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from postil.model.annotation import Citation
from postil.model.source import Source
from postil.render.context import RenderContext
from postil.render.dates import long_date
from postil.render.link_state import LinkView, link_in_note
from postil.render.links import safe_link
from postil.render.reference import NOTHING, format_reference
from postil.render.words import Words, say


@dataclass(frozen=True, slots=True)
class CitationView:
    """The parts of one line of a list of sources; an empty part is not shown.

    `reference` is the source as the site's style writes it, with a link, and without the full
    stop at its end; `stop` is that full stop, unless the words before it end in one. `href` and
    `archive` are addresses that may be linked, and `robust` are the attributes that links to both
    carry (see `robust`). `checks` say how the source was checked.
    `opened` is False for a source that nobody opened. `entry` is the address of the source among
    all of them. `link` says that its address leads nowhere any more, or elsewhere.
    """

    title: str
    reference: Markup
    stop: str = "."
    href: str = ""
    robust: Markup = NOTHING
    checks: tuple[str, ...] = ()
    opened: bool = True
    archive: str = ""
    archive_words: str = ""
    locator: str = ""
    quote: str = ""
    supports: str = ""
    excerpt: str = ""
    remark: str = ""
    entry: str = ""
    link: LinkView | None = None


def cite(citation: Citation, context: RenderContext) -> CitationView:
    """One use of a source. A source that the site does not know shows its id."""
    words = context.words
    source = context.sources.get(citation.source)
    if source is None:
        title = say(words, "unknown-source", id=citation.source)
        return CitationView(
            title=title,
            reference=Markup("<cite>{}</cite>").format(words.isolate(title)),
            locator=citation.locator,
            quote=citation.quote,
            supports=citation.supports,
        )
    # Held with its source: a context with other sources may have come from the same one.
    known, view = context.once(("cited", source.id), lambda: (source, _view(source, context)))
    if known is not source:
        view = _view(source, context)
    locator = citation.locator
    return replace(
        view,
        stop=("" if locator.endswith(".") else ".") if locator else view.stop,
        locator=locator,
        quote=citation.quote,
        supports=citation.supports,
        entry=context.entry("source", source.id),
    )


def cited_views(sources: Iterable[Source], context: RenderContext) -> dict[str, CitationView]:
    """Of each source, by its id, what is the same wherever it is cited. To write its reference
    takes milliseconds."""
    return {source.id: _view(source, context) for source in sources}


def know_views(views: Mapping[str, CitationView], context: RenderContext) -> None:
    """Takes what was made of the sources of a context, wherever they are cited with it."""
    for id, view in views.items():
        known = context.sources[id], view
        context.once(("cited", id), partial(_same, known))


def _same(known: tuple[Source, CitationView]) -> tuple[Source, CitationView]:
    return known


def _view(source: Source, context: RenderContext) -> CitationView:
    """What is the same wherever a source is cited."""
    words = context.words
    archive = archive_link(source)
    archived = long_date(source.archived, words)
    reference = refer(source, context)
    return CitationView(
        title=str(source.item.get("title") or words["no-title"]),
        reference=reference,
        stop="" if reference.striptags().endswith(".") else ".",
        href=source_link(source),
        robust=robust(source),
        checks=_checks(source, words),
        opened=bool(source.checked),
        archive=archive,
        archive_words=(say(words, "archived-on", date=archived) if archived else words["archived"]),
        excerpt=source.excerpt,
        remark=source.remark,
        link=link_in_note(source_link(source), archive, context),
    )


def refer(source: Source, context: RenderContext) -> Markup:
    """The source as the site's style writes it, with a link to it where it has an address."""
    words = context.words
    item: dict[str, Any] = {"title": words["no-title"], **source.item}
    if not item["title"]:
        item["title"] = words["no-title"]
    if not source.link:
        item.pop("URL", None)
        item.pop("DOI", None)
    if not context.style:
        _name_once(item)
    return format_reference(item, context.style, words, _link(source))


def source_link(source: Source) -> str:
    """The address of a source, by its DOI where it has no other; empty if it must not be linked."""
    doi = str(source.item.get("DOI") or "")
    if source.url or not doi or not source.link:
        return safe_link(source.url)
    return safe_link(doi if "://" in doi else f"https://doi.org/{doi}")


def archive_link(source: Source) -> str:
    """The address of the archive copy; empty where it would give away an address that must not be
    linked, as those of archives do that hold the one of the original."""
    host = urlsplit(safe_link(str(source.item.get("URL") or ""))).hostname
    if not source.link and host and host in source.archive.casefold():
        return ""
    return safe_link(source.archive)


def robust(source: Source) -> Markup:
    """The attributes by which a link can be mended: where the original is, where a copy of it,
    and of which day. Nothing for a source without both addresses.

    https://robustlinks.mementoweb.org/spec/
    """
    original, version = source_link(source), archive_link(source)
    if not original or not version:
        return NOTHING
    attributes = Markup(' data-originalurl="{}" data-versionurl="{}"').format(original, version)
    if date := _version_date(source, version):
        attributes += Markup(' data-versiondate="{}"').format(date)
    return attributes


def _version_date(source: Source, version: str) -> str:
    """The day of an archive copy, ISO 8601: as the source says, or as the address of the copy."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", source.archived, re.ASCII):
        return source.archived
    # The form of addresses that web archives share: …/web/20261122093000/https://…
    found = re.search(r"/(\d{4})(\d\d)(\d\d)\d{6}(?:[a-z]{2}_)?/", version, re.ASCII)
    return "-".join(found.groups()) if found else ""


def _link(source: Source) -> Markup:
    href = source_link(source)
    if not href:
        return NOTHING
    link = Markup(' href="{}"').format(href)
    return link + robust(source) + Markup(' rel="noopener noreferrer"')


def _name_once(item: dict[str, Any]) -> None:
    """Leaves out who published a work where that is its author, which no style can compare."""
    for name in item.get("author") or item.get("editor") or ():
        if isinstance(name, dict) and name.get("literal"):
            for field in ("container-title", "publisher"):
                if item.get(field) == name["literal"]:
                    del item[field]


def _checks(source: Source, words: Words) -> tuple[str, ...]:
    """How the source was checked, as words. What was not opened says only that."""
    if not source.checked:
        return (words["unchecked"],)
    seen = words.get(source.seen, source.seen)
    if source.extent == "part":
        seen = words["comma"].join(part for part in (seen, words["part"]) if part)
    copy = words.get(source.copy, source.copy)
    checked = say(words, "checked", date=long_date(source.checked, words))
    return tuple(part for part in (copy, seen, checked) if part)
