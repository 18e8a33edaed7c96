"""Values as they were written, each with its place: what YAML files are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from postil.model.place import Place


class Scalar(NamedTuple):
    """One value as written. `style` is empty for a plain one, or the sign that begins it: a
    quotation mark, | or >. Lines and columns count from 1; the end is exclusive."""

    value: str
    style: str
    line: int
    column: int
    end_line: int
    end_column: int


class Items(NamedTuple):
    """A list of nodes."""

    items: list[Node]
    line: int
    column: int


class Entries(NamedTuple):
    """A list of `key: value` lines: the nodes of key and value by key."""

    entries: dict[str, tuple[Scalar, Node]]
    line: int
    column: int


Node: TypeAlias = Scalar | Items | Entries


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file, or the front matter of a text: its lines as written, and its root, which is
    None where it holds nothing."""

    path: str
    lines: list[str]
    root: Node | None

    def place(self, node: Node) -> Place:
        """Where a node begins."""
        return Place(self.path, node.line, node.column)
