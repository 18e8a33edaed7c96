"""The fields of a contribution, each with hostile words or harmless ones."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from postil.model.fields.field import Field, Form
from postil.model.fields.source import SOURCE
from postil.model.fields.work import TYPES

GROUP = 16
"""Payloads that share a text; each has a note, a source and a contributor of its own."""


def quoted(value: str) -> str:
    """As a YAML string: any characters, but for those that it cannot have at all."""
    plain = json.dumps(value, ensure_ascii=False)
    return re.sub(
        r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda one: f"\\u{ord(one[0]):04x}", plain
    )


def mapping(fields: Mapping[str, Any]) -> str:
    """A mapping of YAML in one line."""
    return "{" + ", ".join(f"{quoted(key)}: {written(one)}" for key, one in fields.items()) + "}"


def written(value: Any) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Mapping):
        return mapping(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return json.dumps(value)


def note(payload: str, number: int, count: int) -> dict[str, Any]:
    other = (number + GROUP) % count
    return {
        "id": f"note-{number}",
        "kind": ("context", "source", "correction")[number % 3],
        "title": payload,
        "target": {"exact": f"Passage {number} stands", "suffix": " here."},
        "verdict": ("contradicted", "supported", "unverified")[number % 3],
        "body": f"{payload}\n\n[words]({payload}) ![{payload}](a.png) `{payload}`\n\n> {payload}",
        "citations": [
            {"source": f"s{number}", "locator": payload, "quote": payload, "supports": payload},
            {"source": f"b{number}", "locator": payload},
            {"source": f"j{number}", "quote": payload},
            {"passage": f"text-{other // GROUP}#note-{other}", "supports": payload},
        ],
        "contributors": [f"person-{number}"],
        "created": "2026-01-01",
        "revisions": [
            {"date": "2026-01-02", "kind": kind, "summary": payload, "before": payload}
            for kind in ("correction", "clarification", "update")
        ],
        "wanted": payload,
        "x-own": payload,
    }


def source(payload: str, number: int) -> dict[str, Any]:
    fields = fields_of(SOURCE.fields, payload, number)
    return {**fields, "id": f"s{number}", "type": TYPES[number % len(TYPES)]}


def fields_of(fields: Sequence[Field], payload: str, number: int) -> dict[str, Any]:
    known = {"id": f"person-{number}", "kind": "person", "language": "en"}
    return {one.name: known.get(one.name) or filled(one, payload, number) for one in fields}


def filled(field: Field, payload: str, number: int) -> Any:
    """A value for a field, hostile wherever its form lets it be."""
    if field.form is Form.ADDRESS:
        # As it is, and at the end of an address that is one.
        return payload if number % 2 else f"https://e.example/{payload}"
    if field.form in {Form.DATE, Form.DAY, Form.RANGE}:
        return "2026-01-01"
    if field.form is Form.WORD:
        return next(iter(field.words), payload)
    if field.form is Form.FLAG:
        return True
    if field.form is Form.FIELDS:
        return [{"family": payload, "given": payload}, {"literal": payload}]
    return payload


def bibtex_entry(payload: str, number: int) -> str:
    value = payload if payload.count("{") == payload.count("}") else re.sub(r"[{}]", "", payload)
    value = re.sub(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u2028\u2029\ufeff\ufffe]|[\\@]$", "", value)
    # A sign of an entry at the beginning of a line is taken for one whose forerunner has no end.
    value = re.sub(r"\n\s*@", "@", value.replace("\r", "\n"))
    names = ("title", "author", "publisher", "note", "url", "journal", "abstract", "keywords")
    fields = ",\n".join(f"  {name} = {{{value}}}" for name in names)
    return f"@book{{b{number},\n{fields},\n  year = {{2026}}\n}}\n"


def csl_item(payload: str, number: int) -> dict[str, Any]:
    names = ("title", "publisher", "note", "abstract", "URL", "DOI", "container-title", "genre")
    return {
        "id": f"j{number}",
        "type": "book",
        **dict.fromkeys(names, payload),
        "author": [{"literal": payload}, {"family": payload, "given": payload, "suffix": payload}],
        "issued": {"literal": payload},
    }


def link(payload: str) -> dict[str, str]:
    return {
        "address": f"https://e.example/{payload}",
        "state": "moved",
        "checked": "2026-01-01",
        "moved_to": payload,
        "archive": f"https://web.archive.org/web/{payload}",
    }
