"""The list of sources: CSL items, and how each was checked."""

from __future__ import annotations

from typing import Any

from postil.model.diagnostic import Diagnostic
from postil.model.source import Source
from postil.read import csl
from postil.read.fields import Fields, Names, not_fields
from postil.read.forms import doi_problem, id_from, source_id_problem, url_problem
from postil.read.items import read_date, read_names
from postil.read.nodes import Document, Entries, Items, Node
from postil.read.scalars import plain
from postil.read.unique import Ids, Unique
from postil.read.words import shown

_CHECKS = (
    *("archive", "archived", "checked", "copy", "seen", "extent", "excerpt", "remark", "link"),
)
SOURCE = Names(
    "a source",
    ("id", "type", *csl.TEXTS, *csl.NAMES, *csl.DATES, *_CHECKS, *csl.OTHERS),
    {"kind": "type", "authors": "author", "editors": "editor", "date": "issued", "year": "issued"}
    | {"published": "issued", "link-to": "URL", "website": "URL", "address": "URL"}
    | {"journal": "container-title", "newspaper": "container-title", "pages": "page"}
    | {"retrieved": "accessed", "opened": "checked", "quote": "excerpt", "comment": "remark"},
)
_LIST = Names("the list of sources", ("references",), {"sources": "references"})
COPIES = ("own-page", "repost", "secondary")
SEEN = ("live", "stored", "paper")
EXTENTS = ("whole", "part")


def read_sources(document: Document, problems: list[Diagnostic]) -> tuple[dict[str, Source], Ids]:
    """The sources by id, and what a citation can name."""
    found: dict[str, Source] = {}
    ids = Unique("source", problems)
    for node in _nodes(document, problems):
        if not isinstance(node, Entries):
            problems.append(not_fields(document, node, SOURCE))
            continue
        fields = Fields(document, node, SOURCE, problems)
        source = _source(fields)
        if not source.id or not ids.add(source.id, fields.place("id")):
            continue
        if problem := source_id_problem(source.id):
            message = f"the id {shown(source.id)} {problem[0]}"
            fields.report("id-form", message, fields.place("id"), problem[1])
            ids.add(id_from(source.id), fields.place("id"))
        else:
            found[source.id] = source
    return found, Ids(frozenset(found), ids.all)


def _nodes(document: Document, problems: list[Diagnostic]) -> list[Node]:
    root = document.root
    if isinstance(root, Entries) and "id" not in root.entries:
        # Pandoc's form: the list stands under `references`.
        return Fields(document, root, _LIST, problems).items("references")
    return root.items if isinstance(root, Items) else [root] if root else []


def _source(fields: Fields) -> Source:
    id = fields.word("id")
    fields.required("id", id)
    return Source(
        id=id,
        item=_item(fields, id),
        place=fields.place(),
        archive=fields.checked("archive", "url-form", url_problem),
        archived=fields.date("archived"),
        checked=fields.date("checked"),
        copy=fields.choice("copy", COPIES),
        seen=fields.choice("seen", SEEN),
        extent=fields.choice("extent", EXTENTS),
        excerpt=fields.text("excerpt"),
        remark=fields.text("remark"),
        link=fields.flag("link", default=True),
    )


def _item(fields: Fields, id: str) -> dict[str, Any]:
    """The CSL item: its fields in the order in which they were written."""
    type = fields.choice("type", csl.TYPES)
    fields.required("type", type or fields.get("type"))
    item: dict[str, Any] = {"id": id, "type": type or "document"}
    for key in fields.entries:
        if (node := fields.get(key)) is None or key in item or key in _CHECKS:
            continue
        if key == "URL":
            value: Any = fields.checked(key, "url-form", url_problem)
        elif key == "DOI":
            value = fields.checked(key, "url-form", doi_problem)
        elif key in csl.NAMES:
            value = read_names(fields, key)
        elif key in csl.DATES:
            value = read_date(fields, key)
        elif key in csl.OTHERS:
            value = plain(node)
        elif key in csl.TEXTS:
            value = fields.word(key) if key.startswith("title") else fields.text(key)
        else:
            continue
        if value:
            item[key] = value
    return item
