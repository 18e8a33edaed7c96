"""The list of sources: CSL items, and how each was checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from postil.model.diagnostic import Diagnostic
from postil.model.fields.source import SOURCE, SOURCES
from postil.model.source import Source
from postil.read import csl
from postil.read.fields import Fields, not_fields
from postil.read.forms import (
    Problem,
    doi_problem,
    id_from,
    isbn_problem,
    issn_problem,
    source_id_problem,
    url_problem,
)
from postil.read.items import read_date, read_names
from postil.read.nodes import Document, Entries, Items, Node, Scalar
from postil.read.scalars import plain
from postil.read.unique import Ids, Unique
from postil.read.words import shown

_FORMS: Mapping[str, tuple[str, Callable[[str], Problem | None]]] = MappingProxyType(
    {
        "URL": ("url-form", url_problem),
        "DOI": ("url-form", doi_problem),
        "ISBN": ("isbn-form", isbn_problem),
        "ISSN": ("isbn-form", issn_problem),
    }
)
"""Fields whose form is checked: the code and what tells what is wrong."""


def read_sources(
    document: Document, problems: list[Diagnostic], ids: Unique | None = None
) -> tuple[dict[str, Source], Ids]:
    """The sources of one file by id, and what a citation can name.

    `ids` are those of the files before; a source whose id is among them is left out.
    """
    found: dict[str, Source] = {}
    ids = Unique("source", problems) if ids is None else ids
    for node in _nodes(document, problems):
        if not isinstance(node, Entries):
            problems.append(not_fields(document, node, SOURCE))
            continue
        fields = Fields(document, _own_fields(document, node, problems), SOURCE, problems)
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


def _own_fields(document: Document, node: Entries, problems: list[Diagnostic]) -> Entries:
    """The fields of a source, and of Postil's those that stand under `custom`, which is where
    CSL-JSON keeps what it has no field for; the rest of it belongs to others."""
    custom = node.entries.get("custom")
    if custom is None or not isinstance(custom[1], Entries):
        return node
    inside = custom[1].entries
    own = {key: inside[key] for key in csl.CHECKED if key in inside}
    entries = {key: value for key, value in node.entries.items() if key != "custom"}
    if rest := {key: value for key, value in inside.items() if key not in own}:
        entries["custom"] = (custom[0], custom[1]._replace(entries=rest))
    for key, value in own.items():
        if key in entries and not _names_archive(document, entries[key][1], key):
            first = entries[key][0].line
            message = f"{shown(key)} stands a second time, after line {first}"
            at = document.place(value[0])
            problems.append(Diagnostic("field-twice", message, at, "keep one of the two"))
        else:
            entries[key] = value
    return node._replace(entries=entries)


def _names_archive(document: Document, node: Node, key: str) -> bool:
    """Whether `archive` is CSL's, the name of an archive, as programs write it into their files,
    and not Postil's, an address."""
    foreign = document.path.endswith((".json", ".bib"))
    written = node.value if isinstance(node, Scalar) else ""
    return foreign and key == "archive" and not re.search(r"[/.]", written)


def _nodes(document: Document, problems: list[Diagnostic]) -> list[Node]:
    root = document.root
    if isinstance(root, Entries) and "id" not in root.entries:
        # Pandoc's form: the list stands under `references`.
        return Fields(document, root, SOURCES, problems).items("references")
    return root.items if isinstance(root, Items) else [root] if root else []


def _source(fields: Fields) -> Source:
    id = fields.word("id")
    fields.required("id", id)
    return Source(
        id=id,
        item=_item(fields, id),
        place=fields.place(),
        archive=_archive(fields),
        archived=fields.date("archived"),
        checked=fields.date("checked"),
        copy=fields.choice("copy"),
        seen=fields.choice("seen"),
        extent=fields.choice("extent"),
        excerpt=fields.text("excerpt"),
        remark=fields.text("remark"),
        link=fields.flag("link"),
    )


def _archive(fields: Fields) -> str:
    node = fields.get("archive")
    if node is not None and _names_archive(fields.document, node, "archive"):
        return ""
    return fields.checked("archive", "url-form", url_problem)


def _item(fields: Fields, id: str) -> dict[str, Any]:
    """The CSL item: its fields in the order in which they were written."""
    type = fields.choice("type")
    fields.required("type", type)
    item: dict[str, Any] = {"id": id, "type": type or "document"}
    for key in fields.entries:
        if (node := fields.get(key)) is None or key in item:
            continue
        if key in csl.CHECKED and not _names_archive(fields.document, node, key):
            continue
        if key in _FORMS:
            value: Any = fields.checked(key, *_FORMS[key])
        elif key in csl.CHECKED:
            value = fields.text(key)
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
