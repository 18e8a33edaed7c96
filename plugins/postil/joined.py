"""What the machines of a build made, and what this one keeps, looked up in one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from postil.archives import Archive
from postil.kept import Kept, Task


class Joined:
    """Looks in the files of shards first, and then in what earlier builds kept, if they could.

    Of the tasks that were counted, shards had made the things of as many as `taken`, and of as many
    as `other` they had made something else.
    """

    def __init__(self, archives: Sequence[Archive], kept: Kept | None) -> None:
        self._archives, self._kept = archives, kept
        self.taken = self.other = 0

    def count(self, tasks: Iterable[Task[Any]]) -> None:
        """Counts what will be taken. Who takes it may be a copy of this process."""
        for task in tasks:
            found = [made for one in self._archives if (made := one.key(task.slot)) is not None]
            self.taken += task.key in found
            self.other += bool(found) and task.key not in found

    def has(self, slot: str, key: bytes) -> bool:
        """Whether there seems to be a thing of that key in a slot."""
        if any(one.key(slot) == key for one in self._archives):
            return True
        return self._kept is not None and self._kept.has(slot, key)

    def get(self, slot: str, key: bytes) -> tuple[Any] | None:
        """The thing of that key in a slot, in a tuple, or None."""
        for one in self._archives:
            if (found := one.get(slot, key)) is not None:
                return found
        return self._kept.get(slot, key) if self._kept is not None else None

    def put(self, slot: str, key: bytes, thing: object) -> None:
        """Keeps a thing that was made here."""
        if self._kept is not None:
            self._kept.put(slot, key, thing)

    def clear(self) -> None:
        """Takes away what no build asked for in a month."""
        if self._kept is not None:
            self._kept.clear()
