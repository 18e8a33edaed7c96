"""A time after which work on what strangers wrote is given up.

Python-Markdown and its extensions take, for some input, time that grows with its square and more,
and a page of a million brackets would hold up a build for days. What they are asked for cannot be
known beforehand, so the clock decides. It never decides what is published: a text either takes a
fraction of its time, or nothing of the site is built.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class TooLongError(Exception):
    """The time is over."""


class Deadline:
    """Raises TooLongError in the thread that starts it, unless it is stopped in time."""

    def __init__(self, seconds: float) -> None:
        self._thread = 0
        self._over = self._stopped = False
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._interrupt)
        self._timer.daemon = True

    def start(self) -> None:
        """Begin to count."""
        self._thread = threading.get_ident()
        self._timer.start()

    def stop(self) -> None:
        """End in time, or raise TooLongError at once."""
        with self._lock:
            self._stopped = True
            self._timer.cancel()
            if self._over:
                # It may be on its way, and must not arrive somewhere else.
                _raise_in(self._thread, None)
                raise TooLongError

    def _interrupt(self) -> None:
        with self._lock:
            if not self._stopped:
                self._over = True
                _raise_in(self._thread, TooLongError)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises TooLongError where what is done takes longer."""
    deadline = Deadline(seconds)
    deadline.start()
    try:
        yield
    finally:
        deadline.stop()


def _raise_in(thread: int, exception: type[Exception] | None) -> None:
    """Python's own way to interrupt another thread
    (https://docs.python.org/3/c-api/threads.html): it takes effect between two instructions."""
    pointer = ctypes.py_object(exception) if exception else ctypes.py_object()
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), pointer)
