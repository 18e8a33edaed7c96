"""Where strings stand in a text that is asked about many of them."""

from __future__ import annotations

from postil.anchor.occurrences import index, occurrences

BLOCK = 8
"""Characters of a block; strings shorter than two blocks are looked for by reading the text."""
LONGEST_BLOCK = 32
BLOCKS = 250_000
"""Blocks that a text is cut into: longer ones in a very long text, to keep the index in bounds."""
READINGS = 128
"""Times that a text is read before its blocks are indexed, which takes about as long."""
COMMON = 40
"""Places of a row of blocks that are compared; more would take as long as reading."""


class Lookup:
    """A text, and after many questions an index of its blocks: where each of them begins.

    A text that is cut into blocks of one length holds a whole block within each occurrence of a
    string of two blocks less one character, at one of as many offsets as a block has characters.
    """

    def __init__(self, text: str) -> None:
        """Take a text; nothing is worked out yet."""
        self.text = text
        self._read = 0
        self._block = min(LONGEST_BLOCK, max(BLOCK, -(-len(text) // BLOCKS)))
        self._starts: dict[str, int | list[int]] | None = None

    def places(self, part: str, low: int, high: int, most: int) -> list[int]:
        """Where `part` stands between `low` and `high`, overlapping places included, `most` at
        most: what `occurrences` gives."""
        if self._starts is None:
            self._read += high - low
            if self._read > READINGS * len(self.text):
                self._starts = index(self.text, self._block, self._block)
        if self._starts is not None and len(part) >= 2 * self._block - 1:
            known = self._known(self._starts, part)
            if known is not None:
                last = high - len(part)
                return [at for at in known if low <= at <= last][:most]
        return occurrences(self.text, part, low, high, most)

    def _known(self, starts: dict[str, int | list[int]], part: str) -> list[int] | None:
        """All places, in order, or None where all blocks of the string are too common to tell."""
        size, text = self._block, self.text
        for row in range(0, len(part) - 2 * size + 2, size):
            several: list[tuple[int, list[int]]] = []
            found: list[int] = []
            for offset in range(row, row + size):
                places = starts.get(part[offset : offset + size])
                if isinstance(places, int):
                    found.append(places - offset)
                elif places is not None:
                    several.append((offset, places))
            if len(found) + sum(len(places) for _, places in several) <= COMMON:
                found += [at - offset for offset, places in several for at in places]
                return sorted(at for at in found if at >= 0 and text.startswith(part, at))
        return None
