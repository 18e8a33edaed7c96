"""Reading by keyboard: from note to note, back to the text, and without single keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from ...waiting import until

Read = Callable[..., Page]

# The hash and the id of the note that is open; "" for none.
STATE = """() => [
  location.hash,
  [...document.querySelectorAll(".postil-note[open] .postil-heading")].map((one) => one.id).join(),
]"""
FOCUSED = (
    "() => document.activeElement.closest('.postil-note')?.querySelector('.postil-heading').id"
)
TOP = "(element) => element.getBoundingClientRect().top"


def ids(page: Page) -> list[str]:
    """The ids of all notes, in the order of the text."""
    found: list[str] = page.locator(".postil-heading").evaluate_all(
        "all => all.map((one) => one.id)"
    )
    return found


def number(page: Page, id: str) -> Any:
    return page.locator(f"a.postil-ref[href$='#{id}']").first


def test_letters_step_from_note_to_note(read: Read) -> None:
    page = read()
    first, second, third, *_ = ids(page)
    for key, at in [("j", first), ("n", second), ("j", third), ("k", second), ("p", first)]:
        page.keyboard.press(key)
        assert page.evaluate(FOCUSED) == at
        until(page, f"location.hash === '#{at}'")
        assert page.evaluate(STATE) == [f"#{at}", at]
        assert page.locator(f"[id='{at}:frame'] > summary").evaluate(
            "one => one.getBoundingClientRect().top >= 0 && one === document.activeElement"
        )
    page.keyboard.press("k")  # there is none before the first
    assert page.evaluate(FOCUSED) == first
    # Stepping leaves no trail for the Back button.
    assert page.evaluate("history.length") == 2


def test_stepping_begins_where_the_reader_is(read: Read) -> None:
    page = read()
    middle = ids(page)[30]
    number(page, middle).evaluate(
        "one => scrollTo({ top: one.getBoundingClientRect().top + scrollY - 200 })"
    )
    before = page.evaluate("scrollY")
    page.keyboard.press("j")
    assert abs(ids(page).index(page.evaluate(FOCUSED)) - 30) <= 2
    assert abs(page.evaluate("scrollY") - before) < page.evaluate("innerHeight") / 2


def test_the_passage_stays_where_it_is_while_its_note_opens(
    read: Read, new_page: Callable[..., Page]
) -> None:
    # High enough that no scrolling is needed.
    page = read(new_page(viewport={"width": 1000, "height": 2400}))
    first, second, *_ = ids(page)
    page.keyboard.press("j")
    until(page, f"location.hash === '#{first}'")
    mark = page.locator(f"mark[data-postil~='{second}']").first
    before = mark.evaluate(TOP)
    # The note before it closes above it.
    page.keyboard.press("j")
    until(page, f"location.hash === '#{second}'")
    assert page.evaluate(STATE) == [f"#{second}", second]
    assert mark.evaluate(TOP) == pytest.approx(before, abs=1)


def test_escape_closes_the_note_and_returns_to_its_number(read: Read) -> None:
    page = read()
    (first, *_) = ids(page)
    page.keyboard.press("j")
    until(page, f"location.hash === '#{first}'")
    page.keyboard.press("Escape")
    assert page.evaluate(STATE) == ["", ""]
    assert page.evaluate("document.activeElement.id") == f"{first}:ref"
    # Reading goes on from there, not from the top.
    page.keyboard.press("j")
    assert page.evaluate(FOCUSED) == ids(page)[1]


def test_keys_are_left_alone_where_they_mean_something_else(read: Read) -> None:
    page = read()
    for key in ("Control+j", "Alt+j", "Meta+k", "Shift+J"):
        page.keyboard.press(key)
    page.locator(".postil-controls select").first.focus()
    page.keyboard.press("j")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")  # Material's search
    page.locator("input[name=query]:focus").wait_for()
    page.keyboard.type("jn")
    assert page.locator("input[name=query]").input_value() == "jn"
    page.keyboard.press("Escape")
    assert page.evaluate(STATE) == ["", ""]


def test_letters_of_the_host_stay_the_hosts(read: Read) -> None:
    page = read()
    page.evaluate(
        """() => {
          const link = document.createElement("link");
          link.rel = "next";
          link.href = new URL("../", location.href).href;
          document.head.append(link);
        }"""
    )
    page.keyboard.press("j")
    assert page.evaluate(FOCUSED) == ids(page)[0]
    page.keyboard.press("?")
    assert page.locator("dialog kbd").all_inner_texts() == ["j", "k", "a", "Escape", "?"]
    page.keyboard.press("Escape")
    # Material goes to the next page.
    with page.expect_event("framenavigated"):
        page.keyboard.press("n")
    page.wait_for_url("**/explainers/")


def test_keys_of_another_script_step_too(read: Read) -> None:
    page = read()
    page.evaluate(
        """document.body.dispatchEvent(new KeyboardEvent(
          "keydown", { key: "ت", code: "KeyJ", bubbles: true, cancelable: true }))"""
    )
    assert page.evaluate(FOCUSED) == ids(page)[0]


def test_single_keys_can_be_turned_off_and_stay_off(read: Read) -> None:
    page = read()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    assert dialog.get_by_text("Next note").is_visible()
    page.keyboard.press("j")  # not meant for the page beneath
    dialog.get_by_role("switch", name="Single-key shortcuts").uncheck()
    dialog.get_by_role("button", name="Close").click()
    dialog.wait_for(state="detached")
    for key in ("j", "n", "?"):
        page.keyboard.press(key)
    assert page.evaluate(STATE) == ["", ""]
    assert page.locator("dialog").count() == 0
    page.reload()
    read(page)
    page.keyboard.press("j")
    assert page.evaluate(STATE) == ["", ""]
    # Escape is not a character, and the list is there without a key.
    number(page, ids(page)[0]).click()
    page.keyboard.press("Escape")
    assert page.evaluate(STATE) == ["", ""]
    page.get_by_role("button", name="Keyboard shortcuts").click()
    page.get_by_role("switch", name="Single-key shortcuts").check()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.postil-help')")
    page.keyboard.press("j")
    assert page.evaluate(FOCUSED) in ids(page)
    assert (
        page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('postil'))") == []
    )


def test_without_storage_everything_works(read: Read, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.add_init_script(
        """for (const name of ["getItem", "setItem", "removeItem"]) {
          const real = Storage.prototype[name];
          Storage.prototype[name] = function (key, ...rest) {
            if (key.startsWith("postil")) throw new Error("no");
            return real.call(this, key, ...rest);
          };
        }"""
    )
    read(page)
    page.keyboard.press("?")
    page.get_by_role("switch", name="Single-key shortcuts").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.evaluate(STATE) == ["", ""]
