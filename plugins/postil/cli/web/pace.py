"""When a host may be asked again: one request at a time, and a pause after each."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class StoppedError(Exception):
    """Asking was ended before its end."""


class Pace:
    """The turns of all hosts. `delay` is the pause after each request to a host, in seconds."""

    def __init__(self, delay: float) -> None:
        self.delay = delay
        self._stop = threading.Event()
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        self._free_at: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Waits until `host` may be asked, and keeps others from it until the end.

        A turn must end before that of another host begins, or two of them could wait for each
        other. Raises StoppedError.
        """
        with self._guard:
            lock = self._locks.setdefault(host, threading.Lock())
        with lock:
            self._wait(self._free_at.get(host, 0.0) - time.monotonic())
            try:
                yield
            finally:
                self.rest(host, self.delay)

    def rest(self, host: str, seconds: float) -> None:
        """Leaves `host` alone for so long from now on, if not for longer already."""
        with self._guard:
            until = time.monotonic() + seconds
            self._free_at[host] = max(self._free_at.get(host, 0.0), until)

    def stop(self) -> None:
        """Ends all waiting; no turn begins any more."""
        self._stop.set()

    def _wait(self, seconds: float) -> None:
        if self._stop.wait(max(seconds, 0.0)):
            raise StoppedError
