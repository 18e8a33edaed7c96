"""The browser fixtures show pages, and notice what no page may do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

PAGE = "<!doctype html><title>A page</title><p id=words>Words</p>"


def test_a_folder_is_served_and_shown(
    tmp_path: Path, serve: Callable[..., str], page: Page
) -> None:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    answer = page.goto(serve(tmp_path, {"X-Test": "yes"}) + "/index.html")
    assert answer is not None
    assert answer.headers["x-test"] == "yes"
    assert page.locator("#words").inner_text() == "Words"


def test_pages_take_options(
    tmp_path: Path, serve: Callable[..., str], new_page: Callable[..., Page]
) -> None:
    script = "<script>document.title = 'Changed'</script>"
    (tmp_path / "index.html").write_text(PAGE + script, encoding="utf-8")
    address = serve(tmp_path)
    with_scripts, without = new_page(), new_page(java_script_enabled=False)
    for page in (with_scripts, without):
        page.goto(address)
    assert with_scripts.title() == "Changed"
    assert without.title() == "A page"


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ("<img src='http://example.org/pixel.png'>", "strangers"),
        ("<link rel=stylesheet href='http://localhost:1/font.css'>", "strangers"),
        ("<script>fetch('https://example.org/').catch(() => {})</script>", "strangers"),
        ("<script>undefined.words</script>", "errors"),
        ("<script>Promise.reject(new Error('lost'))</script>", "errors"),
    ],
)
def test_a_page_that_tracks_or_fails_is_noticed(
    tmp_path: Path, serve: Callable[..., str], page: Page, visit: Any, markup: str, what: str
) -> None:
    (tmp_path / "index.html").write_text(PAGE + markup, encoding="utf-8")
    page.goto(serve(tmp_path), wait_until="networkidle")
    noticed = getattr(visit, what)
    assert len(noticed) == 1
    noticed.clear()  # else the fixture fails this test, as it should any other
