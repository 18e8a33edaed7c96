"""What it takes until a page can be used: time, requests and bytes."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Response

# A key that is pressed as soon as the page is loaded, until its note is open and painted, and the
# first moment at which nothing is left to do.
READY = """addEventListener("load", () => setTimeout(() => {
  scheduler.postTask(() => {
    document.body.dispatchEvent(
      new KeyboardEvent("keydown", {key: "j", code: "KeyJ", bubbles: true, cancelable: true}));
    if (document.querySelector("details.postil-note[open]"))
      requestAnimationFrame(() => scheduler.postTask(
        () => { window.answeredAt = performance.now(); }, {priority: "user-blocking"}));
  }, {priority: "user-blocking"});
  requestIdleCallback(() => { window.idleAt = performance.now(); });
}));"""
SINCE_LOAD = """(name) =>
  window[name] - performance.getEntriesByType("navigation")[0].loadEventEnd"""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Times are in milliseconds."""

    answer: float
    """From the end of loading until a key that is pressed then has opened a note, and it is
    painted."""
    idle: float
    """From the end of loading to the first moment at which the main thread has nothing to do."""
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
    # Playwright's own way to wait evaluates a string, which the policy of the pages refuses.
    while not page.evaluate("!!(window.idleAt && window.answeredAt)"):
        page.wait_for_timeout(50)
    answer: float = page.evaluate(SINCE_LOAD, "answeredAt")
    idle: float = page.evaluate(SINCE_LOAD, "idleAt")
    took: float = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    # Playwright's own sign of this does not come once a script has written the address.
    while len(answers) < len(asked):
        page.wait_for_timeout(100)
    web = [url for url in asked if url.startswith("http")]
    weights = {
        urlsplit(answer.url).path: len(gzip.compress(answer.body(), compresslevel=9))
        for answer in answers
        if answer.url.startswith("http")
    }
    return Loaded(
        answer,
        idle,
        took,
        len(web),
        sum(urlsplit(url).hostname != "127.0.0.1" for url in web),
        {path: size for path, size in weights.items() if path.endswith((".css", ".js"))},
        weights[urlsplit(address).path],
    )


def settle(page: Page, address: str) -> None:
    """Load a page and wait until it has nothing left to do."""
    page.goto(address)
    page.evaluate("new Promise((done) => requestIdleCallback(done))")
    page.wait_for_timeout(2_000)


SHIFTS = """window.shifts = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifts += value;
}).observe({ type: "layout-shift", buffered: true });"""


def shift(browser: Browser, address: str, width: int) -> float:
    """The cumulative layout shift while a page is loaded in a window of `width` pixels."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.set_default_timeout(180_000)
    page = context.new_page()
    page.add_init_script(SHIFTS)
    page.goto(address)
    page.wait_for_timeout(2_500)
    found: float = page.evaluate("window.shifts")
    context.close()
    return found
