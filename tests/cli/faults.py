"""Faults of a disk: the system refuses the N-th thing that it is asked to do in a folder.

After SQLite's I/O error tests (https://www.sqlite.org/testing.html#i_o_error_testing): a command is
run again and again, and each time one thing later fails, until it needs no more.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

EVENTS = frozenset(
    {"open", "os.chmod", "os.listdir", "os.mkdir", "os.remove", "os.rename", "os.scandir"}
)
"""What Python tells of before it asks the system (https://docs.python.org/3/library/audit_events.html),
and what is refused where that is told."""


@dataclass
class Fault:
    """Refuses the `number`-th thing below `folder`, from 1 on, and notes what that was."""

    folder: str
    number: int
    code: int = errno.EIO
    what: str = ""
    seen: int = 0
    also: frozenset[str] = field(default=EVENTS)

    def meet(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event not in self.also or not self._is_ours(arguments):
            return
        self.seen += 1
        if self.seen == self.number:
            self.what = f"{event}{arguments[:1]}"
            raise OSError(self.code, os.strerror(self.code))

    def _is_ours(self, arguments: tuple[Any, ...]) -> bool:
        first = arguments[0] if arguments else None
        if isinstance(first, Path):
            first = str(first)
        return isinstance(first, str) and os.path.abspath(first).startswith(self.folder)  # noqa: PTH100 - links stay


_now: Fault | None = None
_hooked = False


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if _now is not None:
        _now.meet(event, arguments)


@contextmanager
def fault(folder: Path, number: int, code: int = errno.EIO) -> Iterator[Fault]:
    """The N-th thing that is asked of the system below `folder` fails."""
    global _now, _hooked
    if not _hooked:
        sys.addaudithook(_hook)  # it can never be taken away again
        _hooked = True
    _now = Fault(f"{folder}{os.sep}", number, code)
    try:
        yield _now
    finally:
        _now = None
