"""Nothing moves that a reader did not move: the cumulative layout shift is 0."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from ..waiting import until

PATH = "/explainers/mayoral-campaign-groups/"
# The devtools tell of shifts in pages without script, too.
EVENTS = {"eventTypes": ["layout-shift"]}


@pytest.fixture(params=[390, 1440])
def width(request: pytest.FixtureRequest) -> int:
    width: int = request.param
    return width


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def reader(request: pytest.FixtureRequest, new_page: Callable[..., Page], width: int) -> Page:
    return new_page(java_script_enabled=request.param, viewport={"width": width, "height": 900})


@pytest.fixture
def shifts(reader: Page) -> list[Any]:
    """The shifts in the page that no click or key of the last half second explains."""
    return watch(reader)


def watch(page: Page) -> list[Any]:
    """Lists the shifts in a page as they come."""
    found: list[Any] = []

    def note(event: Any) -> None:
        details = event["event"]["layoutShiftDetails"]
        if not details["hadRecentInput"]:
            found.append(details)

    session = page.context.new_cdp_session(page)
    session.on("PerformanceTimeline.timelineEventAdded", note)
    session.send("PerformanceTimeline.enable", EVENTS)
    return found


def score(shifts: list[Any]) -> float:
    """As browsers report it, in thousandths: a word that is painted before its last letters have
    come moves by them."""
    return round(sum(one["value"] for one in shifts), 3)


def test_a_page_that_moves_is_noticed(
    reader: Page, shifts: list[Any], tmp_path: Path, serve: Callable[..., str]
) -> None:
    late = "@keyframes late { to { margin-top: 99px } } p { animation: late 0s 0.3s forwards }"
    (tmp_path / "index.html").write_text(f"<!doctype html><style>{late}</style><p>Words</p>")
    reader.goto(serve(tmp_path))
    reader.wait_for_timeout(800)
    assert score(shifts) > 0


def test_nothing_moves_while_a_page_loads(reader: Page, shifts: list[Any], site: str) -> None:
    reader.goto(site + PATH, wait_until="networkidle")
    reader.wait_for_timeout(300)
    assert score(shifts) == 0


def test_nothing_moves_of_itself_when_notes_open(
    reader: Page, shifts: list[Any], site: str
) -> None:
    reader.goto(site + PATH, wait_until="networkidle")
    for opener in reader.locator("a.postil-ref").all()[:3]:
        opener.click()
    # Longer than a move counts as caused by the click.
    reader.wait_for_timeout(800)
    assert score(shifts) == 0


# Two notes of the first window, and three further down. Without script the browser opens a note in
# the frame in which it goes there, and counts the opening as a shift though nobody saw it closed.
@pytest.mark.parametrize(
    "id",
    ["age-and-office", "a-causal-claim", "who-chose-him", "the-30-groups", "volunteers-and-votes"],
)
def test_nothing_moves_where_an_address_leads_to_a_note(
    new_page: Callable[..., Page], width: int, site: str, id: str
) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    shifts = watch(page)
    page.goto(f"{site}{PATH}#{id}", wait_until="networkidle")
    until(page, "document.activeElement.matches('.postil-head')")
    page.wait_for_timeout(500)
    assert score(shifts) == 0
    assert page.locator(f"details[open] [id='{id}']").count() == 1
    top = "document.activeElement.getBoundingClientRect().top"
    assert 0 <= page.evaluate(top) < 900
