"""How long Postil itself works on a build, among all that the host does."""

from __future__ import annotations

import time


class Clock:
    """Sums up the `seconds` of what is done in a `with` statement."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._began = 0.0

    def __enter__(self) -> None:
        self._began = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self.seconds += time.perf_counter() - self._began
