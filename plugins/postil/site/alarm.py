"""A time after which the first thread is interrupted, by the alarm that the system has for it.

Unlike a thread that waits (see `postil.site.deadline`), it costs next to nothing where the time
suffices, and a check of a thousand texts begins two thousand of them.
"""

from __future__ import annotations

import signal
import threading
from types import FrameType


class TooLongError(Exception):
    """The time is over."""


AGAIN = 0.5
"""Seconds until it is raised once more."""

TIMES = 100
"""How often it is raised. Where nobody stops the clock, it ends by itself."""


class Alarm:
    """Raises TooLongError in the first thread, which starts it, unless it is stopped in time."""

    _rings: Alarm | None = None

    def __init__(self, seconds: float) -> None:
        """Take the time, which does not yet begin."""
        self._seconds = seconds
        self._over = False
        self._times = 0
        self.stopped = False

    @classmethod
    def is_free(cls) -> bool:
        """Whether one can be started: there is one, and somebody else may be waiting for it."""
        return (
            hasattr(signal, "setitimer")
            and threading.current_thread() is threading.main_thread()
            and signal.getsignal(signal.SIGALRM) in (signal.SIG_DFL, _ring)
            and signal.getitimer(signal.ITIMER_REAL)[0] == 0
        )

    def start(self) -> None:
        """Begin to count."""
        # It stays: what rings a moment after the alarm was stopped would end the program.
        signal.signal(signal.SIGALRM, _ring)
        Alarm._rings = self
        signal.setitimer(signal.ITIMER_REAL, max(self._seconds, 0.001), AGAIN)  # 0 is no time

    def stop(self) -> None:
        """End in time, or raise TooLongError at once. It may be called again."""
        while True:
            try:
                self.stopped = True
                if Alarm._rings is self:
                    signal.setitimer(signal.ITIMER_REAL, 0)
                    Alarm._rings = None
                break
            except TooLongError:
                continue
        if self._over:
            raise TooLongError

    def ring(self) -> None:
        """The time is over, or over again."""
        self._times += 1
        if self.stopped or self._times == TIMES:
            signal.setitimer(signal.ITIMER_REAL, 0)
        self._over = True
        if not self.stopped:
            raise TooLongError


def _ring(_signal: int, _frame: FrameType | None) -> None:
    if Alarm._rings is not None:
        Alarm._rings.ring()
