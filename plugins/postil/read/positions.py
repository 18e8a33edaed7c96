"""Where a character of a file stands, by line and column."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from postil.model.place import Place
from postil.read.nodes import Scalar


class Positions:
    """Tells lines and columns of a text, counted from 1, by the index of a character."""

    __slots__ = ("_starts", "lines", "path")

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self.lines)]

    def at(self, index: int) -> tuple[int, int]:
        """The line and column of a character."""
        line = bisect_right(self._starts, index, hi=len(self.lines)) - 1
        return line + 1, index - self._starts[line] + 1

    def place(self, index: int) -> Place:
        """The same, in the file."""
        return Place(self.path, *self.at(index))

    def scalar(self, value: str, style: str, start: int, end: int) -> Scalar:
        """A value that stands from `start` to `end`; see `Scalar` for `style`."""
        return Scalar(value, style, *self.at(start), *self.at(end))
