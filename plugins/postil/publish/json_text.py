"""JSON-LD as text: each annotation is written once, wherever it stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from postil.publish.vocabulary import CONTEXT


def one_line(value: Any) -> str:
    """A value as JSON on one line, characters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


_CONTEXT = f'{{"@context":{one_line(CONTEXT)},'


def standing_alone(written: str) -> bytes:
    """An object that was written on one line, with its `@context`."""
    return f"{_CONTEXT}{written[1:]}\n".encode()


def with_items(page: Mapping[str, Any], items: Iterable[str]) -> bytes:
    """A page of annotations whose `items`, its last field, are written already, one a line."""
    head = one_line({**page, "items": []}).removesuffix("]}")
    return standing_alone(f"{head}\n" + ",\n".join(items) + "\n]}")
