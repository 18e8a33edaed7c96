"""Explainers whose script has begun its work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from ...waiting import until

READY = "document.querySelector('.postil-controls:not([hidden])') !== null"

Read = Callable[..., Page]


@pytest.fixture
def read(page: Page, explainer: str) -> Read:
    """Opens the first explainer in `at`, or in the page of the test; `end` is added to the
    address. A page that was opened already is only made ready."""

    def open_(at: Page | None = None, end: str = "") -> Page:
        at = at or page
        if not at.url.startswith(explainer):
            at.goto(explainer + end)
        until(at, READY)
        # The script has looked at the address, behind the host.
        at.evaluate("new Promise((done) => setTimeout(() => requestAnimationFrame(done), 50))")
        return at

    return open_
