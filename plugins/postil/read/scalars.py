"""Scalars by the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema).

`no`, `off`, `12:30` and dates are strings; only true and false are booleans.
"""

from __future__ import annotations

import re
from typing import Any

from postil.read.nodes import Entries, Items, Node, Scalar

_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {
    word: truth
    for truth, word_ in ((True, "true"), (False, "false"))
    for word in (word_, word_.capitalize(), word_.upper())
}
_DIGITS = 400
"""Digits of a number; a longer one stays a string, for Python refuses to read thousands."""


def is_null(node: Node) -> bool:
    """Whether nothing was written, or one of YAML's words for nothing."""
    return isinstance(node, Scalar) and not node.style and node.value in _NULL


def truth(node: Node) -> bool | None:
    """The boolean that was written, or None where none was."""
    return _BOOL.get(node.value) if isinstance(node, Scalar) and not node.style else None


def resolve(scalar: Scalar) -> str | int | float | bool | None:
    """The value of a scalar."""
    written = scalar.value
    if scalar.style:
        return written
    if written in _NULL:
        return None
    if written in _BOOL:
        return _BOOL[written]
    if len(written) > _DIGITS:
        return written
    if _INT.fullmatch(written):
        return int(written, 0 if written[:2] in {"0o", "0x"} else 10)
    if _FLOAT.fullmatch(written):
        return float(written)
    return {".inf": float("inf"), "-.inf": float("-inf"), ".nan": float("nan")}.get(
        written.lower(), written
    )


def plain(node: Node) -> Any:
    """A node as plain values: dict, list, str, int, float, bool or None."""
    if isinstance(node, Scalar):
        return resolve(node)
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    assert isinstance(node, Entries)  # noqa: S101 - there is no fourth type of node
    return {key: plain(value) for key, (_, value) in node.entries.items()}
