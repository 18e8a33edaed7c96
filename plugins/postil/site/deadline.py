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

_TIMES = 100
"""How often it is raised. Where nobody stops the clock, it ends by itself."""


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
        # For `within`: what is raised may arrive in the first instruction of `stop`.
        self.stopped = False
        self._lock = threading.Lock()
        # Held while the clock runs. A lock rather than an event, whose methods are Python:
        # interrupted in the middle, they would leave it locked.
        self._runs = threading.Lock()
        self._clock = threading.Thread(target=self._watch, daemon=True)

    def start(self) -> None:
        """Begin to count."""
        self._thread = threading.get_ident()
        self._runs.acquire()
        self._clock.start()

    def stop(self) -> None:
        """End in time, or raise TooLongError at once. It may be called again."""
        met = False
        while True:
            try:
                self.stopped = True
                with self._lock:
                    if self._over and not met:
                        # One may be on its way, and must not arrive somewhere else: this one
                        # takes its place, and arrives here. (To take it back leaves Python 3.11
                        # looking for it for ever, which hangs it under a tracer.)
                        met = True
                        _raise_in(self._thread)
                        for _ in range(1000):
                            pass
                break
            except TooLongError:
                continue
        if self._runs.locked():
            self._runs.release()  # the clock ends
        if self._over:
            raise TooLongError

    def _watch(self) -> None:
        wait = self._seconds
        for _ in range(_TIMES):
            if self._runs.acquire(timeout=wait):
                return
            with self._lock:
                if not self.stopped:
                    self._over = True
                    _raise_in(self._thread)
            wait = _AGAIN


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises TooLongError where what is done takes longer."""
    deadline = Deadline(seconds)
    try:
        deadline.start()
        yield
    finally:
        deadline.stopped = True
        deadline.stop()


def _raise_in(thread: int) -> None:
    """Python's own way to interrupt another thread
    (https://docs.python.org/3/c-api/threads.html): it takes effect between two instructions."""
    pointer = ctypes.py_object(TooLongError)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), pointer)
