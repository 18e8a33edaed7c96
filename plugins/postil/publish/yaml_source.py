"""Sources as items of the list in `annotations/sources.yml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from postil.publish.yaml_scalar import block, identifier, prose, scalar
from postil.read import csl


def sources_yaml(items: Iterable[Mapping[str, Any]]) -> str:
    """The items of the list, with an empty line between two; empty where there are none.

    An item is a CSL item with the fields that Postil adds, and values of JSON's types.
    """
    return "\n".join(_item(item) for item in items)


def _item(item: Mapping[str, Any]) -> str:
    lines = _fields(item, 2)
    return "\n".join([f"- {lines[0].lstrip(' ')}", *lines[1:]]) + "\n"


def _fields(fields: Mapping[str, Any], indent: int) -> list[str]:
    lines: list[str] = []
    for key, value in fields.items():
        name = f"{' ' * indent}{identifier(key)}:"
        if key == "id" or (key == "type" and value in csl.TYPES):
            lines.append(f"{name} {identifier(str(value))}")
        elif _is_day(key, value):
            lines.append(f"{name} {value}")
        else:
            lines += _value(name, value, indent)
    return lines


def _is_day(key: str, value: Any) -> bool:
    """Whether a value is an ISO date, which a person writes without quotation marks."""
    dates = (*csl.DATES, "archived", "checked")
    return (
        key in dates
        and isinstance(value, str)
        and value.isascii()
        and value.replace("-", "").isdigit()
        and not value.startswith("-")
    )


def _value(name: str, value: Any, indent: int) -> list[str]:
    """The lines of a field whose name, with its colon, is given."""
    if isinstance(value, Mapping) and value:
        return [name, *_fields(value, indent + 2)]
    if isinstance(value, list) and any(isinstance(one, Mapping) and one for one in value):
        return [name, *(line for one in value for line in _list_item(one, indent + 2))]
    if isinstance(value, str):
        text = block(value, indent + 2) if "\n" in value else None
        return [f"{name} {text or prose(value, indent + 2)}"]
    return [f"{name} {_flow(value)}"]


def _list_item(value: Any, indent: int) -> list[str]:
    if not isinstance(value, Mapping) or not value:
        return [f"{' ' * indent}- {_flow(value)}"]
    lines = _fields(value, indent + 2)
    return [f"{' ' * indent}- {lines[0].lstrip(' ')}", *lines[1:]]


def _flow(value: Any) -> str:
    """A value on one line, in brackets and braces where it is a list."""
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_quoted(str(key))}: {_flow(one)}" for key, one in value.items())
        return f"{{{inner}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(words: str) -> str:
    # Commas and brackets end a plain value within brackets.
    written = scalar(words)
    return written if written[0] in "\"'" or words.replace("-", "").isalnum() else f'"{words}"'
