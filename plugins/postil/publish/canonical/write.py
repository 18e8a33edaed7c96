"""A file written anew from its values and comments."""

from __future__ import annotations

from collections.abc import Iterator

from postil.publish.canonical.attach import Remarks
from postil.publish.canonical.order import Order
from postil.publish.canonical.slots import in_brackets
from postil.publish.canonical.values import in_brackets as on_a_line
from postil.publish.canonical.values import value
from postil.publish.edits.paths import Path
from postil.publish.edits.source import YamlSource
from postil.publish.yaml_scalar import scalar
from postil.read.nodes import Entries, Items, Node, Scalar

_STEP = 2
_NOTHING = Order()
_KEPT = "\0"
"""Ends the last line of a block that keeps the empty lines behind it; no file holds it."""


class Writer:
    """Writes the lines of one file."""

    def __init__(self, source: YamlSource, remarks: Remarks) -> None:
        """Take what is to be written."""
        self.source = source
        self.remarks = remarks

    def lines(self, order: Order) -> list[str]:
        """The lines of the file; `order` is that of the fields of each of its things."""
        lines = [*self.remarks.head]
        if self.source.document.root is not None:
            lines += self._list(self.source.document.root, (), 0, order)
        return list(_spaced(lines))

    def _list(self, node: Node, path: Path, indent: int, order: Order) -> list[str]:
        """The fields or items of a list, and the comments at its end."""
        lines: list[str] = []
        if isinstance(node, Entries):
            for key in order.sorted(node.entries):
                lines += self._field(node.entries[key], (*path, key), indent, order, not lines)
        elif isinstance(node, Items):
            for number, item in enumerate(node.items):
                lines += self._item(item, (*path, number), indent, order, not lines)
        else:
            # A file that holds one value and no list.
            first, *rest = _with("", value(self.source, node, indent + _STEP, indent), "")
            lines += [first.lstrip(), *rest]
        return lines + _indented(self.remarks.end.get(path, []), indent)

    def _field(
        self, field: tuple[Scalar, Node], path: Path, indent: int, order: Order, first: bool
    ) -> list[str]:
        name, node = field
        order, as_block = order.inner.get(name.value, _NOTHING), name.value in order.blocks
        key = name.value if not name.style else scalar(name.value)
        lines = self._above(path, indent, first)
        start = f"{' ' * indent}{key}:"
        beside = self._beside(path)
        short = self._short(node, len(start) + 1, indent, order, as_block=as_block)
        if short is not None:
            return lines + _with(start, short, beside)
        inner = indent + _STEP
        return [*lines, start + beside, *self._list(node, path, inner, order)]

    def _item(self, node: Node, path: Path, indent: int, order: Order, first: bool) -> list[str]:
        lines = self._above(path, indent, first)
        start = f"{' ' * indent}-"
        beside = self._beside(path)
        # An annotation or a source has a line for each of its fields.
        thing = isinstance(node, Entries) and node.entries and len(path) == 1
        short = None if thing else self._short(node, len(start) + 1, indent, order)
        if short is not None:
            return lines + _with(start, short, beside)
        inner = self._list(node, path, indent + _STEP, order)
        # What stands between a hyphen and its first field stands above both.
        while inner and (not inner[0] or inner[0].lstrip().startswith("#")):
            lines += _indented([inner.pop(0).strip()], indent)
        if not inner:
            return [*lines, start]
        lines += _indented([beside.strip()] if beside else [], indent)
        return [*lines, f"{start} {inner[0].lstrip()}", *inner[1:]]

    def _short(
        self, node: Node, used: int, indent: int, order: Order, *, as_block: bool = False
    ) -> str | None:
        """What stands in the line of a key or hyphen; None for fields and items below it."""
        if isinstance(node, Scalar):
            return value(self.source, node, indent + _STEP, used, as_block=as_block)
        if not (node.entries if isinstance(node, Entries) else node.items):
            return "{}" if isinstance(node, Entries) else "[]"
        return on_a_line(node, used, order) if in_brackets(self.source, node) else None

    def _above(self, path: Path, indent: int, first: bool) -> list[str]:
        words = list(self.remarks.above.get(path, []))
        while first and words[:1] == [""]:
            del words[0]
        return _indented(words, indent)

    def _beside(self, path: Path) -> str:
        words = self.remarks.beside.get(path)
        return f"  {words}" if words else ""


def _with(start: str, short: str, beside: str) -> list[str]:
    """A line, and those of a block behind it; a comment stands in the first."""
    first, *rest = short.split("\n")
    if rest and first[:1] in {"|", ">"} and "+" in first:
        rest[-1] += _KEPT
    return [(f"{start} {first}" if first else start) + beside, *rest]


def _indented(words: list[str], indent: int) -> list[str]:
    return [f"{' ' * indent}{line}" if line else "" for line in words]


def _spaced(lines: list[str]) -> Iterator[str]:
    """The lines without empty ones at the begin, and where they would become part of a value."""
    skip = True
    for line in lines:
        if line or not skip:
            yield line.removesuffix(_KEPT)
        skip = line.endswith(_KEPT) or (skip and not line)
