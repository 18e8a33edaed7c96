"""The search by Pagefind: from the head of any page to a note, by keyboard, under the policy."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]

CONFIGURATION = """\
site_name: A site
site_url: {address}/
theme:
  name: material
  font: false
  language: {language}
  features: [navigation.instant, navigation.tabs]
plugins:
  - search
  - postil: {{ search: pagefind, note_pages: false, cards: none }}
"""
FILES = {
    "docs/index.md": "# Home\n\nA page about apples.\n",
    "docs/deep/er.md": "# Deeper\n\nMore about pears, &lt;b&gt; and the like.\n",
    "content/harbour.md": "---\ntitle: The harbour is full\ntext:\n  author: A. Author\n---\n\n"
    "The harbour is full of boats, and every boat has a sail.\n\n"
    "## Weather\n\nIt rains on sails.\n",
    "annotations/harbour.yml": "- id: boats\n  kind: correction\n  verdict: contradicted\n"
    "  title: Half of the moorings are empty\n  target: full of boats\n"
    "  body: The harbourmaster counted them <em>twice</em>.\n",
    "content/boat.md": "---\ntitle: القارب\ntext:\n  language: ar\n---\n\nالقارب في الميناء.\n",
}


def made(folder: Path, address: str, language: str) -> None:
    written = {**FILES, "mkdocs.yml": CONFIGURATION.format(address=address, language=language)}
    for path, content in written.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    """The address of a small site that Pagefind searches."""
    folder = tmp_path_factory.mktemp("searched")
    (folder / "site").mkdir()
    address = serve(folder / "site")
    made(folder, address, "en")
    return address


def test_from_the_head_of_a_page_to_a_note(page: Page, searched: str) -> None:
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    # Instant navigation leaves the head as it was on the first page.
    page.goto(f"{searched}/explainers/harbour/")
    page.get_by_role("link", name="Deep").first.click()
    expect(page.locator("h1")).to_have_text(re.compile("Deeper"))
    page.keyboard.press("/")
    field = page.get_by_role("banner").get_by_role("searchbox", name="Search")
    expect(field).to_be_focused()
    page.keyboard.type("harbourmaster")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{searched}/search/#q=harbourmaster")
    expect(page.get_by_role("status")).to_have_text("1 page found")
    own = page.get_by_role("main").get_by_role("searchbox", name="Search")
    expect(own).to_have_value("harbourmaster")
    hit = page.locator(".postil-hit")
    expect(hit.locator("h2")).to_have_text("The harbour is full")
    expect(hit.locator("li")).to_have_count(1)
    expect(hit.locator("li .postil-dateline")).to_have_text(
        re.compile(r"Correction\s+Contradicted")
    )
    expect(hit.locator("mark")).to_have_text(["harbourmaster"])
    # What was asked for is said to no server, but for the part of the index in which it stands.
    assert not [url for url in asked if "harbourmaster" in url.partition("#")[0]]
    # By the arrow keys from the field to the note.
    page.keyboard.press("/")
    expect(own).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(hit.locator("h3 a")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(hit.locator("h2 a")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{searched}/explainers/harbour/#boats")
    expect(page.locator("details.postil-note[open]")).to_have_count(1)
    # The policy kept nothing from running.
    assert errors == []


def test_what_is_found_and_what_is_not(page: Page, searched: str) -> None:
    page.goto(f"{searched}/search/")
    field = page.get_by_role("main").get_by_role("searchbox")
    expect(field).to_be_focused()
    titles, told = page.locator(".postil-hit h2"), page.get_by_role("status")
    # As it is written, in any order, and by the beginnings of words.
    field.fill("sail harb")
    expect(titles).to_have_text(["The harbour is full"])
    expect(page).to_have_url(f"{searched}/search/#q=sail+harb")
    # A section is a place, and a page of the publisher is found as well.
    field.fill("rains")
    places = page.locator(".postil-hit h3 a")
    expect(places).to_have_text(["Weather"])
    expect(places).to_have_attribute("href", f"{searched}/explainers/harbour/#weather")
    # Words that stand everywhere are passed over, and signs are words.
    field.fill("of the pears")
    expect(titles).to_have_text(["Deeper"])
    expect(page.locator(".postil-excerpt").first).to_contain_text("pears, <b> and the like.")
    field.fill("الميناء")
    expect(titles).to_have_text(["القارب"])
    assert titles.first.evaluate("one => getComputedStyle(one).direction") == "rtl"
    field.fill("qqqq")
    expect(told).to_have_text("Nothing was found. Try fewer words, or others.")
    expect(titles).to_have_count(0)
    field.fill("")
    expect(told).to_be_empty()
    expect(page).to_have_url(f"{searched}/search/")
    # Another address on the same page asks again.
    page.evaluate("location.hash = 'q=apples'")
    expect(titles).to_have_text(["Home"])
    # Where the index cannot be loaded, that is said, and asked again.
    page.goto(f"{searched}/")
    page.route("**/pagefind/*", lambda route: route.abort())
    page.goto(f"{searched}/search/#q=boats")
    expect(told).to_have_text("The search could not be loaded. Try it again.")
    page.unroute("**/pagefind/*")
    field.press("Enter")
    expect(titles).to_have_text(["The harbour is full"])


def test_without_script_and_without_room(new_page: NewPage, searched: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{searched}/explainers/harbour/")
    expect(page.get_by_role("banner").get_by_role("searchbox")).not_to_be_visible()
    page.get_by_role("banner").get_by_role("link", name="Search").click()
    expect(page.get_by_role("main").get_by_role("searchbox")).not_to_be_visible()
    expect(page.get_by_text("The search needs JavaScript.")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Corrections").click()
    expect(page.locator("h1")).to_have_text("Corrections")
    narrow = new_page(viewport={"width": 320, "height": 700})
    narrow.goto(f"{searched}/explainers/harbour/")
    link = narrow.get_by_role("banner").get_by_role("link", name="Search")
    box = link.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    narrow.keyboard.press("/")
    expect(narrow).to_have_url(f"{searched}/search/")
    narrow.get_by_role("main").get_by_role("searchbox").fill("sail")
    expect(narrow.locator(".postil-hit")).to_have_count(1)
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    ("language", "query", "told"),
    [("ar", "الميناء", "وُجدت صفحة واحدة"), ("bn", "sail", "১টি পৃষ্ঠা পাওয়া গেছে")],
)
def test_it_speaks_the_language_of_the_site(
    language: str,
    query: str,
    told: str,
    page: Page,
    tmp_path: Path,
    serve: Callable[..., str],
) -> None:
    (tmp_path / "site").mkdir()
    address = serve(tmp_path / "site")
    made(tmp_path, address, language)
    page.goto(f"{address}/search/#q={query}")
    expect(page.get_by_role("status")).to_have_text(told)
