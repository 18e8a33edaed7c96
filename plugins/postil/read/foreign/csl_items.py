"""Sources of bibliographies: CSL items in JSON, as reference managers export them, or in YAML, as
pandoc reads them, and BibTeX.

https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from postil.model.diagnostic import Diagnostic
from postil.read import csl, limits
from postil.read.bibtex_nodes import compose_bibtex
from postil.read.files import decode
from postil.read.foreign.csl_fields import lifted, read_field
from postil.read.foreign.entry import clean, described, shortened
from postil.read.foreign.values import Foreign, ForeignSource, Refused, Remark
from postil.read.nodes import Document, Entries, Items, Node
from postil.read.scalars import is_null, plain, truth
from postil.read.yaml_nodes import compose

FORM = "csl"


class CslError(Exception):
    """The file holds no list of sources. The message says why."""


def is_csl(value: Any) -> bool:
    """Whether a JSON value looks like CSL items."""
    items = _items(value) or []
    return bool(items) and all(
        isinstance(item, Mapping)
        and "id" in item
        and isinstance(item.get("type"), str)
        and item["type"] in csl.TYPES
        for item in items[:20]
    )


def read_csl_yaml(text: str, path: str) -> Foreign:
    """The sources in CSL YAML: a list, or a list under `references`. Raises CslError."""
    checked, problems = decode(text.encode("utf-8", "replace"), path, yaml=True)
    document = None
    if checked is not None:
        document, found = compose(checked, path, checked.split("\n"))
        problems += found
    return _from_document(FORM, document, problems)


def read_bibtex(text: str, path: str) -> Foreign:
    """The sources in BibTeX, as the site itself would read such a file. Raises CslError."""
    if len(text) > limits.SOURCES_BYTES:
        raise CslError(f"larger than {limits.SOURCES_BYTES // 1024} kB, and not read")
    return _from_document("bibtex", *compose_bibtex(text, path))


def _from_document(form: str, document: Document | None, problems: list[Diagnostic]) -> Foreign:
    if document is None or document.root is None:
        raise CslError(str(problems[0]) if problems else "the file holds no source")
    foreign = read_csl(_value(document.root))
    remarks = tuple(
        Remark(f"line {problem.place.line}", "", problem.message, fault=True)
        for problem in problems
    )
    return replace(foreign, form=form, remarks=(*remarks, *foreign.remarks))


def _value(node: Node, key: str = "") -> Any:
    """A node as values of JSON's types; numbers as they were written, for `010` is no 10."""
    if key in csl.OTHERS:
        return plain(node)
    if isinstance(node, Items):
        return [_value(item) for item in node.items]
    if isinstance(node, Entries):
        inside = {name: _value(value, name) for name, (_, value) in node.entries.items()}
        return plain(node) if key in csl.DATES else inside
    found = truth(node)
    return found if found is not None else None if is_null(node) else node.value


def read_csl(value: Any) -> Foreign:
    """The sources in a value of JSON's types. Raises CslError where it holds no list of them."""
    items = _items(value)
    if items is None:
        raise CslError("the file must hold a list of sources, or one under “references”")
    sources: list[ForeignSource] = []
    refused: list[Refused] = []
    for number, item in enumerate(items):
        at = f"[{number}]"
        if isinstance(item, Mapping):
            sources.append(_source(item, at))
        else:
            why = f"a source must be an object, and this is {described(item)}"
            refused.append(Refused(at, (Remark(at, shortened(item), why, fault=True),)))
    return Foreign(FORM, sources=tuple(sources), refused=tuple(refused))


def _items(value: Any) -> list[Any] | None:
    if isinstance(value, Mapping):
        for key in ("references", "items"):
            if isinstance(value.get(key), list):
                return list(value[key])
        return [value] if "id" in value and "type" in value else None
    return value if isinstance(value, list) else None


def _source(item: Mapping[str, Any], at: str) -> ForeignSource:
    remarks: list[Remark] = []
    fields: dict[str, Any] = {}
    for key, value in lifted(item).items():
        if value in (None, "", [], {}):
            continue
        found, why = read_field(key, value)
        if why:
            remarks.append(Remark(f"{at}.{clean(key)}", shortened(value), why))
        if found not in (None, "", [], {}):
            fields[key] = found
    return ForeignSource(at, fields, tuple(remarks))
