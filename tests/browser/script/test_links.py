"""Links to notes and back: addresses, the Back button, instant navigation, and what lights up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from ...waiting import until

Read = Callable[..., Page]

NOTE = "only-citizens-vote-for-mayor"
FAR = "volunteers-and-votes"
OPEN = """() => [...document.querySelectorAll(".postil-note[open] .postil-heading")]
  .map((one) => one.id)"""
IN_VIEW = """(element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}"""
# Marks what the page holds now, so that a swap of the page would show.
KEEP = "document.querySelector('.postil-text').kept = true"
KEPT = "document.querySelector('.postil-text').kept === true"


def in_view(page: Page, id: str) -> bool:
    """Whether a note and its passage are both seen."""
    return all(
        page.locator(selector).first.evaluate(IN_VIEW)
        for selector in (f"[id='{id}:frame'] > summary", f"mark[data-postil~='{id}']")
    )


def number(page: Page, id: str) -> Any:
    return page.locator(f"a.postil-ref[href$='#{id}']").first


@pytest.mark.parametrize("width", [390, 1280, 1440])
def test_an_address_shows_the_note_and_its_passage(
    read: Read, new_page: Callable[..., Page], width: int
) -> None:
    page = read(new_page(viewport={"width": width, "height": 800}), f"#{FAR}")
    assert page.evaluate(OPEN) == [FAR]
    assert in_view(page, FAR)
    assert page.locator(f"mark.postil-on[data-postil~='{FAR}']").count()


@pytest.mark.parametrize("width", [390, 1280, 1440])
def test_a_number_opens_its_note_without_a_jump(
    read: Read, new_page: Callable[..., Page], width: int
) -> None:
    page = read(new_page(viewport={"width": width, "height": 800}))
    page.evaluate(KEEP)
    link = number(page, NOTE)
    link.evaluate("one => scrollTo({ top: one.getBoundingClientRect().top + scrollY - 300 })")
    before = page.evaluate("scrollY")
    link.click()
    assert page.evaluate("location.hash") == f"#{NOTE}"
    assert page.evaluate(OPEN) == [NOTE]
    assert in_view(page, NOTE)
    assert abs(page.evaluate("scrollY") - before) < 300
    assert page.evaluate("document.activeElement.matches('.postil-head')")
    # Nothing was fetched anew.
    page.wait_for_timeout(300)
    assert page.evaluate(KEPT)


def test_the_back_button_returns_to_where_reading_stopped(read: Read) -> None:
    page = read()
    link = number(page, NOTE)
    link.evaluate("one => scrollTo({ top: one.getBoundingClientRect().top + scrollY - 300 })")
    page.wait_for_timeout(200)
    before = page.evaluate("scrollY")
    link.click()
    page.wait_for_timeout(200)
    by_hand = page.locator("details.postil-note > summary").first
    by_hand.click()
    opened = by_hand.evaluate("one => one.parentElement.id").removesuffix(":frame")
    number(page, FAR).click()
    for open_, go in [
        ({NOTE, FAR}, page.go_back),
        ({NOTE}, page.go_back),
        (set[str](), page.go_forward),
        ({NOTE}, None),
    ]:
        until(page, f"({OPEN})().length === {len(open_) + 1}")
        # Material fetches and swaps the page at the first Back; what is open stays open.
        page.wait_for_timeout(500)
        assert set(page.evaluate(OPEN)) == {opened, *open_}
        if go is not None:
            if not open_:
                assert page.evaluate("scrollY") == pytest.approx(before, abs=400)
                assert page.evaluate("document.activeElement.id") == f"{NOTE}:ref"
            go()


def test_the_way_back_leads_to_the_number(read: Read) -> None:
    page = read()
    number(page, FAR).click()
    page.locator(f"[id='{FAR}:frame'] .postil-back").click()
    assert page.evaluate("document.activeElement.id") == f"{FAR}:ref"
    assert page.evaluate("location.hash") == f"#{FAR}:ref"
    assert number(page, FAR).evaluate(IN_VIEW)


def test_an_address_that_is_typed_opens_its_note(read: Read) -> None:
    page = read()
    page.evaluate(f"location.hash = '{NOTE}'")
    until(page, f"document.getElementById('{NOTE}:frame').open")
    page.evaluate(f"location.hash = '{FAR}'")
    until(page, f"document.getElementById('{FAR}:frame').open")
    assert in_view(page, FAR)


def test_the_words_lead_to_each_note_in_turn(read: Read) -> None:
    page = read()
    several = page.locator("mark.postil-several").first
    names = (several.get_attribute("data-postil") or "").split()
    assert len(names) > 1
    for _ in names:
        several.click()
    assert sorted(page.evaluate(OPEN)) == sorted(names)


def test_modified_clicks_are_the_browsers(read: Read) -> None:
    page = read()
    with page.context.expect_page():
        number(page, NOTE).click(modifiers=["ControlOrMeta"])
    assert page.evaluate(OPEN) == []


def test_each_side_lights_the_other(read: Read) -> None:
    page = read()
    lit = "() => [...document.querySelectorAll('.postil-on')].map((one) => one.tagName).sort()"
    alone = "mark.postil-mark:not(.postil-several)"
    one, other = (page.locator(alone).nth(place) for place in (0, 9))
    id, far = (mark.get_attribute("data-postil") for mark in (one, other))
    one.hover()
    until(page, "document.querySelector('.postil-on')")
    pieces = page.locator(f"mark[data-postil~='{id}']").count()
    found = page.evaluate(lit)
    assert found.count("MARK") == pieces
    assert found.count("A") >= page.locator(f"a.postil-ref[href$='#{id}']").count()
    assert page.locator(".postil-note.postil-on").get_attribute("id") == f"{id}:frame"
    page.mouse.move(2, 300)
    until(page, "!document.querySelector('.postil-on')")
    # By keyboard, from the other side.
    page.locator(f"[id='{id}:frame'] > summary").focus()
    assert page.locator(f"mark.postil-on[data-postil~='{id}']").count() == pieces
    number(page, far or "").focus()
    assert page.locator(".postil-note.postil-on").get_attribute("id") == f"{far}:frame"


def test_instant_navigation_twice(read: Read) -> None:
    page = read()
    page.evaluate("window.same = true")
    for _ in range(2):
        page.locator(".md-tabs a[href$='explainers/']").first.click()
        page.locator(".postil-card a").first.wait_for()
        page.locator("a[href*='mayoral-campaign-groups']").first.click()
        page.locator("details.postil-note").first.wait_for()
        until(page, "!document.querySelector('.postil-controls').hidden")
        assert page.locator(".postil-controls fieldset").count() == 1
        page.keyboard.press("j")
        assert len(page.evaluate(OPEN)) == 1
        page.keyboard.press("?")
        assert page.locator("dialog").count() == 1
        page.keyboard.press("Escape")
        number(page, NOTE).click()
        assert NOTE in page.evaluate(OPEN)
        assert in_view(page, NOTE)
    # Back through both visits, each with its note.
    page.go_back()
    until(page, "location.hash !== '#" + NOTE + "'")
    assert page.evaluate("window.same") is True


@pytest.mark.usefixtures("searching")
def test_a_search_result_opens_its_note(read: Read) -> None:
    page = read()
    page.keyboard.press("/")
    page.locator("input[name=query]:focus").wait_for()
    page.keyboard.type("naturalised immigrants")
    found = page.locator(".md-search-result__link[href*='mayoral-campaign-groups']").first
    # At once: the list is written anew while words come in.
    found.evaluate(
        f"""link => {{ link.href = link.href.replace(/#.*/, "") + "#{FAR}"; link.click(); }}"""
    )
    until(page, f"document.getElementById('{FAR}:frame').open")
    page.wait_for_timeout(500)
    assert page.evaluate(OPEN) == [FAR]
    assert page.locator(f"[id='{FAR}:frame'] > summary").evaluate(IN_VIEW)


def test_site_makers_are_told(read: Read) -> None:
    page = read()
    page.evaluate(
        """() => {
          window.told = [];
          for (const name of ["postil:open", "postil:close"])
            document.addEventListener(name, ({ type, detail }) => told.push([type, detail.id]));
        }"""
    )
    number(page, NOTE).click()
    until(page, "told.length === 1")
    page.keyboard.press("Escape")
    until(page, "told.length === 2")
    assert page.evaluate("told") == [["postil:open", NOTE], ["postil:close", NOTE]]
