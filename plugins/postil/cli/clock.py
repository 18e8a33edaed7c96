"""Tells a person at a terminal what takes long."""

from __future__ import annotations

import sys
import time

import click

_SLOW, _OFTEN = 1.0, 0.2
"""Seconds after which a terminal is told what the command is at, and between two such lines."""


class Clock:
    """One line on standard error that changes, after a second and where that is a terminal."""

    def __init__(self) -> None:
        """Begin to count the time."""
        self.next = time.monotonic() + _SLOW
        self.told = False

    def tell(self, what: str) -> None:
        """Say what the command is at."""
        if sys.stderr.isatty() and time.monotonic() >= self.next:
            click.echo(f"\r\x1b[K{what} …", nl=False, err=True)
            self.next = time.monotonic() + _OFTEN
            self.told = True

    def count(self, name: str, number: int) -> None:
        """Say how many notes of a file were looked at."""
        self.tell(f"importing {name}: {number} notes")

    def done(self) -> None:
        """Clear the line."""
        if self.told:
            click.echo("\r\x1b[K", nl=False, err=True)
