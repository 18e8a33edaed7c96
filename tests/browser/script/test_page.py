"""What the script does to a page besides: links to copy, paper, policies, and no more."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from postil.render.assets import SCRIPT, STYLESHEET

Read = Callable[..., Page]

NOTE = "volunteers-and-votes"
SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifts += value;
}).observe({ type: "layout-shift", buffered: true });
"""


def test_the_link_of_a_note_is_copied(read: Read, explainer: str, site: str) -> None:
    page = read(end="?kind=correction")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    page.locator(f"a.postil-ref[href$='#{NOTE}']").click()
    button = page.locator(f"[id='{NOTE}:frame'] .postil-copy")
    assert "Copy link" in (button.get_attribute("aria-label") or "")
    button.click()
    page.get_by_text("Link copied").first.wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{explainer}#{NOTE}"
    assert page.get_by_role("status").filter(has_text="Link copied").count() == 1
    # One button, however often the note is opened.
    page.keyboard.press("Escape")
    page.locator(f"a.postil-ref[href$='#{NOTE}']").click()
    assert button.count() == 1


def test_without_a_clipboard_the_address_stands_there_selected(read: Read, explainer: str) -> None:
    page = read()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.locator(f"a.postil-ref[href$='#{NOTE}']").click()
    page.locator(f"[id='{NOTE}:frame'] .postil-copy").click()
    field = page.get_by_role("textbox", name="Address to copy")
    assert field.input_value() == f"{explainer}#{NOTE}"
    assert page.evaluate("document.activeElement.selectionEnd") == len(f"{explainer}#{NOTE}")


def test_everything_is_open_while_it_is_printed(read: Read) -> None:
    page = read()
    page.locator("details.postil-note > summary").nth(3).click()
    before = page.locator("details[open].postil-note").count()
    every = page.locator("details.postil-note, .postil-note details").count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.postil-note[open], .postil-note details[open]").count() == every
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open].postil-note").count() == before


def test_nothing_moves_while_the_page_loads(new_page: Callable[..., Page], explainer: str) -> None:
    for width in (320, 390, 768, 1280, 1920):
        page = new_page(viewport={"width": width, "height": 900})
        page.add_init_script(SHIFTS)
        page.goto(explainer)
        page.locator(".postil-controls").wait_for(state="visible")
        page.wait_for_timeout(300)
        # As browsers report it, in thousandths.
        assert round(page.evaluate("shifts"), 3) == 0, width


def test_a_strict_policy_and_a_host_that_is_not_material(
    explainer: str, site_folder: Path, tmp_path: Path, serve: Callable[..., str], page: Page
) -> None:
    """Without the host's own scripts, which have inline parts and need hashes of their own."""
    html = (site_folder / urlsplit(explainer).path.strip("/") / "index.html").read_text("utf-8")
    html = re.sub(r"<script\b.*?</script>", "", html, flags=re.DOTALL)
    ours = (
        '<link rel="stylesheet" href="postil.css"><script type="module" src="postil.js"></script>'
    )
    (tmp_path / "index.html").write_text(html.replace("</head>", f"{ours}</head>"), "utf-8")
    for asset in (SCRIPT, STYLESHEET):
        (tmp_path / asset.name).write_bytes(asset.read_bytes())
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
    page.add_init_script(
        """window.refused = [];
        addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
          refused.push([violatedDirective, blockedURI]);
        });"""
    )
    page.goto(serve(tmp_path, {"Content-Security-Policy": policy}) + f"/#{NOTE}")
    page.locator(".postil-controls").wait_for(state="visible")
    assert page.locator(".postil-note[open]").count() == 1
    page.keyboard.press("?")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.locator(".postil-copy:visible").click()
    page.locator(".postil-controls select").first.select_option("context")
    page.locator("a.postil-ref:visible").first.click()
    page.go_back()
    assert page.evaluate("refused") == []


def test_pages_without_notes_are_left_alone(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.keyboard.press("j")
    page.keyboard.press("?")
    assert page.locator("dialog").count() == 0


def test_the_script_is_small() -> None:
    assert len(gzip.compress(SCRIPT.read_bytes(), 9)) <= 8192


@pytest.mark.parametrize("word", ["innerHTML", "eval(", "fetch(", "import ", ".style", "cookie"])
def test_the_script_does_without(word: str) -> None:
    assert word not in SCRIPT.read_text(encoding="utf-8")
