"""Seeds: the short strings of a text, and where each of them stands."""

from __future__ import annotations

from collections.abc import Sequence

from postil.anchor import policy
from postil.anchor.normal import count_cjk
from postil.anchor.occurrences import index, occurrences

SINGLY = 160
"""Seeds that are looked for in the text one by one; indexing all of them takes about as long."""


class Seeds:
    """The places of each seed of a text, taken at every `stride`-th character.

    A seed has `size` characters. The first ones that are asked for are looked for in the text.
    Where they become many, or the text is so long that only some characters begin a seed, all are
    indexed at once.
    """

    def __init__(self, text: str) -> None:
        """Take a text; nothing is worked out yet."""
        self._text = text
        self.stride = max(1, -(-len(text) // policy.INDEXED))
        sample = text[:: max(1, len(text) // 500)]
        mostly_cjk = 3 * count_cjk(sample) > len(sample)
        self.size = policy.SEED_CJK if mostly_cjk else policy.SEED
        if len(text) > policy.LARGE:
            self.size += 1 if mostly_cjk else 2
        self._known: dict[str, int | list[int] | None] = {}
        self._all: dict[str, int | list[int]] | None = None

    def shared(self, pattern: str, positions: Sequence[int]) -> list[tuple[int, int | list[int]]]:
        """The seeds that begin at such positions of a pattern and stand in the text: the position
        in the pattern, and the one in the text or, if they are several, all of them."""
        size = self.size
        if self._all is None and (self.stride > 1 or len(self._known) + len(positions) > SINGLY):
            self._all = index(self._text, size, self.stride)
        get = self._looked_for if self._all is None else self._all.get
        asked = [(i, get(pattern[i : i + size])) for i in positions]
        return [(i, places) for i, places in asked if places is not None]

    def _looked_for(self, seed: str) -> int | list[int] | None:
        try:
            return self._known[seed]
        except KeyError:
            length = len(self._text)
            found = occurrences(self._text, seed, 0, length, length)
            known = self._known[seed] = found if len(found) > 1 else found[0] if found else None
            return known
