"""Nothing moves that a reader did not move: the cumulative layout shift is 0."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

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
    found: list[Any] = []

    def note(event: Any) -> None:
        details = event["event"]["layoutShiftDetails"]
        if not details["hadRecentInput"]:
            found.append(details)

    session = reader.context.new_cdp_session(reader)
    session.on("PerformanceTimeline.timelineEventAdded", note)
    session.send("PerformanceTimeline.enable", EVENTS)
    return found


def test_a_page_that_moves_is_noticed(
    reader: Page, shifts: list[Any], tmp_path: Path, serve: Callable[..., str]
) -> None:
    late = "@keyframes late { to { margin-top: 99px } } p { animation: late 0s 0.3s forwards }"
    (tmp_path / "index.html").write_text(f"<!doctype html><style>{late}</style><p>Words</p>")
    reader.goto(serve(tmp_path))
    reader.wait_for_timeout(800)
    assert shifts != []


def test_nothing_moves_while_a_page_loads(reader: Page, shifts: list[Any], site: str) -> None:
    reader.goto(site + PATH, wait_until="networkidle")
    reader.wait_for_timeout(300)
    assert shifts == []


def test_nothing_moves_of_itself_when_notes_open(
    reader: Page, shifts: list[Any], site: str
) -> None:
    reader.goto(site + PATH, wait_until="networkidle")
    for opener in reader.locator("a.postil-ref").all()[:3]:
        opener.click()
    # Longer than a move counts as caused by the click.
    reader.wait_for_timeout(800)
    assert shifts == []
