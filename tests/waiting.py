"""Waiting for what a page says of itself."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Error, Frame, Page

_SECONDS, _STEP = 20.0, 50


def until(page: Page | Frame, expression: str, arg: Any = None) -> None:
    """Waits until an expression, or a function of `arg`, is true in a page.

    Playwright's own `wait_for_function` has the page evaluate words, which the policy of the site
    forbids; the debugger may.
    """
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end:
        try:
            if page.evaluate(expression, arg):
                return
        except Error:
            pass  # The page went away while it was asked, and the next one is asked.
        page.wait_for_timeout(_STEP)
    raise AssertionError(f"never true in {page.url}: {expression}")
