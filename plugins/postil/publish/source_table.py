"""Sources as rows of a table: what they are, how they were checked, and which notes cite them."""

from __future__ import annotations

from collections.abc import Sequence

from postil.model.source import Source
from postil.publish.iri import web_uri
from postil.render.citation import archive_link
from postil.render.dates import iso_date

COLUMNS = (
    *("id", "type", "title", "author", "container-title", "publisher", "issued", "URL", "DOI"),
    *("archive", "archived", "checked", "copy", "seen", "extent", "excerpt", "remark"),
    *("citations", "cited-by"),
)


def source_row(source: Source, notes: Sequence[str]) -> tuple[str, ...]:
    """The cells of a source, as `COLUMNS` names them; `notes` name each note that cites it."""
    item = source.item
    return (
        source.id,
        str(item.get("type") or ""),
        str(item.get("title") or ""),
        _names(item.get("author")),
        str(item.get("container-title") or ""),
        str(item.get("publisher") or ""),
        iso_date(item.get("issued")),
        web_uri(source.url),
        str(item.get("DOI") or "") if source.link else "",
        archive_link(source),
        source.archived,
        source.checked,
        source.copy,
        source.seen,
        source.extent,
        source.excerpt,
        source.remark,
        str(len(notes)),
        "; ".join(dict.fromkeys(notes)),
    )


def _names(value: object) -> str:
    if not isinstance(value, (list, tuple)):
        return "" if value is None else str(value)
    return "; ".join(name for name in map(_name, value) if name)


def _name(value: object) -> str:
    if not isinstance(value, dict):
        return str(value)
    if value.get("literal"):
        return str(value["literal"])
    family = " ".join(
        str(value[part])
        for part in ("dropping-particle", "non-dropping-particle", "family")
        if value.get(part)
    )
    parts = (family, value.get("suffix"), value.get("given"))
    return ", ".join(str(part) for part in parts if part)
