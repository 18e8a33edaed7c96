"""Nothing is kept of a reader but what the page on privacy names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from ..waiting import until

DRAFTS, SHORTCUTS, PALETTE = "postil-drafts", "postil-shortcuts", "/.__palette"


@pytest.mark.usefixtures("searching")
def test_the_page_on_privacy_names_all_that_is_kept(
    page: Page, site: str, kept: Callable[[Page], list[str]], named: list[str]
) -> None:
    """Requests to other hosts, and cookies, fail any test with a browser; see `Visit`."""
    assert named == [f"local storage {name}" for name in (PALETTE, DRAFTS, SHORTCUTS)]
    page.goto(f"{site}/explainers/mayoral-campaign-groups/")
    # The colours are kept from the first page on: those of the system.
    until(page, "() => localStorage.length > 0")
    assert kept(page) == [f"local storage {PALETTE}"]
    assert '"scheme":"default"' in page.evaluate("name => localStorage.getItem(name)", PALETTE)

    # A reader does all that can be done here.
    page.locator("[data-md-component=palette] label:visible").click()
    until(page, "name => localStorage.getItem(name).includes('slate')", arg=PALETTE)
    page.locator(".postil-controls .postil-help").click()
    page.locator("dialog input[type=checkbox]").uncheck()
    page.keyboard.press("Escape")
    page.locator(".postil-filter select").first.select_option("correction")
    page.locator(".postil-ref:visible").first.click()
    page.locator("details.postil-note[open] .postil-copy").first.click()
    assert "?kind=correction#" in page.url
    page.locator(".postil-annotate button").click()
    page.locator("dialog [name=title]").fill("A title")
    page.keyboard.press("Escape")

    page.locator(".md-search__input").click()
    page.keyboard.type("mayor")
    # As the page says: the address of what was found carries what was looked for.
    page.locator(".md-search-result__link[href*='?h=mayor']:visible").first.click()
    page.wait_for_url("**/?h=mayor*")
    assert kept(page) == named
