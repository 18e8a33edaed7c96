"""The bodies of annotations: where their Markdown begins, and whether YAML kept its lines."""

from __future__ import annotations

import re

from postil.model.place import Place
from postil.read import limits
from postil.read.fields import Fields
from postil.read.nodes import Node, Scalar

_BLOCK = re.compile(r"\s*(?:[-*+>]|\d+[.)]|#{1,6}|```)(?:\s|$)")

_SIGNS = (
    ("[", limits.BODY_BRACKETS, "opening brackets"),
    ("`", limits.BODY_BACKTICKS, "backticks"),
    ("\n", limits.BODY_LINES, "lines"),
)


def body_place(fields: Fields, node: Node | None) -> Place:
    """Where the first character of the body stands."""
    if not isinstance(node, Scalar):
        return fields.place()
    path = fields.document.path
    if node.style not in {"|", ">"}:
        return Place(path, node.line, node.column + len(node.style))
    inside = fields.document.lines[node.line : node.end_line]
    indents = [len(line) - len(line.lstrip(" ")) for line in inside if line.strip()]
    return Place(path, node.line + 1, (indents[0] if indents else 0) + 1)


def is_read_as_markdown(body: str) -> bool:
    """Whether a body is short enough to be read as Markdown; a longer one shows as written."""
    return not _too_much(body)


def _too_much(body: str) -> str:
    """What a body has too much of to be read as Markdown, in words; nothing where it has not."""
    size = f"{len(body):,} characters"
    for sign, most, words in _SIGNS:
        if (count := body.count(sign)) * len(body) > most:
            return f"{size} with {count:,} {words}"
    return size if len(body) > limits.BODY_CHARACTERS else ""


def check_length(fields: Fields, body: str, place: Place) -> None:
    """Note a body whose Markdown will not be read."""
    if much := _too_much(body):
        fields.report(
            "body-long",
            f"the body has {much}, and will show without its formatting",
            place,
            "divide it into several notes",
        )


def check_paragraphs(fields: Fields, node: Node) -> None:
    """Note a body whose paragraphs or items YAML joined: only after | it keeps the lines."""
    if not isinstance(node, Scalar) or node.style == "|" or node.line == node.end_line:
        return
    rest = fields.document.lines[node.line : node.end_line]
    while rest and not rest[-1].strip():
        rest.pop()  # blank lines after the text join nothing
    for number, line in enumerate(rest, node.line + 1):
        if not line.strip() or _BLOCK.match(line):
            fields.report(
                "lines-joined",
                "YAML joins the lines of this body, and its paragraphs or items with them",
                Place(fields.document.path, number, 1),
                "write “body: |” and the text indented below it",
            )
            return
