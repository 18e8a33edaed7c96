"""The fields and items of a file that have lines of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from postil.publish.edits.paths import Path
from postil.publish.edits.source import YamlSource
from postil.read.nodes import Entries, Items, Node


@dataclass(frozen=True, slots=True)
class Slot:
    """A field or item: where its key or hyphen stands. Lines and columns count from 1."""

    path: Path
    line: int
    column: int


class Slots:
    """The slots of a file, in order."""

    def __init__(self, source: YamlSource) -> None:
        """Find them; what stands within brackets has none."""
        root = source.document.root
        self.all = list(_of(source, root, ())) if root is not None else []
        self._lines = [slot.line for slot in self.all]
        self._columns = {slot.path: slot.column for slot in self.all}

    def last(self, line: int) -> Slot | None:
        """The last one that begins in a line or above it."""
        at = bisect_right(self._lines, line)
        return self.all[at - 1] if at else None

    def next(self, line: int) -> Slot | None:
        """The first one that begins below a line."""
        at = bisect_right(self._lines, line)
        return self.all[at] if at < len(self.all) else None

    def list_that_ends(self, line: int, column: int, after: Slot | None) -> Path | None:
        """The list at whose end a comment in a column stands, or None where it stands before the
        next slot, `after`; what was last written stands in `line`.

        It is told by the column: the comment is indented as the fields of that list are, and the
        next field is none of them.
        """
        before = self.last(line)
        if (after is not None and column <= after.column) or before is None:
            return None
        for length in range(len(before.path), 0, -1):
            if self._columns.get(before.path[:length], column + 1) <= column:
                inner = before.path[: length - 1]
                same = after is not None and after.path[: len(inner)] == inner
                return None if same else inner
        return None if after is not None else ()


def in_brackets(source: YamlSource, node: Items | Entries) -> bool:
    """Whether a list is written in brackets or braces."""
    at = source.offset(node.line, node.column)
    return source.text[at : at + 1] in {"[", "{"}


def _of(source: YamlSource, node: Node, path: Path) -> Iterator[Slot]:
    if isinstance(node, Entries | Items) and in_brackets(source, node):
        return
    if isinstance(node, Entries):
        for key, (name, value) in node.entries.items():
            yield Slot((*path, key), name.line, name.column)
            yield from _of(source, value, (*path, key))
    elif isinstance(node, Items):
        for number, item in enumerate(node.items):
            line = _hyphen(source.document.lines, item, node.column)
            yield Slot((*path, number), line, node.column)
            yield from _of(source, item, (*path, number))


def _hyphen(lines: list[str], item: Node, column: int) -> int:
    """The line of the hyphen in a column before an item, which may begin further down."""
    for line in range(item.line, 0, -1):
        begin = lines[line - 1][:column]
        apart = line < item.line or column < item.column
        if apart and begin.endswith("-") and not begin.strip(" -"):
            return line
    return item.line
