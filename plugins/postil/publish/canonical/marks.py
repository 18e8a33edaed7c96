"""Typographic quotation marks around an id or another word that is looked up.

Somebody took them for YAML's. Reading leaves them out there, and says so, because no such word
has them (`postil.read.values.bare`); in the file they are replaced by nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from postil.publish.canonical.order import Order
from postil.publish.edits.source import Edit, YamlSource
from postil.read.nodes import Document, Entries, Items, Node, Scalar
from postil.read.values import bare


def marks_left_out(source: YamlSource, order: Order) -> list[tuple[Edit, int]]:
    """The edits that leave such marks out, each with its line."""
    root = source.document.root
    return list(_of(source, root, order, look=False)) if root is not None else []


def _of(source: YamlSource, node: Node, order: Order, *, look: bool) -> Iterator[tuple[Edit, int]]:
    if isinstance(node, Items):
        for item in node.items:
            yield from _of(source, item, order, look=look)
    elif isinstance(node, Entries):
        for key, (_, value) in node.entries.items():
            inner = order.inner.get(key, Order())
            yield from _of(source, value, inner, look=key in order.bare)
    elif look and (inner_words := _inner(source.document, node)) is not None:
        start, end = source.span(node)
        yield Edit(start, end, inner_words), node.line


def _inner(document: Document, node: Scalar) -> str | None:
    words = bare(document, node, node.value, [])
    simple = words.replace("-", "").replace("_", "").replace(".", "").isalnum()
    return words if words != node.value and simple else None
