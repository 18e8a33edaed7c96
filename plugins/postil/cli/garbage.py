"""How often a command looks for garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 100_000
"""Objects more than before at which it looks again. Python does so at 700 or 2,000, which is right
for what runs on and on: nearly all that a command makes lives as long as it does."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Looks for garbage seldom, and afterwards as often as before."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
