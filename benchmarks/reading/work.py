"""What a reader does with a page of many notes, one function each.

All of it is real input. Playwright's locators are not used here: they run a large script of their
own in the page, whose tasks would be taken for the page's.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

Work = Callable[[Page], bool]
"""Does something; False where the page does not offer it."""

COUNT = "(selector) => document.querySelectorAll(selector).length"
FOCUS = "([selector, at]) => document.querySelectorAll(selector)[at].focus()"
PLACE = """([selector, at]) => {
  const element = document.querySelectorAll(selector)[at];
  element.scrollIntoView({block: "center"});
  const {x, y, width, height} = element.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}"""
FILTERS = ".postil-controls select"
MARKS = ".postil-controls input[type=checkbox]"


def step(page: Page) -> bool:
    """Go through sixty notes with a key."""
    for _ in range(60):
        page.keyboard.press("j")
        page.wait_for_timeout(50)
    return page.evaluate(COUNT, "details.postil-note[open]") > 0


def filter_by_each(page: Page) -> bool:
    """Go through values of each filter by keyboard, and back to all."""
    filters: int = page.evaluate(COUNT, FILTERS)
    for at in range(filters):
        page.evaluate(FOCUS, [FILTERS, at])
        for key in ("ArrowDown", "ArrowDown", "ArrowDown", "Home"):
            page.keyboard.press(key)
            page.wait_for_timeout(200)
    return filters > 0


def marks_off_and_on(page: Page) -> bool:
    """Hide the marks and show them again, twice."""
    if not page.evaluate(COUNT, MARKS):
        return False
    page.evaluate(FOCUS, [MARKS, 0])
    for _ in range(4):
        page.keyboard.press("Space")
        page.wait_for_timeout(200)
    return True


def scroll(page: Page) -> bool:
    """Scroll through a good part of the text."""
    page.mouse.move(500, 400)
    for _ in range(60):
        page.mouse.wheel(0, 700)
        page.wait_for_timeout(50)
    return True


def open_notes(page: Page) -> bool:
    """Open thirty notes at the numbers behind their passages."""
    for at in range(30):
        x, y = page.evaluate(PLACE, ["a.postil-ref", at])
        page.mouse.click(x, y)
        page.wait_for_timeout(100)
    return True


WORKS: dict[str, Work] = {
    "stepping from note to note with `j`, 60 times": step,
    "filtering by kind, verdict and contributor": filter_by_each,
    "hiding and showing the marks": marks_off_and_on,
    "scrolling 42,000 px": scroll,
    "opening 30 notes by click": open_notes,
}
