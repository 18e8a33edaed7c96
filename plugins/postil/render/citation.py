"""A source as a note cites it, ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from postil.model.annotation import Citation
from postil.model.source import Source
from postil.render.context import RenderContext
from postil.render.dates import iso_date, long_date
from postil.render.links import safe_link
from postil.render.words import Words, say

# With more authors than these, the first is named "and others".
_AUTHORS = 3


@dataclass(frozen=True, slots=True)
class CitationView:
    """The parts of one line of a list of sources; an empty part is not shown.

    `href` and `archive` are addresses that may be linked. `checks` say how the source was
    checked. `opened` is False for a source that nobody opened.
    """

    title: str
    href: str = ""
    authors: str = ""
    where: str = ""
    date: str = ""
    checks: tuple[str, ...] = ()
    opened: bool = True
    archive: str = ""
    archive_words: str = ""
    locator: str = ""
    quote: str = ""
    supports: str = ""
    excerpt: str = ""
    remark: str = ""


def cite(citation: Citation, context: RenderContext) -> CitationView:
    """One use of a source. A source that the site does not know shows its id."""
    words = context.words
    source = context.sources.get(citation.source)
    if source is None:
        return CitationView(
            title=say(words, "unknown-source", id=citation.source),
            locator=citation.locator,
            quote=citation.quote,
            supports=citation.supports,
        )
    item = source.item
    authors = format_authors(item.get("author") or item.get("editor"), words)
    archive = safe_link(source.archive)
    archived = long_date(source.archived, words)
    return CitationView(
        title=str(item.get("title") or words["no-title"]),
        href=source_link(source),
        authors=authors,
        where=_where(item, authors),
        date=long_date(iso_date(item.get("issued")), words),
        checks=_checks(source, words),
        opened=bool(source.checked),
        archive=archive,
        archive_words=(say(words, "archived-on", date=archived) if archived else words["archived"]),
        locator=citation.locator,
        quote=citation.quote,
        supports=citation.supports,
        excerpt=source.excerpt,
        remark=source.remark,
    )


def source_link(source: Source) -> str:
    """The address of a source, by its DOI where it has no other; empty if it must not be linked."""
    doi = str(source.item.get("DOI") or "")
    if source.url or not doi or not source.link:
        return safe_link(source.url)
    return safe_link(doi if "://" in doi else f"https://doi.org/{doi}")


def format_authors(value: Any, words: Words) -> str:
    """The names of CSL name variables, separated by commas; of many, the first."""
    if not isinstance(value, (list, tuple)):
        return "" if value is None else str(value)
    names = [name for name in map(_name, value) if name]
    if len(names) > _AUTHORS:
        return f"{names[0]} {words['and-others']}"
    return words["comma"].join(names)


def _name(value: Any) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    if value.get("literal"):
        return str(value["literal"])
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(str(value[part]) for part in parts if value.get(part))


def _where(item: Mapping[str, Any], authors: str) -> str:
    """What the work appeared in, or else who published it; with volume, issue and pages."""
    place = str(item.get("container-title") or item.get("publisher") or item.get("genre") or "")
    if place == authors:
        place = ""
    issue = f"({item['issue']})" if item.get("issue") else ""
    volume = f"{item.get('volume') or ''}{issue}"
    pages = str(item.get("page") or "")
    return ", ".join(part for part in (" ".join(filter(None, (place, volume))), pages) if part)


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
