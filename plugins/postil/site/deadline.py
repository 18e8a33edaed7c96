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

_AGAIN = 0.5
"""Seconds until it is raised once more."""


class TooLongError(Exception):
    """The time is over."""


class Deadline:
    """Raises TooLongError in the thread that starts it, unless it is stopped in time.

    It is raised again and again, for Python drops what is raised while an object is taken away.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._thread = 0
        self._over = False
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._clock = threading.Thread(target=self._watch, daemon=True)

    def start(self) -> None:
        """Begin to count."""
        self._thread = threading.get_ident()
        self._clock.start()

    def stop(self) -> None:
        """End in time, or raise TooLongError at once."""
        while True:
            try:
                self._stopped.set()
                with self._lock:
                    # It may be on its way, and must not arrive somewhere else.
                    if self._over:
                        _raise_in(self._thread, None)
                break
            except TooLongError:
                continue
        if self._over:
            raise TooLongError

    def _watch(self) -> None:
        wait = self._seconds
        while not self._stopped.wait(wait):
            with self._lock:
                if not self._stopped.is_set():
                    self._over = True
                    _raise_in(self._thread, TooLongError)
            wait = _AGAIN


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
