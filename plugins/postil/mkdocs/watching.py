"""Looks for files that change in the folders of a preview, sooner than MkDocs does.

MkDocs looks twice a second at every file, by a general program that notes more of each than is
asked here, and takes longer.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

_PAUSE = 0.1
"""Seconds between two looks, at least."""

_SHARE = 4
"""How many times as long as a look a pause is, at least: a fifth of one processor is enough."""

State = tuple[int, int, int]
"""When a file was written, its size, and its number on the disk."""


class Watching(threading.Thread):
    """Tells the paths of files that were written, added or removed in some folders, in batches."""

    def __init__(self, folders: Iterable[Path], tell: Callable[[set[Path]], None]) -> None:
        super().__init__(daemon=True)
        self._folders, self._tell = tuple(folders), tell
        self._ended = threading.Event()
        self._before = self._look()

    def run(self) -> None:
        """Looks until it is told to end."""
        pause = _PAUSE
        while not self._ended.wait(pause):
            began = time.perf_counter()
            now = self._look()
            if now != self._before:
                changed = dict(now.items() ^ self._before.items())
                self._before = now
                self._tell(set(map(Path, changed)))
            pause = max(_PAUSE, _SHARE * (time.perf_counter() - began))

    def end(self) -> None:
        """Looks no more."""
        self._ended.set()

    def _look(self) -> dict[str, State]:
        return {path: state for folder in self._folders for path, state in _files(str(folder))}


def _files(folder: str) -> Iterator[tuple[str, State]]:
    """The files in a folder and those in it; what cannot be asked for is not there."""
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except OSError:
        return
    for entry in found:
        try:
            if entry.is_dir():
                # A link may lead to a folder above, and round.
                if not entry.is_symlink():
                    yield from _files(entry.path)
                continue
            stat = entry.stat()
        except OSError:
            continue
        yield entry.path, (stat.st_mtime_ns, stat.st_size, stat.st_ino)
