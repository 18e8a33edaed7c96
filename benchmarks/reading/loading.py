"""What it takes until a page can be used: time, requests and bytes."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Response

# The first moment after loading at which nothing keeps the page from answering.
READY = """addEventListener("load", () =>
  setTimeout(() => requestIdleCallback(() => { window.idleAt = performance.now(); })));"""
SINCE_LOAD = """window.idleAt - performance.getEntriesByType("navigation")[0].loadEventEnd"""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Times are in milliseconds."""

    ready: float
    """From the end of loading to the first moment at which the main thread is free."""
    load: float
    """From the request to the end of loading."""
    requests: int
    strangers: int
    """Requests to other hosts."""
    weights: dict[str, int]
    """Bytes by gzip -9 of style sheets and scripts, by path."""
    html: int
    """Bytes of the page by gzip -9."""


def load(page: Page, address: str) -> Loaded:
    """Load a page and wait until it can be used."""
    answers: list[Response] = []
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda answer: answers.append(answer))
    page.add_init_script(READY)
    page.goto(address)
    page.wait_for_function("window.idleAt")
    ready: float = page.evaluate(SINCE_LOAD)
    took: float = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    page.wait_for_load_state("networkidle")
    web = [url for url in asked if url.startswith("http")]
    weights = {
        urlsplit(answer.url).path: len(gzip.compress(answer.body(), compresslevel=9))
        for answer in answers
        if answer.url.startswith("http")
    }
    return Loaded(
        ready,
        took,
        len(web),
        sum(urlsplit(url).hostname != "127.0.0.1" for url in web),
        {path: size for path, size in weights.items() if path.endswith((".css", ".js"))},
        weights[urlsplit(address).path],
    )


def settle(page: Page, address: str) -> None:
    """Load a page and wait until it has nothing left to do."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate("new Promise((done) => requestIdleCallback(done))")
    page.wait_for_timeout(1_000)


SHIFTS = """window.shifts = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifts += value;
}).observe({ type: "layout-shift", buffered: true });"""


def shift(browser: Browser, address: str, width: int) -> float:
    """The cumulative layout shift while a page is loaded in a window of `width` pixels."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(1_500)
    found: float = page.evaluate("window.shifts")
    context.close()
    return found
