"""What stands between the values of a file: comments, empty lines, brackets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from postil.publish.edits.source import EditError, YamlSource
from postil.read.nodes import Items, Node, Scalar

_COMMENT = re.compile(r"#[^\r\n]*")
_MARKER = re.compile(r"(?:---|\.\.\.)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: its words, with the sign; its line and column, from 1; whether something that it
    is about stands before it in its line, and whether it stands within brackets (`inside`)."""

    words: str
    line: int
    column: int
    beside: bool
    inside: bool


@dataclass(frozen=True, slots=True)
class Scan:
    """The comments of a file in order, and the lines, from 1, that hold something else."""

    comments: tuple[Comment, ...]
    written: frozenset[int]


def scan(source: YamlSource) -> Scan:
    """Looks through everything that is no value.

    Raises EditError for what no file needs: directives and keys that begin with a question mark.
    """
    comments: list[Comment] = []
    written = set(_kept_lines(source))
    depth = at = 0
    text = source.text
    for start, end in [*_spans(source), (len(text), len(text))]:
        while at < start:
            sign = text[at]
            if sign == "#" and (at == 0 or text[at - 1].isspace()):
                found = _COMMENT.match(text, at)
                words = found[0] if found else sign
                line, column = _place(source, at)
                # Behind a hyphen alone it stands above what follows.
                beside = bool(text[source.starts[line - 1] : at].strip(" -"))
                comments.append(Comment(words.rstrip(), line, column, beside, depth > 0))
                at += len(words)
            elif marker := _marker(text, at):
                at += len(marker)
            else:
                if sign in "[{":
                    depth += 1
                elif sign in "]}":
                    depth -= 1
                elif sign not in "-:, \t\r\n":
                    raise EditError(f"“{sign}” is used in an unusual way")
                if not sign.isspace():
                    written.add(_place(source, at)[0])
                at += 1
        if start < end:
            written.update(range(_place(source, start)[0], _place(source, end - 1)[0] + 1))
        at = max(at, end)
    return Scan(tuple(comments), frozenset(written))


def _spans(source: YamlSource) -> list[tuple[int, int]]:
    """Where keys and values stand. The comment in the first line of a block is no part of it."""
    root = source.document.root
    spans = sorted(source.span(node) for node in _scalars(root)) if root is not None else []
    split: list[tuple[int, int]] = []
    for start, end in spans:
        if (
            source.text[start : start + 1] in {"|", ">"}
            and "#" in source.text[start : source.end_of_line(start)]
        ):
            split.append((start, source.text.index("#", start)))
            split.append((min(source.end_of_line(start), end), end))
        else:
            split.append((start, end))
    return split


def _kept_lines(source: YamlSource) -> Iterator[int]:
    """The empty lines that are part of a value: those at the end of a block that keeps them."""
    root = source.document.root
    for node in _scalars(root) if root is not None else ():
        if node.style not in {"|", ">"}:
            continue
        head = source.document.lines[node.line - 1][node.column - 1 :].partition("#")[0]
        if "+" in head:
            yield from range(node.line, node.end_line)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from _scalars(item)
    else:
        for key, value in node.entries.values():
            yield key
            yield from _scalars(value)


def _marker(text: str, at: int) -> str:
    """The mark of a document's begin or end, which stands alone at the begin of a line."""
    first = at == 0 or text[at - 1] in "\r\n"
    found = _MARKER.match(text, at) if first else None
    return found[0] if found else ""


def _place(source: YamlSource, at: int) -> tuple[int, int]:
    line = bisect_right(source.starts, at)
    return line, at - source.starts[line - 1] + 1
