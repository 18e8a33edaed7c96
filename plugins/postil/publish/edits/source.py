"""A YAML file as it was written, and parts of it replaced."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from postil.read.files import decode
from postil.read.nodes import Document, Scalar
from postil.read.yaml_nodes import compose

_LINE_END = re.compile(r"\r\n|\r|\n")


class EditError(Exception):
    """A file cannot be changed for certain; the message says why, as the end of a sentence."""


class Edit(NamedTuple):
    """`words` in place of the characters from `start` to `end`. A line feed in them becomes the
    line end of the file."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class YamlSource:
    """A file that was read without a problem: its characters, line ends as they are, and its nodes.

    `mark` is the byte order mark or empty; `starts` is where each line begins in `text`.
    """

    path: str
    text: str
    mark: str
    document: Document
    starts: tuple[int, ...]

    def offset(self, line: int, column: int) -> int:
        """Where a line and column of the nodes, which count from 1, stand in the characters.

        An empty value at the end of a file may stand in a line after the last one.
        """
        if line > len(self.starts):
            return len(self.text)
        return self.starts[line - 1] + column - 1

    def span(self, node: Scalar) -> tuple[int, int]:
        """Where a value begins and ends; a block ends with its last line that holds something."""
        start = self.offset(node.line, node.column)
        end = self.offset(node.end_line, node.end_column)
        if node.style in {"|", ">"}:
            end = start + len(self.text[start:end].rstrip())
        return start, end

    def end_of_line(self, at: int) -> int:
        """Where the line that holds the character `at` ends, before its line end."""
        found = _LINE_END.search(self.text, at)
        return found.start() if found else len(self.text)

    @property
    def line_end(self) -> str:
        """The line end of the file."""
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"

    def changed(self, edits: Iterable[Edit]) -> bytes:
        """The bytes of the file with the edits, which do not overlap, and no other byte changed."""
        pieces, done = [self.mark], 0
        for edit in sorted(edits):
            pieces += [self.text[done : edit.start], edit.words.replace("\n", self.line_end)]
            done = edit.end
        return "".join([*pieces, self.text[done:]]).encode("utf-8")

    @property
    def bytes(self) -> bytes:
        """The file as it is."""
        return self.changed(())


def read_source(data: bytes, path: str) -> YamlSource:
    """The file of those bytes. Raises EditError where anything in it could not be read as YAML."""
    plain, problems = decode(data, path, yaml=True)
    document = None
    if plain is not None:
        document, problems = compose(plain, path, plain.split("\n"))
    if document is None or problems:
        said = f"{problems[0].place}: {problems[0].message}" if problems else "it is not YAML"
        raise EditError(f"the file cannot be read ({said})")
    text = data.decode("utf-8")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix("\ufeff")
    starts = (0, *(found.end() for found in _LINE_END.finditer(text)))
    return YamlSource(path, text, mark, document, starts)
