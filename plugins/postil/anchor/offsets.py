"""The way from a changed copy of a string back to the string."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offsets:
    """The way from a changed copy of a string back to the string.

    Entry k says that the copy's character `here[k]` stands for `width[k]` characters from
    `there[k]` on, and that those after it follow one by one until the next entry.
    """

    here: tuple[int, ...] = ()
    there: tuple[int, ...] = ()
    width: tuple[int, ...] = ()

    def start(self, at: int) -> int:
        """Where the copy's character `at` begins in the string."""
        k = bisect_right(self.here, at) - 1
        if k < 0:
            return at
        past = at - self.here[k]
        return self.there[k] + (self.width[k] + past - 1 if past else 0)

    def end(self, at: int) -> int:
        """Where the copy's character before `at` ends in the string."""
        k = bisect_right(self.here, at - 1) - 1
        if k < 0:
            return at
        return self.there[k] + self.width[k] + at - 1 - self.here[k]

    def back(self, at: int) -> int:
        """The copy's first character that ends after `at` in the string."""
        k = bisect_right(self.there, at) - 1
        if k < 0:
            return min(at, self.here[0]) if self.here else at
        past = at - self.there[k] - self.width[k]
        if past < 0:
            # Several characters of the copy may stand for one: here is the first of them.
            return self.here[bisect_left(self.there, self.there[k])]
        found = self.here[k] + past + 1
        return min(found, self.here[k + 1]) if k + 1 < len(self.here) else found


class CopyWriter:
    """Makes the copy piece by piece, and the way back with it."""

    def __init__(self, text: str) -> None:
        """Begin a copy of `text`."""
        self.text, self.done, self.length = text, 0, 0
        self.pieces: list[str] = []
        self.here: list[int] = []
        self.there: list[int] = []
        self.width: list[int] = []

    def put(self, start: int, end: int, piece: str) -> None:
        """Write `piece` for the characters from `start` to `end`; calls go from left to right."""
        self.pieces.append(self.text[self.done : start])
        self.length += start - self.done
        self.pieces.append(piece)
        if not piece:
            self._entry(self.length, end, 1)
        elif len(piece) != end - start:
            for at in range(self.length, self.length + len(piece)):
                self._entry(at, start, end - start)
        self.length += len(piece)
        self.done = end

    def _entry(self, here: int, there: int, width: int) -> None:
        self.here.append(here)
        self.there.append(there)
        self.width.append(width)

    def result(self) -> tuple[str, Offsets]:
        """The copy, and the way back from it."""
        if not self.pieces:
            return self.text, Offsets()
        copy = "".join(self.pieces) + self.text[self.done :]
        return copy, Offsets(tuple(self.here), tuple(self.there), tuple(self.width))
