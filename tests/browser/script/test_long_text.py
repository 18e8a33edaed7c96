"""A text of more than a hundred notes, which is laid out where it is read."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
import yaml
from playwright.sync_api import Page

from ...waiting import until

NOTES = 240
CONFIGURATION = """
site_name: A long text
theme: {name: material, font: false}
plugins: [search, postil]
extra: {generator: false}
"""
NOTE = "note-150"


@pytest.fixture(scope="module")
def long_text(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    """The address of a text with two notes in each of its paragraphs."""
    folder = tmp_path_factory.mktemp("long")
    notes = [
        {
            "id": f"note-{number}",
            "kind": ("context", "correction")[number % 2],
            "target": f"passage {number} of it",
            "title": f"What is known of passage {number}",
            "body": "Words that explain the passage. " * 4,
            "contributors": ["editors"],
            "created": "2026-11-22",
        }
        for number in range(NOTES)
    ]
    sentences = [
        f"Here stands passage {number} of it, among other words." for number in range(NOTES)
    ]
    paragraphs = [" ".join(sentences[at : at + 2]) for at in range(0, NOTES, 2)]
    files = {
        "mkdocs.yml": CONFIGURATION,
        "docs/index.md": "# Home\n",
        "content/long.md": "---\ntitle: A long text\n---\n\n" + "\n\n".join(paragraphs) + "\n",
        "annotations/contributors.yml": "- {id: editors, name: Editors, kind: organization}\n",
        "annotations/long.yml": yaml.safe_dump(notes),
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(command, cwd=folder, check=True)
    return f"{serve(folder / 'site')}/explainers/long/"


def top(page: Page, selector: str) -> float:
    """How far an element is below the top of the window, in pixels."""
    box = page.locator(selector).bounding_box()
    assert box, f"{selector} is not laid out"
    return box["y"]


def test_an_address_opens_its_note_in_the_middle(page: Page, long_text: str) -> None:
    page.goto(f"{long_text}#{NOTE}")
    page.wait_for_selector(f"details[open] #{NOTE}")
    page.wait_for_timeout(300)
    head = top(page, f"details:has(#{NOTE}) > summary")
    passage = top(page, f".postil-mark[data-postil={NOTE}]")
    assert 0 < passage < 720
    assert 0 < head < 720
    # Beside its passage, as in a short text.
    assert abs(head - passage) < 200


def test_a_filter_reaches_every_row_and_gives_them_back(page: Page, long_text: str) -> None:
    page.goto(long_text)
    page.locator(".postil-controls select[name=kind]").select_option("context")
    gone = page.locator(".postil-comment.postil-out")
    until(page, f"document.querySelectorAll('.postil-comment.postil-out').length === {NOTES // 2}")
    assert gone.count() == NOTES / 2
    page.locator(".postil-controls select[name=kind]").select_option("")
    until(page, "!document.querySelector('.postil-out')")


def test_paper_has_every_note(page: Page, long_text: str) -> None:
    page.goto(long_text)
    page.emulate_media(media="print")
    # Laid out in full: the heights of rows are their own and not those that were guessed.
    hidden = page.evaluate(
        """() => [...document.querySelectorAll('.postil-row')].filter(
          (row) => getComputedStyle(row).contentVisibility !== 'visible').length"""
    )
    assert hidden == 0
    assert page.locator(".postil-content").last.is_visible()


def test_words_far_below_are_found_by_the_browser(page: Page, long_text: str) -> None:
    page.goto(long_text)
    assert page.evaluate("window.find('passage 231 of it')")
    assert 0 < top(page, ".postil-mark[data-postil=note-231]") < 720
