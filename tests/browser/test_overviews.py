"""The pages about all explainers: filters with script and without, room, and the keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]

NAMES = ("sources", "corrections", "changes", "contributors", "open")
ENTRIES = ".postil-entry:visible"


@pytest.fixture
def sources(page: Page, site: str) -> Page:
    page.goto(f"{site}/sources/")
    expect(page.get_by_role("search", name="Filter this list")).to_be_visible()
    return page


def told(page: Page) -> str:
    return page.locator(".postil-sift output").inner_text()


def test_words_filter_a_list_and_stay_in_the_address(sources: Page) -> None:
    total = sources.locator(".postil-entry").count()
    sources.get_by_label("Words").fill("poLitico")
    shown = sources.locator(ENTRIES)
    few = shown.count()
    assert 0 < few < total
    assert all("politico" in text.lower() for text in shown.all_text_contents())
    # There is another page of sources, of which the filter knows nothing.
    assert told(sources) == f"Entries of this page shown: {few} of {total}"
    expect(sources).to_have_url(re.compile(r"/sources/\?words=poLitico$"))
    # A part with nothing in it gives way; so does nothing else.
    for part in sources.locator("section.postil-part").all():
        assert part.is_visible() == bool(part.locator(ENTRIES).count())
    sources.reload()
    expect(shown).to_have_count(few)
    expect(sources.get_by_label("Words")).to_have_value("poLitico")
    sources.get_by_label("Words").fill("")
    expect(shown).to_have_count(total)
    expect(sources).to_have_url(re.compile(r"/sources/$"))


def test_accents_do_not_count(sources: Page) -> None:
    sources.get_by_label("Words").fill("pölitico")
    assert sources.locator(ENTRIES).count() > 0


def test_a_choice_filters_a_list(sources: Page, site: str) -> None:
    # All sources of the first page were read on their own.
    sources.goto(f"{site}/sources/2/")
    sources.get_by_label("How it was checked").select_option("repost")
    shown = sources.locator(ENTRIES)
    assert shown.count() == sources.locator("[data-check=repost]").count() > 0
    expect(sources).to_have_url(re.compile(r"/sources/2/\?check=repost$"))
    # Nothing is offered that the page has not.
    for value in sources.locator("[name=check] option:not([value=''])").all():
        check = value.get_attribute("value")
        assert sources.locator(f".postil-entry[data-check='{check}']").count()


def test_a_choice_that_nobody_offers_is_none(page: Page, site: str) -> None:
    page.goto(f"{site}/sources/?check=nonesuch&words=")
    expect(page.locator(".postil-sift output")).to_be_visible()
    assert page.locator(ENTRIES).count() == page.locator(".postil-entry").count()


def test_what_an_address_leads_to_is_shown_whatever_is_chosen(page: Page, site: str) -> None:
    page.goto(f"{site}/sources/")
    last = page.locator(".postil-entry").last.get_attribute("id")
    page.goto(f"{site}/sources/?words=nothing-at-all#{last}")
    entry = page.locator(f"[id='{last}']")
    expect(entry).to_be_in_viewport()
    assert page.locator(ENTRIES).count() == page.locator(".postil-entry").count()
    # The same for a link on the page itself.
    page.get_by_label("Words").fill("politico")
    id = page.locator(".postil-entry[hidden]").nth(50).get_attribute("id")
    page.evaluate("id => location.hash = id", id)
    expect(page.locator(f"[id='{id}']")).to_be_in_viewport()
    assert "words=" not in page.url


def test_an_address_leads_to_the_page_on_which_an_entry_stands_now(page: Page, site: str) -> None:
    page.goto(f"{site}/sources/2/")
    id = page.locator(".postil-entry").last.get_attribute("id")
    page.goto(f"{site}/sources/#{id}")
    expect(page).to_have_url(f"{site}/sources/2/#{id}")
    expect(page.locator(f"[id='{id}']")).to_be_in_viewport()
    # Where nobody knows an address, it stays what it is.
    page.goto(f"{site}/sources/#source-nonesuch")
    expect(page.locator(".postil-sift output")).to_be_visible()
    page.wait_for_timeout(300)
    assert page.url == f"{site}/sources/#source-nonesuch"


def test_the_lists_work_after_instant_navigation(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.evaluate("window.same = true")
    page.get_by_role("link", name="Record").first.click()
    search = page.get_by_role("search", name="Filter this list")
    expect(search).to_be_visible()
    expect(page.locator(".postil-parts ul")).to_have_css("display", "flex")
    page.get_by_label("Words").fill("politico")
    page.get_by_role("link", name="Corrections").first.click()
    expect(page.locator("h1")).to_have_text("Corrections")
    expect(search).to_have_count(1)
    page.wait_for_timeout(400)
    assert page.url == f"{site}/corrections/"
    page.get_by_label("Verdict").select_option("contradicted")
    assert page.locator(ENTRIES).count() == page.locator("[data-verdict=contradicted]").count()
    assert page.evaluate("window.same")


def test_without_script_everything_is_there(new_page: NewPage, site: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site}/sources/")
    assert page.locator(".postil-entry:visible").count() == page.locator(".postil-entry").count()
    assert not page.locator(".postil-sift").is_visible()
    page.locator(".postil-parts a").last.click()
    expect(page.locator("section.postil-part").last).to_be_in_viewport()


def test_a_source_leads_to_its_passage(sources: Page) -> None:
    entry = sources.locator(".postil-entry").first
    words = entry.locator(".postil-said q").first.inner_text()
    entry.locator(".postil-said a").first.click(position={"x": 40, "y": 8})
    expect(sources).to_have_url(re.compile("/explainers/.*:ref$"))
    mark = sources.locator(".postil-ref:target")
    expect(mark).to_be_in_viewport()
    assert words.strip("“”")[:20] in sources.locator(".postil-text").inner_text()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_nothing_needs_sideways_scrolling(
    name: str, width: int, new_page: NewPage, site: str
) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(f"{site}/{name}/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wide = page.evaluate(
        """width => [...document.querySelectorAll(".postil-overview *")].filter((one) => {
          const box = one.getBoundingClientRect();
          const out = box.left < -1 || box.right > width + 1;
          return box.width && out && !one.closest(".postil-heard");
        }).map((one) => one.outerHTML.slice(0, 100))""",
        width,
    )
    assert wide == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_pressed_is_large_enough(name: str, new_page: NewPage, site: str) -> None:
    """24 pixels (WCAG 2.2, 2.5.8); links in running words are exempt."""
    page = new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{site}/{name}/")
    for selector in (
        ".postil-parts a",
        ".postil-sift input",
        ".postil-sift select",
        ".postil-notelist li",
        ".postil-sheets a",
    ):
        heights = page.locator(selector).evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect().height)"
        )
        assert min(heights, default=24) >= 24, selector


def test_the_keyboard_reaches_the_controls_and_sees_where_it_is(sources: Page) -> None:
    sources.get_by_label("Words").focus()
    sources.keyboard.press("Tab")
    focused = sources.locator(":focus")
    assert focused.get_attribute("name") == "text"
    assert focused.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
    sources.keyboard.press("Tab")
    assert focused.evaluate("one => getComputedStyle(one).outlineStyle") != "none"


def test_nothing_moves_when_the_controls_come(new_page: NewPage, site: str) -> None:
    page = new_page()
    page.add_init_script(
        """new PerformanceObserver((list) => {
          for (const { value } of list.getEntries()) window.shifted = (window.shifted ?? 0) + value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(f"{site}/sources/")
    expect(page.locator(".postil-sift output")).to_be_visible()
    page.wait_for_timeout(300)
    assert (page.evaluate("window.shifted") or 0) < 0.01


def test_paper_has_the_list_and_nothing_to_press(sources: Page) -> None:
    sources.emulate_media(media="print")
    assert not sources.locator(".postil-sift").is_visible()
    assert not sources.locator(".postil-parts").is_visible()
    assert sources.locator(".postil-entry").last.is_visible()
