"""What the machines of a build made, and what this one keeps, looked up in one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from postil.archives import Archive
from postil.kept import Kept


class Joined:
    """Looks in the files of shards first, and then in what earlier builds kept, if they could.

    `taken` counts what shards had made; `other` what they had made of something else, and `bad`
    what was not as they sealed it: both are made here.
    """

    def __init__(self, archives: Sequence[Archive], kept: Kept | None) -> None:
        self._archives, self._kept = archives, kept
        self.taken = self.other = self.bad = 0

    def has(self, slot: str, key: bytes) -> bool:
        """Whether there seems to be a thing of that key in a slot."""
        found = [made for one in self._archives if (made := one.key(slot)) is not None]
        if key in found or (self._kept is not None and self._kept.has(slot, key)):
            return True
        self.other += bool(found)
        return False

    def get(self, slot: str, key: bytes) -> tuple[Any] | None:
        """The thing of that key in a slot, in a tuple, or None."""
        for one in self._archives:
            if one.key(slot) == key:
                if (found := one.get(slot, key)) is not None:
                    self.taken += 1
                    return found
                self.bad += 1
        return self._kept.get(slot, key) if self._kept is not None else None

    def put(self, slot: str, key: bytes, thing: object) -> None:
        """Keeps a thing that was made here."""
        if self._kept is not None:
            self._kept.put(slot, key, thing)

    def close(self) -> None:
        """Ends the reading."""
        for one in self._archives:
            one.close()

    def clear(self) -> None:
        """Ends the reading, and takes away what no build asked for in a month."""
        self.close()
        if self._kept is not None:
            self._kept.clear()
