"""Sources as BibTeX, with the types and fields of biblatex.

https://ctan.org/pkg/biblatex, section 2 of its manual.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from postil.model.source import Source
from postil.publish.iri import web_uri
from postil.publish.tex import tex
from postil.render.citation import archive_link
from postil.render.dates import iso_date

# Each type of CSL that has one of its own; anything else is `misc`.
TYPES: Mapping[str, str] = {
    **dict.fromkeys(
        ("article", "article-journal", "article-magazine", "article-newspaper", "review"), "article"
    ),
    **dict.fromkeys(("book", "classic"), "book"),
    "chapter": "incollection",
    "collection": "collection",
    "dataset": "dataset",
    **dict.fromkeys(("entry", "entry-dictionary", "entry-encyclopedia"), "inreference"),
    **dict.fromkeys(("manuscript", "speech"), "unpublished"),
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "periodical": "periodical",
    "report": "report",
    "software": "software",
    "thesis": "thesis",
    **dict.fromkeys(("post", "post-weblog", "webpage"), "online"),
}
# Where the name of what a work appeared in stands, by type of biblatex.
_CONTAINERS = {
    "article": "journaltitle",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "inreference": "booktitle",
    "online": "organization",
}
_PUBLISHERS = {"report": "institution", "thesis": "institution", "online": "organization"}
_NAMES = ("author", "editor", "translator")
_TEXTS: tuple[tuple[str, str], ...] = (
    ("collection-title", "series"),
    ("edition", "edition"),
    ("volume", "volume"),
    ("publisher-place", "location"),
    ("event-title", "eventtitle"),
    ("event-place", "venue"),
    ("genre", "type"),
    ("version", "version"),
    ("language", "language"),
    ("ISBN", "isbn"),
    ("ISSN", "issn"),
    ("note", "note"),
)
_DATE = re.compile(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?", re.ASCII)


def bibtex_entry(source: Source) -> str:
    """The entry of a source. An address that must not be linked is left out.

    How it was checked stands in fields of Postil's own, which other programs pass over.
    """
    type = TYPES.get(str(source.item.get("type")), "misc")
    fields = {**dict(_fields(source, type)), **_checks(source)}
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{type}{{{source.id}{lines}\n}}"


def _fields(source: Source, type: str) -> Iterator[tuple[str, str]]:
    item = source.item
    for name in _NAMES:
        yield name, bibtex_names(item.get(name))
    # A second pair of braces keeps the capitals.
    if title := str(item.get("title") or ""):
        yield "title", f"{{{tex(title)}}}"
    container = tex(str(item.get("container-title") or ""))
    publisher = tex(str(item.get("publisher") or ""))
    yield _PUBLISHERS.get(type, "publisher"), publisher
    # The later one stands: a page of the web has one organisation, and the site is the nearer.
    if container:
        yield _CONTAINERS.get(type, "howpublished"), container
    yield "date", _date(item.get("issued"))
    for key, name in _TEXTS:
        yield name, tex(str(item.get(key) or ""))
    yield "number", tex(str(item.get("issue") or item.get("number") or ""))
    pages = re.sub(r"(?<!\s)\s*+[-–]+\s*", "-", str(item.get("page") or ""))
    yield "pages", tex(pages).replace("-", "--")
    if not source.link:
        return
    if doi := str(item.get("DOI") or ""):
        # biblatex takes it as it is, and only braces would end it.
        yield "doi", re.sub(r"[\s{}\\%]", "", doi.removeprefix("https://doi.org/"))
    if address := web_uri(source.url):
        yield "url", address
        # Who read a stored or printed copy did not open the address.
        opened = "" if source.seen in ("stored", "paper") else source.checked
        yield "urldate", _date(item.get("accessed") or opened)


def _checks(source: Source) -> dict[str, str]:
    words = {
        "copy": source.copy,
        "seen": source.seen,
        "extent": source.extent,
        "excerpt": source.excerpt,
        "remark": source.remark,
        "link": "" if source.link else "false",
    }
    return {
        "archive": web_uri(archive_link(source)),
        "archived": _date(source.archived),
        "checked": _date(source.checked),
        **{name: tex(said) for name, said in words.items()},
    }


def bibtex_names(value: Any) -> str:
    """CSL's names as BibTeX writes them: `von Family, Jr, Given`, or a name as a whole."""
    if not isinstance(value, (list, tuple)):
        return f"{{{tex(str(value))}}}" if value else ""
    return " and ".join(name for name in map(_name, value) if name)


def _name(value: Any) -> str:
    if not isinstance(value, Mapping):
        return f"{{{tex(str(value))}}}" if value else ""
    if value.get("literal"):
        return f"{{{tex(str(value['literal']))}}}"
    parts = {name: tex(str(part)) for name, part in value.items() if isinstance(part, str) and part}
    family, given = _whole(parts.get("family", "")), parts.get("given", "")
    if not family:
        return f"{{{given}}}" if given else ""
    particle = parts.get("non-dropping-particle") or parts.get("dropping-particle") or ""
    last = f"{particle} {family}" if particle else family
    return ", ".join(part for part in (last, parts.get("suffix", ""), _whole(given)) if part)


def _whole(part: str) -> str:
    """A part of a name in braces where BibTeX would take it for several."""
    return f"{{{part}}}" if "," in part or re.search(r"\band\b", part, re.IGNORECASE) else part


def _date(value: Any) -> str:
    """A date that biblatex can read (ISO 8601), or nothing."""
    date = iso_date(value)
    return date if _DATE.fullmatch(date) else ""
