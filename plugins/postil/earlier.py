"""The files of an earlier build, which stand again where the new one has the same.

A build removes what stands in its folder and writes everything anew, mostly the same. Both take
longer than to compare, on some file systems many times as long. So the earlier files are put aside,
and one whose content is asked for again is put back; what nobody asked for is removed with the
rest.

Files are compared and moved by the calls of the system, without `pathlib`: there are tens of
thousands.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_STALE = 60 * 60
"""Seconds after which what is aside belongs to no build that still runs."""


class Earlier:
    """The files of an earlier build, aside; of `site`, moved to `aside`. Processes that part
    from this one may put files back, too."""

    def __init__(self, site: Path, aside: Path) -> None:
        self._site, self._aside = f"{site}{os.sep}", f"{aside}{os.sep}"
        start = len(self._aside)
        # Into a folder that is a link, this does not descend.
        self._folders = frozenset(f"{folder}{os.sep}"[start:] for folder, _, _ in os.walk(aside))
        # What a file of this build is given: nobody may have made it one for others.
        self._mode = aside.stat().st_mode & 0o666

    def back(self, path: str, content: bytes) -> bool:
        """Puts the earlier file of that path back, if it is there and has that content."""
        if not path.startswith(self._site):
            return False
        within = path[len(self._site) :]
        if within[: within.rfind(os.sep) + 1] not in self._folders:
            return False
        old = f"{self._aside}{within}"
        try:
            if not self._is_plain(os.lstat(old), len(content)) or _read(old) != content:
                return False
            _move(old, path)
        except OSError:
            return False
        return True

    def _is_plain(self, found: os.stat_result, size: int) -> bool:
        """Whether a file is one as builds write them, of that many bytes."""
        # Of a file with another name, somebody may write into both at once.
        alone = found.st_nlink == 1
        return alone and found.st_size == size and found.st_mode == stat.S_IFREG | self._mode

    def end(self) -> None:
        """Removes what was not put back."""
        shutil.rmtree(Path(self._aside).parent, ignore_errors=True)


def put_aside(site: Path, below: Path) -> Earlier | None:
    """Moves what a build would remove from the folder `site` to one below `below`; None where
    nothing is there, or where it cannot be moved."""
    # No link may lead elsewhere: what is there is removed.
    if below.resolve() != below:
        return None
    _remove_stale(below)
    try:
        # Hidden files are left where they are, as by the build.
        found = [one for one in os.scandir(site) if not one.name.startswith(".")]
        if not found:
            return None
        below.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(dir=below)) / "site"
        aside.mkdir()
    except OSError:
        return None
    for one in found:
        if not one.is_symlink():
            # On another file system, for one: then it is removed where it is.
            with suppress(OSError):
                Path(one.path).rename(aside / one.name)
    return Earlier(site, aside)


def _read(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - for time, see the module
        return file.read()


def _move(old: str, path: str) -> None:
    try:
        os.replace(old, path)  # noqa: PTH105 - for time, see the module
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        os.replace(old, path)  # noqa: PTH105 - for time, see the module


def _remove_stale(below: Path) -> None:
    """Removes what builds left aside that were ended before they could remove it."""
    before = time.time() - _STALE
    with suppress(OSError):
        for one in os.scandir(below):
            with suppress(OSError):
                if one.stat(follow_symlinks=False).st_mtime < before:
                    shutil.rmtree(one.path, ignore_errors=True)
