"""Seeds: the short strings of a text, and where each of them stands."""

from __future__ import annotations

from collections.abc import Sequence

from postil.anchor import policy
from postil.anchor.normal import count_cjk
from postil.anchor.occurrences import occurrences

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
        self._known: dict[str, Sequence[int]] = {}
        self._all: dict[str, int | list[int]] | None = None

    def places(self, seed: str) -> Sequence[int]:
        """Where a string of `size` characters stands, in order."""
        if self._all is None:
            known = self._known.get(seed)
            if known is not None:
                return known
            if self.stride == 1 and len(self._known) < SINGLY:
                length = len(self._text)
                found = self._known[seed] = occurrences(self._text, seed, 0, length, length)
                return found
            self._all = _index(self._text, self.size, self.stride)
        at = self._all.get(seed, ())
        return (at,) if isinstance(at, int) else at


def _index(text: str, size: int, stride: int) -> dict[str, int | list[int]]:
    """The place of each seed, or its places: most stand in one place only, and a list for each
    would take longer than all the rest."""
    found: dict[str, int | list[int]] = {}
    get = found.get
    for at in range(0, len(text) - size + 1, stride):
        seed = text[at : at + size]
        known = get(seed)
        if known is None:
            found[seed] = at
        elif isinstance(known, int):
            found[seed] = [known, at]
        else:
            known.append(at)
    return found
