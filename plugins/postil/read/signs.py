"""What the system notes of a file, by which one that nobody wrote to is known without being read.

As git does it (https://git-scm.com/docs/racy-git): a file whose size, inode and times are those
that it had is the one that it was, unless it was written so shortly before it was looked at that
another writing could have left the same times. Such a young one is
always read again.
"""

from __future__ import annotations

import os
import stat
import struct
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

_SETTLED = 2_000_000_000
"""Nanoseconds after which a file is no longer young: no file system has coarser times."""

_TELLS = os.name == "posix"
"""Whether a file has a time that nobody can set. On Windows that one is of its making."""

_DEPTH = 16
"""How deep folders are looked into; no reading goes deeper."""

_TOLD = struct.Struct("=IQqqQ")

FOLDER = b"folder".ljust(_TOLD.size)
"""The sign of every folder: what stands in it has signs of its own."""

YOUNG = b"young".ljust(_TOLD.size)
"""The sign of a file that must be read to be known."""

UNKNOWN = b"unknown".ljust(_TOLD.size)
"""The sign of links, and of what cannot be looked at."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of files and folders by path. Tens of thousands of them are written and read as two
    values."""

    by_path: Mapping[str, bytes]

    def __reduce__(self) -> tuple[object, ...]:
        """What pickle writes."""
        return _signs, ("\0".join(self.by_path), b"".join(self.by_path.values()))

    def changed(self, then: Signs) -> set[str]:
        """The paths of what is not sure to be as it was `then`."""
        before = then.by_path.get
        return {
            path for path, sign in self.by_path.items() if before(path) != sign or sign in _UNSURE
        }

    def same_names(self, then: Signs) -> bool:
        """Whether the same files and folders stand there, whatever is in them; not where that is
        not sure."""
        if self.by_path.keys() != then.by_path.keys():
            return False
        for path, sign in self.by_path.items():
            before = then.by_path[path]
            if before != sign and FOLDER in (before, sign):
                return False
            if UNKNOWN in (before, sign):
                return False
        return True


_UNSURE = frozenset({YOUNG, UNKNOWN})


def _signs(paths: str, signs: bytes) -> Signs:
    size = _TOLD.size
    names = paths.split("\0") if paths else []
    return Signs({path: signs[at * size : (at + 1) * size] for at, path in enumerate(names)})


def now() -> int:
    """The time before files are looked at, in nanoseconds."""
    return time.time_ns()


def folder_signs(root: Path, folders: Iterable[str], began: int) -> Signs:
    """The signs of everything in the `folders` of a site, by path below its `root`.

    `began` is a time before this was called.
    """
    signs: dict[str, bytes] = {}
    for folder in folders:
        place = root / folder
        try:
            real = place.is_dir() and place.resolve() == place
        except (OSError, RuntimeError):
            real = False
        signs[folder] = FOLDER if real else UNKNOWN
        if real:
            _look(str(place), folder, began - _SETTLED, signs, _DEPTH)
    return Signs(signs)


def file_sign(file: Path, began: int) -> bytes:
    """The sign of one file."""
    try:
        return _sign(file.lstat(), began - _SETTLED)
    except OSError:
        return UNKNOWN


def tells(sign: bytes) -> bool:
    """Whether a file that has this sign again is the same."""
    return sign not in _UNSURE


def _look(folder: str, path: str, young: int, signs: dict[str, bytes], depth: int) -> None:
    """Notes what stands in a folder; hidden files are never read."""
    try:
        with os.scandir(folder) as found:
            for one in found:
                name = one.name
                if name.startswith("."):
                    continue
                at = f"{path}/{name}"
                if not one.is_dir(follow_symlinks=False):
                    signs[at] = _sign(one.stat(follow_symlinks=False), young)
                elif depth:
                    signs[at] = FOLDER
                    _look(one.path, at, young, signs, depth - 1)
    except OSError:
        signs[path] = UNKNOWN


def _sign(status: os.stat_result, young: int) -> bytes:
    if not stat.S_ISREG(status.st_mode):
        return UNKNOWN
    times = (status.st_mtime_ns, status.st_ctime_ns)
    if not _TELLS or max(times) >= young:
        return YOUNG
    return _TOLD.pack(status.st_mode, status.st_size, *times, status.st_ino % 2**64)
