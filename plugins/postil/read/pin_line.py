"""The one line of a text's file that holds the hash of its words, written by a command."""

from __future__ import annotations

import re
from itertools import chain
from typing import Any

from postil.model.diagnostic import Diagnostic
from postil.read.files import decode
from postil.read.nodes import Document, Entries, Node, Scalar
from postil.read.scalars import is_null
from postil.read.texts import front_matter, read_text_file

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_KEY = "sha256"


class PinError(Exception):
    """The hash cannot be written into a file; the message says why, as the end of a sentence."""


def with_hash(data: bytes, path: str, sha256: str) -> bytes:
    """The bytes of a text's file with `sha256` in its front matter, and no other byte changed.

    Raises PinError where that cannot be done for certain.
    """
    if decode(data, path)[0] is None:
        raise PinError("the file cannot be read")
    text = data.decode("utf-8")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    parts = _LINE_END.split(text.removeprefix("\ufeff"))
    file = _File(parts[::2], [*parts[1::2], ""])
    problems: list[Diagnostic] = []
    document, first_line = front_matter(file.lines, path, problems)
    if document is None:
        raise PinError("its front matter cannot be read")
    _write(file, document, first_line, sha256)
    written = (mark + file.text).encode("utf-8")
    if _rest(written, path, sha256) != _rest(data, path):
        raise PinError(f"its front matter is written in an unusual way; add {_KEY}: {sha256}")
    return written


class _File:
    """The lines of a file and the line end after each."""

    def __init__(self, lines: list[str], ends: list[str]) -> None:
        self.lines = lines
        self.ends = ends

    @property
    def text(self) -> str:
        return "".join(chain.from_iterable(zip(self.lines, self.ends, strict=True)))

    def insert(self, index: int, *lines: str) -> None:
        """New lines before the line `index`, ended as the first line of the file is."""
        end = self.ends[0] or "\n"
        self.lines[index:index] = lines
        self.ends[index:index] = [end] * len(lines)

    def replace(self, line: int, start: int, end: int, words: str) -> None:
        """`words` in place of some characters of a line. All three count from 1."""
        old = self.lines[line - 1]
        self.lines[line - 1] = old[: start - 1] + words + old[end - 1 :]

    def space_before(self, node: Scalar) -> str:
        """What is missing between a colon and its value: an empty value may stand at the colon."""
        return " " if self.lines[node.line - 1][: node.column - 1].endswith(":") else ""

    def begins_flow(self, node: Entries) -> bool:
        """Whether a list of fields is written in braces."""
        return self.lines[node.line - 1][node.column - 1 : node.column] == "{"


def _write(file: _File, document: Document, first_line: int, sha256: str) -> None:
    root, line = document.root, f"{_KEY}: {sha256}"
    # The line that closes the front matter, counted from 0.
    fence = first_line - 2
    if fence < 0:
        file.insert(0, "---", "text:", f"  {line}", "---")
    elif root is None:
        file.insert(fence, "text:", f"  {line}")
    elif not isinstance(root, Entries):
        raise PinError("its front matter is not a list of fields")
    elif "text" in root.entries:
        key, value = root.entries["text"]
        _write_text(file, key, value, fence, line)
    elif file.begins_flow(root):
        _first_in_braces(file, root, f"text: {{{line}}}")
    else:
        indent = " " * (root.column - 1)
        file.insert(fence, f"{indent}text:", f"{indent}  {line}")


def _write_text(file: _File, key: Scalar, value: Node, fence: int, line: str) -> None:
    """The hash into the value of `text:`."""
    if isinstance(value, Scalar) and is_null(value):
        if value.value or _shares_line(file, key):
            words = file.space_before(value) + f"{{{line}}}"
            file.replace(value.line, value.column, value.end_column, words)
        else:
            file.insert(key.line, " " * (key.column + 1) + line)
    elif not isinstance(value, Entries):
        raise PinError("its “text:” is not a list of fields")
    elif _KEY in value.entries:
        _replace(file, value.entries[_KEY][1], line)
    elif file.begins_flow(value):
        _first_in_braces(file, value, line)
    else:
        last = max(at.line for at, _ in value.entries.values())
        index = _end_of(file.lines, last, fence, key.column - 1)
        file.insert(index, " " * (value.column - 1) + line)


def _shares_line(file: _File, key: Scalar) -> bool:
    """Whether more than a comment stands in the line of a key without a value."""
    rest = file.lines[key.line - 1][key.end_column - 1 :]
    return re.fullmatch(r"[ \t]*:[ \t]*(?:#.*)?", rest) is None


def _replace(file: _File, value: Node, line: str) -> None:
    if not isinstance(value, Scalar) or value.style in {"|", ">"} or value.line != value.end_line:
        raise PinError(f"its {_KEY} is not written on one line")
    sha256 = line.partition(" ")[2]
    words = f"{value.style}{sha256}{value.style}"
    space = file.space_before(value)
    file.replace(value.line, value.column, value.end_column, space + words)


def _first_in_braces(file: _File, node: Entries, words: str) -> None:
    comma = ", " if node.entries else ""
    file.replace(node.line, node.column + 1, node.column + 1, words + comma)


def _end_of(lines: list[str], last: int, fence: int, indent: int) -> int:
    """The line after the fields of a list, as an index: those below `last` (from 1) that are
    indented more than by `indent`."""
    end = last
    for index in range(last, fence):
        bare = lines[index].lstrip(" ")
        if len(lines[index]) - len(bare) > indent and bare.strip():
            end = index + 1
        elif bare.strip() and not bare.startswith("#"):
            break
    return end


def _rest(data: bytes, path: str, sha256: str = "") -> tuple[str, str] | None:
    """Everything that a file says but the hash; None where its hash is not `sha256`, if given."""
    content, _ = decode(data, path)
    text = read_text_file(content or "", "text", path, (), [], trusted=True)
    meta: dict[str, Any] = dict(text.meta)
    fields = dict(meta.pop("text", None) or {})
    found = fields.pop(_KEY, None)
    if sha256 and found != sha256:
        return None
    # As it is written out, so that a value that is not even equal to itself (.nan) compares.
    return text.markdown, repr((meta, fields))
