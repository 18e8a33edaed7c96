"""A table of HTML as one of Markdown: every row of the same length, and one row of heads."""

from __future__ import annotations

from typing import Any

from postil.read.originals.inline import Style, lines
from postil.read.originals.number import number

_MOST = 100
"""Columns or rows that a cell may span; more is no table of a text."""


def table(element: Any, style: Style) -> list[str]:
    """The caption, as a paragraph, and the table. One without heads gets a row of empty ones."""
    found = [words for one in element.iterchildren("caption") if (words := lines(one, style))]
    rows = [row for row in element.iter("tr") if _owner(row) is element]
    grid = _grid(rows, style)
    if not grid:
        return found
    width = max(len(row) for row in grid)
    if not _is_head(rows[0]):
        grid.insert(0, [""] * width)
    written = [_row([*row, *[""] * (width - len(row))]) for row in grid]
    written.insert(1, _row(["---"] * width))
    return [*found, "\n".join(written)]


def _grid(rows: list[Any], style: Style) -> list[list[str]]:
    """The cells by row and column; a cell that spans several stands in the first of them."""
    grid: list[list[str]] = []
    # How many rows more a column is taken by a cell above.
    taken: dict[int, int] = {}
    for row in rows:
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            while taken.get(len(cells), 0):
                taken[len(cells)] -= 1
                cells.append("")
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            for offset in range(across):
                if down > 1:
                    taken[len(cells)] = down - 1
                cells.append(lines(cell, style, within="td") if offset == 0 else "")
        grid.append(cells)
    return grid if any(any(row) for row in grid) else []


def _span(cell: Any, name: str) -> int:
    return number(cell.get(name, "1"), _MOST)


def _is_head(row: Any) -> bool:
    cells = [*row.iterchildren("td", "th")]
    return row.getparent().tag == "thead" or (bool(cells) and all(c.tag == "th" for c in cells))


def _owner(row: Any) -> Any:
    """The table that a row belongs to, tables within tables told apart."""
    return next(row.iterancestors("table"), None)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
