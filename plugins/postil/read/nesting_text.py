"""How long a writer of HTML takes for its text: for each sign that it must escape, it looks through
the rest of the piece of text in which that stands."""

from __future__ import annotations


class Escapes:
    """The signs of a page that are escaped, times the characters around them."""

    def __init__(self) -> None:
        self._ended = 0
        # Of the text where it stands, and of what a parser moves out of tables, all to one place.
        self._signs, self._length = [0, 0], [0, 0]

    @property
    def work(self) -> int:
        """What all text until now takes."""
        return self._ended + sum(map(int.__mul__, self._signs, self._length))

    def take(self, html: str, start: int, end: int, moved: bool = False) -> None:
        """Takes a piece of text, which a parser may join with the one before."""
        self._signs[moved] += html.count("&", start, end) + html.count("\xa0", start, end)
        self._length[moved] += end - start

    def part(self) -> None:
        """Takes an element that parts the text before it from what follows."""
        self._ended += self._signs[0] * self._length[0]
        self._signs[0] = self._length[0] = 0
