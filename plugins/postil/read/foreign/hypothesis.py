"""Annotations of Hypothesis: answers of its API, and what its client exports.

https://h.readthedocs.io/en/latest/api-reference/v1/: a search gives `total` and `rows`, the client
`export_date`, `client_version` and `annotations`; both hold the same objects.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from postil.read.foreign.entry import Entry, described, shortened
from postil.read.foreign.selectors import passage
from postil.read.foreign.values import Foreign, ForeignNote, Passage, Person, Refused, Remark

FORM = "hypothesis"

_ACCOUNT = re.compile(r"acct:([^@\s]+)@([^@\s]+)")
_WORLD = "group:__world__"


def is_hypothesis(value: Any) -> bool:
    """Whether a JSON value looks like annotations of Hypothesis."""
    if isinstance(value, list):
        return bool(value) and is_hypothesis(value[0])
    if not isinstance(value, Mapping):
        return False
    return (
        isinstance(value.get("rows"), list)
        or (isinstance(value.get("annotations"), list) and "@context" not in value)
        or ("uri" in value and bool({"user", "permissions", "group"} & value.keys()))
    )


def read_hypothesis(value: Any) -> Foreign:
    """The annotations in a JSON value of Hypothesis; replies follow as notes of their own."""
    notes: list[ForeignNote] = []
    refused: list[Refused] = []
    remarks: list[Remark] = []
    for at, row in _rows(value, remarks):
        if not isinstance(row, Mapping):
            why = f"an annotation must be an object, and this is {described(row)}"
            refused.append(Refused(at, (Remark(at, shortened(row), why, fault=True),)))
            continue
        notes.append(_note(row, at))
    return Foreign(FORM, tuple(notes), refused=tuple(refused), remarks=tuple(remarks))


def _rows(value: Any, remarks: list[Remark]) -> list[tuple[str, Any]]:
    if isinstance(value, list):
        return [(f"[{number}]", row) for number, row in enumerate(value)]
    if not isinstance(value, Mapping):
        why = "the file must hold an object"
        remarks.append(Remark("", shortened(value), why, fault=True))
        return []
    keys = [key for key in ("rows", "annotations", "replies") if isinstance(value.get(key), list)]
    if not keys:
        return [("", value)]
    rows = [(f"{key}[{number}]", row) for key in keys for number, row in enumerate(value[key])]
    total = value.get("total")
    if isinstance(total, int) and total > len(rows):
        why = f"the search found {total} annotations, and the file holds {len(rows)} of them"
        remarks.append(Remark("total", str(total), why))
    return rows


def _note(row: Mapping[str, Any], at: str) -> ForeignNote:
    remarks: list[Remark] = []
    entry = Entry(row, at, remarks)
    address = entry.text("uri").strip()
    created, updated = entry.date("created"), entry.date("updated")
    if updated and updated != created:
        entry.note("updated", "what the note said before it was changed is not in the file")
    for key in ("flagged", "moderation"):
        if entry.value.get(key):
            entry.note(key, "kept by Hypothesis only")
    tags = entry.texts("tags")
    references, body = entry.texts("references"), entry.text("text").strip()
    return ForeignNote(
        where=at,
        origin=entry.text("id").strip(),
        answers=references[-1] if references else "",
        body=body,
        tags=tags,
        uses=("replying",) if references else () if body else ("highlighting",),
        people=_people(entry),
        created=created,
        passages=_passages(entry, address),
        hidden=_hidden(entry),
        remarks=tuple(remarks),
    )


def _people(entry: Entry) -> tuple[Person, ...]:
    account = entry.text("user").strip()
    info = entry.entry("user_info")
    name = info.text("display_name").strip() if info and info.has("display_name") else ""
    found = _ACCOUNT.fullmatch(account)
    if not account and not name:
        return ()
    return (Person(account, name or (found[1] if found else account)),)


def _passages(entry: Entry, address: str) -> tuple[Passage, ...]:
    passages = []
    for at, target in entry.list("target"):
        if not isinstance(target, Mapping):
            why = f"a target must be an object, and this is {described(target)}"
            entry.remarks.append(Remark(at, shortened(target), why, fault=True))
            continue
        one = Entry(target, at, entry.remarks)
        source = one.text("source").strip() or address
        # Each target has the same passage in several forms; with its words nothing is lost.
        passages.append(passage(source, one.list("selector"), entry.remarks, quiet=True))
    return tuple(passages) or (Passage(address),)


def _hidden(entry: Entry) -> str:
    if entry.flag("hidden"):
        return "its moderators have hidden the note"
    permissions = entry.entry("permissions")
    if permissions is None or not permissions.has("read"):
        return ""
    readers = permissions.texts("read")
    if _WORLD in readers:
        return ""
    group = any(reader.startswith("group:") for reader in readers)
    return "only members of its group can read it" if group else "only its author can read it"
