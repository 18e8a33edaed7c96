"""The first explainer, as a reader meets it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

EXPLAINER = "/explainers/mayoral-campaign-groups/"
NOTES = 48

NewPage = Callable[..., Page]


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def reader(request: pytest.FixtureRequest, new_page: NewPage) -> Page:
    return new_page(java_script_enabled=request.param)


def test_every_note_is_there_and_linked_both_ways(reader: Page, explainer: str) -> None:
    reader.goto(explainer)
    assert reader.locator("details.postil-note").count() == NOTES
    links = reader.locator(".postil-ref").evaluate_all("all => all.map(a => a.hash.slice(1))")
    assert len(links) == NOTES
    assert len(set(links)) == NOTES
    # The order of the numbers is the order of the notes.
    notes = reader.locator(".postil-heading").evaluate_all("all => all.map(note => note.id)")
    assert notes == links
    # Each note quotes its passage and leads back to it.
    back = reader.locator(".postil-back").evaluate_all("all => all.map(a => a.hash.slice(1))")
    refs = reader.locator(".postil-ref").evaluate_all("all => all.map(a => a.id)")
    assert back == refs
    marked = reader.locator(".postil-mark").count()
    assert marked >= NOTES - 3  # three passages carry two notes each


def test_no_id_is_used_twice(page: Page, explainer: str) -> None:
    page.goto(explainer)
    ids = page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    ours = [id for id in ids if not id.startswith("__")]
    assert len(ours) == len(set(ours))


def test_following_a_mark_opens_its_note(reader: Page, explainer: str) -> None:
    reader.goto(explainer)
    note = reader.locator(".postil-note", has=reader.locator("#only-citizens-vote-for-mayor"))
    body = note.locator(".postil-body")
    assert not body.is_visible()
    reader.locator("a.postil-ref[href$='#only-citizens-vote-for-mayor']").click()
    body.wait_for(state="visible")
    assert "a citizen of the United States" in body.inner_text()
    # And back: the passage is in view again.
    note.locator(".postil-back").click()
    mark = reader.locator("mark[data-postil~='only-citizens-vote-for-mayor']").first
    mark.wait_for(state="visible")
    box, height = mark.bounding_box(), reader.viewport_size
    assert box is not None
    assert height is not None
    assert 0 <= box["y"] < height["height"]


def test_an_address_with_a_notes_id_opens_it(reader: Page, explainer: str) -> None:
    reader.goto(f"{explainer}#volunteers-and-votes")
    note = reader.locator(".postil-note", has=reader.locator("#volunteers-and-votes"))
    note.locator(".postil-body").wait_for(state="visible")


def test_a_note_opens_by_keyboard(page: Page, explainer: str) -> None:
    page.goto(explainer)
    reference = page.locator("a.postil-ref").first
    reference.focus()
    page.keyboard.press("Enter")
    page.locator(".postil-body").first.wait_for(state="visible")


def test_all_notes_are_open_on_paper(page: Page, explainer: str) -> None:
    page.goto(explainer)
    page.emulate_media(media="print")
    for body in page.locator(".postil-body").all():
        assert body.is_visible()


def test_instant_navigation_shows_the_same_page(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.evaluate("window.same = true")
    page.locator("a[href$='explainers/']").first.click()
    page.locator("a[href*='mayoral-campaign-groups']").first.click()
    page.locator("details.postil-note").first.wait_for()
    # The page was swapped and not loaded, and it is whole.
    assert page.evaluate("window.same") is True
    assert page.locator("details.postil-note").count() == NOTES
    page.locator("a.postil-ref").first.click()
    page.locator(".postil-body").first.wait_for(state="visible")


def test_each_note_is_a_result_of_its_own(site_folder: Path, page: Page, explainer: str) -> None:
    index = json.loads((site_folder / "search" / "search_index.json").read_text("utf-8"))
    found = [one for one in index["docs"] if one["location"].startswith(EXPLAINER.lstrip("/"))]
    text, *notes = [one for one in found if "/notes/" not in one["location"]]
    page.goto(explainer)
    shown = page.locator("details.postil-note").evaluate_all(
        """(all) => all.map((note) => [
          note.querySelector(".postil-heading").id,
          note.querySelector(".postil-title").textContent,
          note.querySelector(".postil-body").textContent,
        ])"""
    )
    assert [one["location"].partition("#")[2] for one in notes] == [id for id, _, _ in shown]
    for one, (_, title, body) in zip(notes, shown, strict=True):
        assert html.unescape(one["title"]) == title
        plain = html.unescape(re.sub(r"<[^>]+>", "", one["text"]))
        assert plain.split() == body.split()
    # The text stays whole, and is no note's.
    assert "There was nothing grassroots about this. Mamdani was the choice" in text["text"]
    assert text["text"].endswith("the leading capitalist city in the world.</p>")
    assert "Politico put the campaign" not in text["text"]


@pytest.mark.usefixtures("searching")
@pytest.mark.parametrize("words", ["naturalised immigrants", "only citizens vote for mayor"])
def test_search_finds_a_note_by_its_words_and_opens_it(page: Page, site: str, words: str) -> None:
    page.goto(f"{site}/")
    page.keyboard.press("/")
    page.locator("input[name=query]:focus").wait_for()
    page.keyboard.type(words)
    result = page.locator(".md-search-result__link[href*='#only-citizens-vote-for-mayor']").first
    # Results of one page stand under it, and some of them are folded away.
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    if not result.is_visible():
        page.locator(".md-search-result__more summary").first.click()
    result.click()
    note = page.locator("details.postil-note", has=page.locator("#only-citizens-vote-for-mayor"))
    expect(note).to_have_attribute("open", "")
    expect(note.locator(".postil-head")).to_be_in_viewport(ratio=1)
    expect(note.locator(".postil-body")).to_be_in_viewport()
