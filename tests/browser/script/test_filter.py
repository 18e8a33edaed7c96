"""Choosing which notes to see, and whether the text is marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from ...waiting import until

Read = Callable[..., Page]

FAR = "volunteers-and-votes"  # a correction, contradicted
# What is seen, by what the notes say of themselves and not by how the script counts.
SEEN = """() => [...document.querySelectorAll("details.postil-note")]
  .filter((one) => one.checkVisibility())
  .map((one) => `${one.dataset.kind} ${one.dataset.verdict}`)"""
TOP = "(element) => element.getBoundingClientRect().top"


def select(page: Page, name: str) -> Any:
    return page.locator(f".postil-controls select[name={name}]")


def test_a_filter_shows_what_was_asked_for_and_says_how_much(read: Read) -> None:
    page = read()
    every = page.evaluate(SEEN)
    page.evaluate("addEventListener('postil:filter', ({ detail }) => { window.told = detail })")
    select(page, "kind").select_option("correction")
    corrections = [one for one in every if one.startswith("correction ")]
    assert page.evaluate(SEEN) == corrections
    status = page.get_by_role("status").filter(has_text="shown")
    assert status.inner_text() == f"Notes shown: {len(corrections)} of {len(every)}"
    select(page, "verdict").select_option("contradicted")
    both = [one for one in corrections if one == "correction contradicted"]
    assert 0 < len(both) < len(corrections)
    assert page.evaluate(SEEN) == both
    assert page.evaluate("told") == {
        "kind": "correction",
        "verdict": "contradicted",
        "by": "",
        "shown": len(both),
        "total": len(every),
    }
    # Numbers and marks of the other notes are gone too, the words stay.
    assert len(page.locator("a.postil-ref:visible").all()) == len(both)
    assert page.locator("mark:not(.postil-out)").count() >= len(both) - 3
    assert page.locator("mark.postil-out").first.inner_text()
    # Stepping passes over what is not shown.
    for _ in both:
        page.keyboard.press("j")
    shown = page.locator("details.postil-note:visible")
    assert shown.last.locator(".postil-head").evaluate("one => one === document.activeElement")


def test_each_choice_says_how_many_notes_it_leaves(read: Read) -> None:
    page = read()
    every = page.evaluate(SEEN)
    select(page, "kind").select_option("correction")
    for option in select(page, "verdict").locator("option").all():
        value = option.get_attribute("value")
        left = [one for one in every if one.startswith("correction ")]
        if value:
            left = [one for one in left if one.endswith(f" {value}")]
        assert option.inner_text().endswith(f"({len(left)})")
        assert option.is_disabled() == (not left)


def test_a_filter_is_in_the_address(read: Read, new_page: Callable[..., Page]) -> None:
    page = read(end="?h=of")
    history = page.evaluate("history.length")
    select(page, "kind").select_option("context")
    select(page, "verdict").select_option("supported")
    page.get_by_role("switch", name="Marks in the text").uncheck()
    assert page.evaluate("location.search") == "?h=of&kind=context&verdict=supported&marks=off"
    assert page.evaluate("history.length") == history
    seen = page.evaluate(SEEN)
    # Somebody else opens it, at a note.
    other = new_page()
    other.goto(page.url + "#age-and-office")
    read(other)
    assert other.evaluate(SEEN) == seen
    assert select(other, "kind").input_value() == "context"
    assert select(other, "verdict").input_value() == "supported"
    assert not other.get_by_role("switch", name="Marks in the text").is_checked()
    assert other.locator("[id='age-and-office:frame'][open]").count() == 1
    # A note that is opened keeps it, and so does what follows.
    other.keyboard.press("j")
    until(other, "!location.hash.includes('age-and-office')")
    assert "kind=context&verdict=supported" in other.url
    for name in ("kind", "verdict"):
        select(other, name).select_option("")
    other.get_by_role("switch", name="Marks in the text").check()
    assert other.evaluate("location.search") == "?h=of"


def test_a_note_that_is_asked_for_is_shown_whatever_the_filter(read: Read) -> None:
    page = read(end=f"?kind=context&verdict=nonsense#{FAR}")
    assert {one.split()[0] for one in page.evaluate(SEEN)} == {"context", "correction"}
    assert page.locator(f"[id='{FAR}:frame']").is_visible()
    assert page.locator(f"a.postil-ref[href$='#{FAR}']").is_visible()
    assert select(page, "verdict").input_value() == ""


def test_words_whose_notes_are_out_lead_nowhere(read: Read) -> None:
    page = read()
    select(page, "kind").select_option("source")
    words = page.locator("mark.postil-out a.postil-words").first
    assert words.evaluate("one => getComputedStyle(one).pointerEvents") == "none"


@pytest.mark.parametrize("width", [390, 1280])
def test_a_filter_leaves_what_is_read_where_it_is(
    read: Read, new_page: Callable[..., Page], width: int
) -> None:
    page = read(new_page(viewport={"width": width, "height": 800}))
    block = page.locator(".postil-text p:has(mark)").nth(3)
    block.evaluate("one => scrollTo({ top: one.getBoundingClientRect().top + scrollY - 240 })")
    before = block.evaluate(TOP)
    # As a history entry of another filter would.
    page.evaluate(
        """() => {
          const select = document.querySelector(".postil-controls select");
          select.value = "source";
          select.dispatchEvent(new Event("change", { bubbles: true }));
        }"""
    )
    assert len(page.evaluate(SEEN)) < 20
    page.wait_for_timeout(100)
    assert block.evaluate(TOP) == pytest.approx(before, abs=2)
    # And the control that is used stays beneath the pointer.
    page.evaluate("scrollTo(0, 0)")
    select(page, "kind").scroll_into_view_if_needed()
    before = select(page, "kind").evaluate(TOP)
    select(page, "kind").select_option("")
    page.wait_for_timeout(100)
    assert select(page, "kind").evaluate(TOP) == pytest.approx(before, abs=2)


def test_marks_can_be_switched_off(read: Read) -> None:
    page = read()
    mark = page.locator("mark.postil-mark").first
    line = "one => getComputedStyle(one).textDecorationLine"
    assert mark.evaluate(line) == "underline"
    page.get_by_role("switch", name="Marks in the text").uncheck()
    assert mark.evaluate(line) == "none"
    assert page.locator("a.postil-ref:visible").count() == 0
    # The passage of the note that is open is still seen.
    page.keyboard.press("j")
    page.mouse.move(1, 1)
    assert page.locator("mark.postil-on").first.evaluate(line) == "underline"
    page.keyboard.press("Escape")
    page.get_by_role("switch", name="Marks in the text").check()
    assert mark.evaluate(line) == "underline"
