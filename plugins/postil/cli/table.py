"""Rows of words in columns, for terminals and for programs that cut at spaces."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence


def table(rows: Iterable[Sequence[str]], *, right: Sequence[int] = ()) -> str:
    """The rows in lines, columns below each other and two spaces apart; those whose numbers are in
    `right` end below each other. Empty without rows."""
    cells = [list(row) for row in rows]
    if not cells:
        return ""
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    lines = []
    for row in cells:
        padded = [
            " " * (width - _width(cell)) + cell
            if at in right
            else cell + " " * (width - _width(cell))
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(padded).rstrip())
    return "\n".join(lines) + "\n"


def shortened(words: str, most: int = 60) -> str:
    """Words on one line, their middle left out where they are many."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    half = (most - 3) // 2
    return f"{line[:half].rstrip()} … {line[-half:].lstrip()}"


def _width(words: str) -> int:
    """Columns of a terminal, in which some characters take two and marks none."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in words)
    return len(words) + wide - sum(unicodedata.category(sign) in {"Mn", "Me"} for sign in words)
