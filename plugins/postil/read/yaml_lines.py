"""The parts of one line of a file that the parser could not read."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from postil.read import limits

_LINE = re.compile(r"(\s*+(?:- ++)*+)(?:([^\s:#'\"\[{&*!|>%@`-][^:]*?)\s*:(?=\s|$)\s*|)(.*)")


class Failure(NamedTuple):
    """Where the parser stopped, and where what it was reading began; lines and columns from 0."""

    problem: str
    context: str
    line: int
    column: int
    from_line: int
    from_column: int
    lines: list[str]


Finding: TypeAlias = tuple[str, int, int, str, str]
"""What is wrong: code, line and column from 0, message, hint."""


class Line(NamedTuple):
    """A line: spaces and hyphens, the key if it has one, and the rest. Columns from 0."""

    indent: int
    key: str
    value_column: int
    value: str


def parts(written: str) -> Line:
    """The parts of a line, or of its first columns where it is very long."""
    written = written[: limits.SLIP_COLUMNS]
    found = _LINE.fullmatch(written)
    if not found:
        return Line(0, "", 0, written)
    return Line(found.end(1), found[2] or "", found.start(3), found[3].rstrip())


def key_above(lines: list[str], number: int) -> Line | None:
    """The nearest line above that has a key."""
    for above in range(number - 1, max(number - limits.SLIP_LINES, 0) - 1, -1):
        if (line := parts(lines[above])).key:
            return line
    return None
