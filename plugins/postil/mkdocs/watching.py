"""Looks for files that change in the folders of a preview, sooner than MkDocs does.

MkDocs looks twice a second at every file, by a general program that notes more of each than is
asked here, and takes longer.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

_PAUSE = 0.1
"""Seconds between two looks, at least."""

_SHARE = 3
"""How many times as long as a look takes of a processor a pause is, at least: a quarter of one is
enough."""

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
            began = time.thread_time()
            now = self._look()
            if now != self._before:
                changed = dict(now.items() ^ self._before.items())
                self._before = now
                self._tell(set(map(Path, changed)))
            pause = max(_PAUSE, _SHARE * (time.thread_time() - began))

    def end(self) -> None:
        """Looks no more."""
        self._ended.set()

    def _look(self) -> dict[str, State]:
        found: dict[str, State] = {}
        for folder in self._folders:
            _note(str(folder), found)
        return found


def _note(folder: str, found: dict[str, State]) -> None:
    """Notes the files in a folder and below it; what cannot be asked for is not there."""
    try:
        with os.scandir(folder) as entries:
            inside = list(entries)
    except OSError:
        return
    for entry in inside:
        try:
            if not entry.is_dir():
                stat = entry.stat()
                found[entry.path] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
            elif not entry.is_symlink():  # one may lead to a folder above, and round
                _note(entry.path, found)
        except OSError:
            continue
