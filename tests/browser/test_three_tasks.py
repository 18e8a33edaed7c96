"""What a fresh reader comes for takes three clicks or commands at most, from the home page.

The reader follows what is to be seen: a link by its words, a passage by what it says.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

MOST = 3
EXPLAINER = "A mayoral campaign and the groups around it"
CLAIM = "Foreigners who hate us are picking our mayor."


class Reader:
    """Somebody who reads in a page, and counts what it takes."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.steps: list[str] = []

    def click(self, link: Locator) -> None:
        expect(link).to_be_visible()
        self.steps.append(f"click {link.inner_text()!r}")
        # The theme notes where a page stands a quarter of a second after it was scrolled. A click
        # before that, which no person makes, takes the place along to the next page.
        link.scroll_into_view_if_needed()
        self.page.wait_for_timeout(400)
        link.click()

    def run(self, folder: Path, *command: str) -> None:
        """Runs a command that the page shows, in a folder."""
        line = " ".join(command)
        expect(self.page.locator("pre code", has_text=line).first).to_be_visible()
        self.steps.append(f"run {line!r}")
        program = [sys.executable, "-m", *command]
        done = subprocess.run(program, cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(params=["desk", "phone without script"])
def reader(request: pytest.FixtureRequest, new_page: Callable[..., Page], site: str) -> Reader:
    phone = {"viewport": {"width": 390, "height": 844}, "java_script_enabled": False}
    page = new_page(**(phone if request.param.startswith("phone") else {}))
    page.goto(f"{site}/")
    return Reader(page)


def test_why_a_claim_is_wrong_and_its_best_source(reader: Reader) -> None:
    page = reader.page
    reader.click(page.locator("article a", has_text=EXPLAINER).first)
    reader.click(page.locator("a.postil-words", has_text=CLAIM))
    note = page.locator(".postil-note", has=page.locator("[id='only-citizens-vote-for-mayor']"))
    expect(note.locator(".postil-head")).to_contain_text("Contradicted")
    expect(note.locator(".postil-body")).to_contain_text("a voter must be")
    reader.click(note.locator(".postil-cited > summary"))
    # The best one stands first: the law itself, as its own page has it, and who read it how.
    best = note.locator(".postil-sources > li").first
    expect(best).to_be_visible()
    expect(best).to_contain_text("own page")
    expect(best).to_contain_text("checked 22 November 2026")
    expect(best.locator("cite a")).to_have_attribute(
        "href", "https://www.nysenate.gov/legislation/laws/ELN/5-102"
    )
    assert len(reader.steps) <= MOST, reader.steps


def test_report_an_error(reader: Reader) -> None:
    page = reader.page
    # From home, and from every page that has the foot of the site, it is one click.
    reader.click(page.locator("footer").get_by_role("link", name="Report an error"))
    heading = page.locator("#report-an-error")
    expect(heading).to_be_in_viewport()
    expect(page.locator("h1")).to_have_text("Corrections policy¶")
    expect(page.locator("main")).to_contain_text("Say which note it is, by its address")
    assert len(reader.steps) <= MOST, reader.steps


def test_start_a_site_of_ones_own(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(f"{site}/")
    reader = Reader(page)
    reader.click(page.locator("article").get_by_role("link", name="tutorial", exact=True))
    expect(page).to_have_url(f"{site}/tutorial/")
    expect(page.locator("h1")).to_contain_text("Your first annotated text")
    # Postil is installed where the tests run.
    reader.run(tmp_path, "postil", "init", "my-site")
    folder = tmp_path / "my-site"
    reader.run(folder, "mkdocs", "build", "--strict")
    pages = (path.read_text(encoding="utf-8") for path in (folder / "site").rglob("index.html"))
    assert any('class="postil-note ' in page for page in pages)
    assert len(reader.steps) <= MOST, reader.steps
