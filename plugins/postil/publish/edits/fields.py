"""Changes to a file, one at a time, each of which is read back before it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from postil.publish.edits.paths import Path, node_at, put, says
from postil.publish.edits.source import Edit, EditError, YamlSource, read_source
from postil.publish.edits.value import remark, written
from postil.publish.yaml_scalar import scalar
from postil.read.nodes import Entries, Scalar

_UNUSUAL = "it is written in an unusual way"


def with_value(source: YamlSource, path: Path, words: str) -> YamlSource:
    """The file with one line of words as the value at a path. A block keeps the line feed at its
    end. Raises EditError where that cannot be done for certain."""
    node = node_at(source.document.root, path)
    if not isinstance(node, Scalar):
        raise EditError(_UNUSUAL)
    ends = "\n" if node.style in {"|", ">"} and node.value.endswith("\n") else ""
    ways = ([edit] for edit in written(source, node, words))
    return _first(source, ways, path, (repr(words + ends), repr(words)))


def with_values(source: YamlSource, words: Mapping[Path, str]) -> YamlSource:
    """The file with a line of words as each of several values, read back once for all of them.

    Raises EditError where that cannot be done for certain with all at once.
    """
    root = source.document.root
    wished, edits = says(root), []
    for path, line in words.items():
        node = node_at(root, path)
        if not path or not isinstance(node, Scalar) or node.style in {"|", ">"}:
            raise EditError(_UNUSUAL)
        edits.append(next(written(source, node, line)))
        holder = wished
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = repr(line)
    edited = read_source(source.changed(edits), source.path)
    if says(edited.document.root) != wished:
        raise EditError(_UNUSUAL)
    return edited


def with_field(source: YamlSource, path: Path, after: str, key: str, words: str) -> YamlSource:
    """The file with the field `key` behind the field `after` of the fields at a path.

    Raises EditError where that cannot be done for certain.
    """
    node = node_at(source.document.root, path)
    if not isinstance(node, Entries) or after not in node.entries or key in node.entries:
        raise EditError(_UNUSUAL)
    value = node.entries[after][1]
    if not isinstance(value, Scalar):
        raise EditError(_UNUSUAL)
    wished = says(node) | {key: repr(words)}
    return _first(source, _inserted(source, node, value, key, words), path, (wished,))


def with_fields_for_value(source: YamlSource, path: Path, key: str) -> YamlSource:
    """The file with the value at a path as its field `key`: `a: b` becomes `a: {key: b}`, in the
    way of the lines around it. Raises EditError where that cannot be done for certain."""
    node = node_at(source.document.root, path)
    if not isinstance(node, Scalar):
        raise EditError(_UNUSUAL)
    wished = ({key: says(node)}, {key: repr(node.value.strip())})
    return _first(source, _opened(source, node, path, key), path, wished)


def _first(
    source: YamlSource, ways: Iterable[list[Edit]], path: Path, wished: tuple[Any, ...]
) -> YamlSource:
    """The first of several ways to edit a file that gives one of what is wished at a path, and
    leaves everything else as it was."""
    before = says(source.document.root)
    good = [put(before, path, one) for one in wished]
    for edits in ways:
        try:
            edited = read_source(source.changed(edits), source.path)
        except EditError:
            continue
        if says(edited.document.root) in good:
            return edited
    raise EditError(_UNUSUAL)


def _inserted(
    source: YamlSource, node: Entries, value: Scalar, key: str, words: str
) -> Iterator[list[Edit]]:
    _, end = source.span(value)
    if source.text[source.offset(node.line, node.column)] == "{":
        for form in (scalar(words), f'"{words}"'):
            yield [Edit(end, end, f", {key}: {form}")]
        return
    at = source.end_of_line(end)
    yield [Edit(at, at, f"\n{' ' * (node.column - 1)}{key}: {scalar(words)}")]


def _opened(source: YamlSource, node: Scalar, path: Path, key: str) -> Iterator[list[Edit]]:
    """Ways to give a value a name: in the line of its hyphen, below its key, or in braces."""
    start, end = source.span(node)
    words, behind = scalar(node.value.strip()), remark(source, node)
    line = words + behind
    before = "\n".join(source.text[:start].splitlines()[-1:])
    if before.strip(" -") == "" and before.strip():
        yield [Edit(start, start, f"{key}: ")]
        yield [Edit(start, end, f"{key}: {line}")]
    owner = node_at(source.document.root, path[:-1])
    if isinstance(owner, Entries):
        name = owner.entries[str(path[-1])][0]
        colon = source.text.index(":", source.offset(name.end_line, name.end_column)) + 1
        if not source.text[colon:start].strip():
            indent = " " * (name.column + 1)
            yield [Edit(colon, start, f"\n{indent}{key}: ")]
            yield [Edit(colon, end, f"\n{indent}{key}: {line}")]
    yield [Edit(start, start, f"{{{key}: "), Edit(end, end, "}")]
    yield [Edit(start, end, f"{{{key}: {words}}}{behind}")]
    yield [Edit(start, end, f'{{{key}: "{node.value.strip()}"}}{behind}')]
