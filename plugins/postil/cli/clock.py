"""Tells a person at a terminal what takes long."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType

import click

from postil.workers import Item, Made, Sharing

_SLOW, _OFTEN = 1.0, 0.2
"""Seconds after which a terminal is told what the command is at, and between two such lines."""


class Clock:
    """One line on standard error that changes, after a second and where that is a terminal.

    It is a context: it tells of one long step as well, in which nobody says anything, and clears
    the line at its end, also where that is an error.
    """

    def __init__(self, what: str = "") -> None:
        """Begin to count the time of a command that is at `what`."""
        self.next = time.monotonic() + _SLOW
        self.told = False
        self._what = what
        self._turn = threading.Lock()
        self._alarm = threading.Timer(_SLOW, self._show)
        self._alarm.daemon = True

    def __enter__(self) -> Clock:
        if sys.stderr.isatty():
            self._alarm.start()
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _where: TracebackType | None,
    ) -> None:
        self._alarm.cancel()
        if self._alarm.is_alive():
            self._alarm.join()
        self.done()

    def tell(self, what: str) -> None:
        """Say what the command is at."""
        self._what = what
        if sys.stderr.isatty() and time.monotonic() >= self.next:
            self._show()

    def count(self, name: str, number: int) -> None:
        """Say how many notes of a file were looked at."""
        self.tell(f"importing {name}: {number} notes")

    def counted(self, share: Sharing, things: str) -> Sharing:
        """Shares work as `share` does, and says how much of it is done.

        That is said by the command itself and not by the thread that tells of one long step: beside
        one, no work is shared (see `postil.workers`).
        """

        def told(work: Callable[[Item], Made], items: Sequence[Item], /) -> Iterator[Made]:
            for number, made in enumerate(share(work, items)):
                self.tell(f"checking {number} of {len(items)} {things}")
                yield made

        return told

    def done(self) -> None:
        """Clear the line, for others to write there."""
        if self.told:
            click.echo("\r\x1b[K", nl=False, err=True)
            self.told = False

    def _show(self) -> None:
        with self._turn:
            if self._what:
                click.echo(f"\r\x1b[K{self._what} …", nl=False, err=True)
                self.next = time.monotonic() + _OFTEN
                self.told = True
