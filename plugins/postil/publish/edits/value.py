"""Other words for a value, in the style in which it was written where that can hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postil.publish.edits.source import Edit, YamlSource
from postil.publish.yaml_scalar import LINE, scalar
from postil.read.nodes import Scalar

_SPACES = re.compile(r" *")


def written(source: YamlSource, node: Scalar, words: str) -> Iterator[Edit]:
    """Ways to write one line of words in place of a value, the nearest to it first.

    They are tried in turn: what a style can hold depends on what stands around the value.
    """
    start, end = source.span(node)
    for way in _ways(source, node, words):
        yield Edit(start, end, _apart(source, start) + way)


def _apart(source: YamlSource, at: int) -> str:
    # An empty value may stand at the colon.
    return " " if source.text[:at].endswith(":") else ""


def _ways(source: YamlSource, node: Scalar, words: str) -> Iterator[str]:
    several = node.end_line > node.line
    if node.style in {"|", ">"}:
        yield from _block(source, node, words)
    elif several:
        space = _SPACES.match(source.document.lines[node.line])
        indent = space[0] if space else ""
        first = LINE - node.column
        yield _marked("\n".join(_lines(words, LINE - len(indent), indent, first)), node.style)
    else:
        yield _marked(words, node.style)
    # `scalar` is plain only where that is safe everywhere but in brackets.
    yield scalar(words) + remark(source, node)
    yield _marked(words, '"') + remark(source, node)


def remark(source: YamlSource, node: Scalar) -> str:
    """The comment in the first line of a block, with the space before it; empty without one."""
    if node.style not in {"|", ">"}:
        return ""
    start, _ = source.span(node)
    _, sign, words = source.text[start : source.end_of_line(start)].partition("#")
    return f"  {sign}{words.rstrip()}" if sign else ""


def _marked(words: str, style: str) -> str:
    if style == "'":
        return "'" + words.replace("'", "''") + "'"
    if style == '"':
        escaped = words.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return words


def _block(source: YamlSource, node: Scalar, words: str) -> Iterator[str]:
    start, end = source.span(node)
    head, *body = re.split(r"\r\n|\r|\n", source.text[start:end])
    full = next((line for line in body if line.strip()), "")
    space = full[: len(full) - len(full.lstrip(" "))]
    if not space:
        return
    lines = _lines(words, LINE - len(space), space) if node.style == ">" else [words]
    yield "\n".join([head, space + lines[0], *lines[1:]])


def _lines(words: str, width: int, indent: str, first: int | None = None) -> list[str]:
    """Words in lines; all but the first are indented."""
    lines: list[str] = []
    for word in words.split(" "):
        limit = first if first is not None and len(lines) == 1 else width
        if lines and len(lines[-1]) + 1 + len(word) <= limit:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [lines[0], *(indent + line for line in lines[1:])]
