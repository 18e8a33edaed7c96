"""The words in a node, and traps that YAML sets for them without a word."""

from __future__ import annotations

import re

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.read import limits
from postil.read.nodes import Document, Entries, Items, Node, Scalar
from postil.read.words import quoted, shown

_OPENING, _CLOSING = "“„”«»‘‚’‹›「『", "”“«»’‘‹›」』"
_COMMENT = re.compile(r"(?<![ \t])[ \t]+#(?=[^\s#])")


def described(node: Node) -> str:
    """What kind of thing stands there."""
    if isinstance(node, Entries):
        return "a list of “key: value” lines"
    return "a list" if isinstance(node, Items) else shown(node.value)


def words_of(document: Document, node: Node, key: str, problems: list[Diagnostic]) -> str | None:
    """The words of a node, which is the value of `key` or in it; None for a list.

    Numbers and the like are taken as they were written.
    """
    if isinstance(node, Scalar):
        if not node.style:
            _note_comment(document, node, problems)
        return node.value
    hint = ""
    if _in_brackets(document, node):
        text = quoted(written_at(document, node).rstrip())
        hint = f"if the brackets belong to the text, put quotation marks around: {text}"
    message = f"“{key}” must be a text, and is {described(node)}"
    problems.append(Diagnostic("field-type", message, document.place(node), hint))
    return None


def _in_brackets(document: Document, node: Node) -> bool:
    """Whether brackets make a list of what may have been meant as a text; in JSON they do."""
    if document.path.endswith(".json") or not isinstance(node, Items):
        return False
    return written_at(document, node).startswith("[")


def bare(document: Document, node: Node, written: str, problems: list[Diagnostic]) -> str:
    """`written`, the words of the node, without typographic quotation marks around all of it.

    Somebody took them for YAML's. Where they belong to the text, YAML's stand around them.
    """
    plain = isinstance(node, Scalar) and not node.style
    if not plain or len(written) < 2 or written[0] not in _OPENING or written[-1] not in _CLOSING:
        return written
    inner = written[1:-1].strip()
    problems.append(
        Diagnostic(
            "quotes-typographic",
            f"YAML takes the marks {written[0]} and {written[-1]} for a part of the text",
            document.place(node),
            f'write "{_begin(inner)}" with straight marks; if the others belong to the text, write'
            f" '{_begin(written)}'",
        )
    )
    return inner


def _begin(written: str) -> str:
    return written if len(written) <= limits.SHOWN else f"{written[: limits.SHOWN // 2]} …"


def after(document: Document, node: Scalar) -> str:
    """What stands in the line after a scalar, as far as a message shows it."""
    begin = node.end_column - 1
    return document.lines[node.end_line - 1][begin : begin + 2 * limits.SHOWN]


def written_at(document: Document, node: Node) -> str:
    """What stands in the line from the begin of a node on, as far as a message shows it."""
    begin = node.column - 1
    return document.lines[node.line - 1][begin : begin + 2 * limits.SHOWN]


def _note_comment(document: Document, node: Scalar, problems: list[Diagnostic]) -> None:
    """Note a # that was meant as a number sign or hashtag: a comment has a space after it."""
    rest = after(document, node)
    if not _COMMENT.match(rest):
        return
    column = node.end_column + len(rest) - len(rest.lstrip())
    problems.append(
        Diagnostic(
            "comment-in-value",
            f"YAML takes {shown(rest.strip())} for a comment and leaves it out",
            Place(document.path, node.end_line, column),
            "put the whole value in quotation marks; if it is a comment, write a space after #",
        )
    )
