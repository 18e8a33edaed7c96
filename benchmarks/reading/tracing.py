"""How long the tasks of a page take, as Chromium's own trace tells."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page

CATEGORIES = ["disabled-by-default-devtools.timeline"]

# The events of readers whose answer took longer than a frame, with the time to the next paint.
EVENTS = """() => {
  window.slowest = 0;
  new PerformanceObserver((list) => {
    window.slowest = Math.max(window.slowest, ...list.getEntries().map((entry) => entry.duration));
  }).observe({type: "event", durationThreshold: 16});
}"""


@dataclass(slots=True)
class Tasks:
    """What one piece of work cost. Times are in milliseconds."""

    longest: float = 0.0
    """The longest task of the page's main thread; the Long Tasks API lists those from 50."""
    busiest: float = 0.0
    """The longest by the time that it had a processor, which other programs do not lengthen."""
    slowest: float = 0.0
    """The slowest answer to an event, to the next paint; 0 where all took less than 16."""


@contextmanager
def traced(page: Page) -> Iterator[Tasks]:
    """Trace what happens in the block; the result is complete after it."""
    tasks = Tasks()
    browser = page.context.browser
    assert browser is not None
    page.evaluate(EVENTS)
    browser.start_tracing(page=page, categories=CATEGORIES)
    yield tasks
    page.wait_for_timeout(200)
    found = _tasks(browser.stop_tracing())
    tasks.longest = max(whole for whole, _ in found)
    tasks.busiest = max(own for _, own in found)
    tasks.slowest = page.evaluate("window.slowest")


def _tasks(trace: bytes) -> list[tuple[float, float]]:
    """How long each task of the main thread that worked most took, and had a processor."""
    events = json.loads(trace)["traceEvents"]
    main = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    durations: dict[tuple[int, int], list[tuple[float, float]]] = {
        thread: [(0.0, 0.0)] for thread in main
    }
    for event in events:
        thread = (event["pid"], event["tid"])
        if event["name"] == "RunTask" and thread in durations:
            durations[thread].append((event.get("dur", 0) / 1000, event.get("tdur", 0) / 1000))
    return max(durations.values(), key=lambda tasks: sum(whole for whole, _ in tasks))
