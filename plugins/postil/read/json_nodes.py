"""JSON text to nodes: those that YAML gives, so that all forms of sources are read by one code.

https://www.rfc-editor.org/rfc/rfc8259. Python's own parser keeps no places, and one for YAML knows
neither tabs nor halves of characters (`\\ud83d`); its reader of strings is used here.
"""

from __future__ import annotations

import re
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # the stubs leave it out
from typing import NoReturn

from postil.model.diagnostic import Diagnostic
from postil.read import limits
from postil.read.files import CONTROL
from postil.read.nodes import Document, Entries, Items, Node, Scalar
from postil.read.positions import Positions
from postil.read.words import shown

_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![\w.])")
_OTHER = re.compile(r"[^\s,:\[\]{}]+")


def compose_json(text: str, path: str) -> tuple[Document | None, list[Diagnostic]]:
    """The document in `text`, or None where it cannot be parsed, and what is wrong with it."""
    parser = _Parser(text, path)
    try:
        root = parser.document()
    except _RefusedError:
        return None, parser.problems
    return Document(path, parser.positions.lines, root), parser.problems


class _RefusedError(Exception):
    """The file is no JSON, or too much of it; the diagnostic has been noted."""


class _Parser:
    """Reads a text from its begin to its end; each method begins at `self.index`."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.positions = Positions(text, path)
        self.problems: list[Diagnostic] = []
        self.index = 0
        self.count = 0

    def document(self) -> Node | None:
        if not self.next():
            return None
        root = self.value(0)
        if self.next():
            self.refuse("something stands after the end of the list", "take it out")
        return root

    def next(self) -> str:
        """The next sign that is no white space; empty at the end."""
        found = _SPACE.match(self.text, self.index)
        self.index = found.end() if found else self.index
        return self.text[self.index : self.index + 1]

    def value(self, depth: int) -> Node:
        self.count += 1
        if self.count > limits.NODES:
            message = f"the file holds more than {limits.NODES} values"
            self.refuse(message, "split it into several files", "json-limits")
        sign = self.next()
        if sign and sign in "[{" and depth >= limits.DEPTH:
            message = f"lists stand within lists more than {limits.DEPTH} deep"
            self.refuse(message, "no field needs that", "json-limits")
        if sign == "{":
            return self.entries(depth + 1)
        if sign == "[":
            return self.items(depth + 1)
        return self.string() if sign == '"' else self.word()

    def string(self) -> Scalar:
        start = self.index
        try:
            value, self.index = scanstring(self.text, start + 1, True)
        except JSONDecodeError as error:
            self.index = min(error.pos, len(self.text))
            if "Unterminated" in error.msg:
                self.index = start
                self.refuse("the quotation mark that begins here is never closed", "close it")
            if "control" in error.msg:
                message = "a line ends, or a tab stands, within quotation marks"
                self.refuse(message, "write \\n for the end of a line, and \\t for a tab")
            message = "a backslash has a special meaning between quotation marks"
            self.refuse(message, "write two of them")
        if found := CONTROL.search(value):
            # Written as an escape, "\\u0000", which the bytes of the file do not show.
            self.index = start
            message = f"the value holds the invisible character U+{ord(found[0]):04X}"
            self.refuse(message, "leave it out", "file-characters")
        if len(value) > limits.VALUE:
            message = f"the value is longer than {limits.VALUE} characters"
            self.index = start
            self.refuse(message, "no field needs that", "json-limits")
        return self.positions.scalar(value, '"', start, self.index)

    def word(self) -> Scalar:
        start = self.index
        if found := _WORD.match(self.text, start):
            self.index = found.end()
            return self.positions.scalar(found[0], "", start, self.index)
        if not self.text[start:]:
            self.refuse("the file ends before its lists do", "close them: ] or }")
        written = _OTHER.match(self.text, start)
        if written is None:
            self.refuse("a value is missing here", "take out the comma before it, if it has one")
        what = shown(written[0][: limits.SHOWN])
        return self.refuse(f"{what} is not a value of JSON", 'put texts in quotation marks: "…"')

    def items(self, depth: int) -> Items:
        start, items = self.index, list[Node]()
        self.index += 1
        if self.next() == "]":
            self.index += 1
            return Items(items, *self.positions.at(start))
        while True:
            items.append(self.value(depth))
            if self.ends("]"):
                return Items(items, *self.positions.at(start))

    def entries(self, depth: int) -> Entries:
        start, entries = self.index, dict[str, tuple[Scalar, Node]]()
        self.index += 1
        if self.next() == "}":
            self.index += 1
            return Entries(entries, *self.positions.at(start))
        while True:
            if self.next() != '"':
                message = "the name of a field must stand in quotation marks here"
                self.refuse(message, 'write "name": …, and no comma after the last field')
            key = self.string()
            if self.next() != ":":
                self.refuse(f"a colon is missing after {shown(key.value)}", "write it")
            self.index += 1
            value = self.value(depth)
            if key.value in entries:
                first = entries[key.value][0].line
                message = f"{shown(key.value)} stands a second time, after line {first}"
                place = Document(self.positions.path, [], None).place(key)
                self.problems.append(Diagnostic("field-twice", message, place, "keep one"))
            else:
                entries[key.value] = (key, value)
            if self.ends("}"):
                return Entries(entries, *self.positions.at(start))

    def ends(self, closing: str) -> bool:
        """Whether a list ends here, or goes on after a comma."""
        sign = self.next()
        if sign not in {closing, ","}:
            if not sign:
                self.refuse("the file ends before its lists do", "close them: ] or }")
            self.refuse("a comma is missing here", f"write it, or {closing} where the list ends")
        self.index += 1
        return sign == closing

    def refuse(self, message: str, hint: str, code: str = "json-syntax") -> NoReturn:
        place = self.positions.place(self.index)
        self.problems.append(Diagnostic(code, message, place, hint))
        raise _RefusedError
