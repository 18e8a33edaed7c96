"""The way to a node by keys and numbers, and what a file says there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from postil.read.nodes import Entries, Items, Node, Scalar
from postil.read.scalars import resolve

Path: TypeAlias = tuple[str | int, ...]
"""Keys of fields and numbers of items, from the root of a file."""


def node_at(root: Node | None, path: Path) -> Node | None:
    """The node at a path, or None where there is none."""
    node = root
    for step in path:
        if isinstance(node, Entries) and isinstance(step, str) and step in node.entries:
            node = node.entries[step][1]
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def path_to(root: Node | None, line: int, column: int) -> Path | None:
    """The path of the outermost value that begins in a line and column, which count from 1."""
    if root is None:
        return None
    values = _values(root, ())
    return next((path for path, node in values if (node.line, node.column) == (line, column)), None)


def _values(node: Node, path: Path) -> Iterator[tuple[Path, Node]]:
    yield path, node
    if isinstance(node, Entries):
        for key, (_, value) in node.entries.items():
            yield from _values(value, (*path, key))
    elif isinstance(node, Items):
        for number, item in enumerate(node.items):
            yield from _values(item, (*path, number))


def says(node: Node | None) -> Any:
    """What a node says, for comparing: values of other types are never equal."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        # As it is written out, for 1 equals True, and .nan not even itself.
        return repr(resolve(node))
    if isinstance(node, Items):
        return [says(item) for item in node.items]
    return {key: says(value) for key, (_, value) in node.entries.items()}


def put(said: Any, path: Path, other: Any) -> Any:
    """What `says` gives, with something else at a path."""
    if not path:
        return other
    step, rest = path[0], path[1:]
    if isinstance(said, list):
        return [put(one, rest, other) if at == step else one for at, one in enumerate(said)]
    return {key: put(one, rest, other) if key == step else one for key, one in said.items()}
