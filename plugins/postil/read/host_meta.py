"""What the front matter of a text may say to the host.

A host does as the front matter of a page says: it takes the template that it names, writes what it
finds there into the page as it is, and fails on a value that it does not expect. A text comes with
a contribution, and so its fields are those of a list, each in the form that the host expects.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from postil.model.fields.text import FRONT_MATTER, TEXT
from postil.read.fields import Fields
from postil.read.nodes import Entries, Items, Node, Scalar
from postil.read.scalars import plain, truth
from postil.read.words import listed, shown

_HIDDEN = ("navigation", "toc", "footer", "path", "tags", "feedback")
_HIGHEST = 1000
"""Of a page's weight in the search, which Material multiplies with."""


def host_meta(fields: Fields, told: Collection[str]) -> dict[str, Any]:
    """The fields of the front matter that the host may have, as plain values; the others are
    noted, but for those that begin with x-, which are nobody's, and those of which something was
    `told` already."""
    meta: dict[str, Any] = {}
    for key, (at, node) in fields.entries.items():
        if key in FRONT_MATTER.by_name:
            if key == "text" and isinstance(node, Entries):
                own = {name: one for name, one in node.entries.items() if name in TEXT.by_name}
                meta[key] = {name: plain(value) for name, (_, value) in own.items()}
            elif isinstance(node, Scalar):
                meta[key] = node.value
            continue
        value = _FORMS[key](node) if key in _FORMS else None
        if value is not None:
            meta[key] = value
        elif not key.startswith("x-") and key not in told:
            place = fields.document.place(at)
            if key in _FORMS:
                message = f"{shown(key)} has another value here than the host takes"
                fields.report("field-withheld", message, place, _HINTS[key])
            else:
                message = f"{shown(key)} is not passed on to the host"
                hint = f"a text can have {listed(tuple(_FORMS), 'and')}; x- before its name keeps"
                fields.report("field-withheld", message, place, f"{hint} it for yourself")
    return meta


def _words(node: Node) -> list[str] | None:
    items = node.items if isinstance(node, Items) else [node]
    if all(isinstance(item, Scalar) for item in items):
        return [item.value for item in items if isinstance(item, Scalar)]
    return None


def _hide(node: Node) -> list[str] | None:
    words = _words(node)
    return words if words is not None and set(words) <= set(_HIDDEN) else None


def _search(node: Node) -> dict[str, Any] | None:
    if not isinstance(node, Entries):
        return None
    found = {key: plain(value) for key, (_, value) in node.entries.items()}
    boost = found.get("boost", 1)
    sound = (
        found.keys() <= {"exclude", "boost"}
        and isinstance(found.get("exclude", False), bool)
        and isinstance(boost, int | float)
        and not isinstance(boost, bool)
        and 0 <= boost <= _HIGHEST
    )
    return found if sound else None


def _word(node: Node) -> str | None:
    return node.value if isinstance(node, Scalar) else None


_FORMS: dict[str, Callable[[Node], Any]] = {
    "author": _word,
    "comments": truth,
    "hide": _hide,
    "search": _search,
    "status": _word,
    "subtitle": _word,
    "tags": _words,
}
_HINTS = {
    "author": "write a text",
    "comments": "write true or false",
    "hide": f"a list of {listed(_HIDDEN, 'and')}",
    "search": "“exclude:” true or false, or “boost:” a number",
    "status": "write a word",
    "subtitle": "write a text",
    "tags": "write a list of words",
}
