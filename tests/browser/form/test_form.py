"""The form by keyboard, with mistakes, as a draft, and where its files go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import expect

from ...waiting import until

AXE = (
    "async () => (await axe.run('dialog.postil-form, .postil-offer')).violations.map(one => one.id)"
)
KEPT = "() => Object.keys(localStorage).filter((name) => name.startsWith('postil'))"
FORGES = {
    "github": "https://github.com/owner/name/new/main?filename={path}&value={content}",
    "gitlab": "https://gitlab.com/o/r/-/new/main?file_name={path}&content={content}",
    "gitea": "https://codeberg.org/o/r/_new/main/{folder}/?filename={name}&value={content}",
}
PATH = "annotations/letter/a-hall.yml"


def test_a_note_is_written_by_keyboard_alone(writer: Any) -> None:
    page = writer.read("letter").page
    page.keyboard.press("?")
    assert "Write a note on words of this text" in page.locator("dialog").inner_text()
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    page.keyboard.press("a")
    writer.form.wait_for()
    # Without a selection the words are chosen first, in a field that keys can select in.
    field = writer.form.get_by_label("Select them here")
    expect(field).to_be_focused()
    page.keyboard.press("Control+Home")
    for _ in range(3):
        page.keyboard.press("Control+ArrowRight")
    for _ in range(2):
        page.keyboard.press("Control+Shift+ArrowRight")
    expect(writer.form.locator("blockquote")).to_have_text("go to")
    page.keyboard.press("Tab")
    page.keyboard.type("Cor")
    page.keyboard.press("Tab")
    page.keyboard.type("Where they went")
    page.keyboard.press("Tab")
    page.keyboard.type("They stayed.")
    (content,) = writer.files.values()
    assert content.startswith("id: where-they-went\nkind: correction\ntarget:\n  exact: go to\n")
    # The keys of the page mean nothing here, and Escape closes the form alone.
    page.keyboard.press("Escape")
    writer.form.wait_for(state="detached")
    expect(page.locator(".postil-note[open]")).to_have_count(0)
    # With a selection, it is what the form is about.
    writer.select("old hall")
    page.keyboard.press("a")
    writer.form.wait_for()
    expect(writer.form.locator("blockquote")).to_have_text("old hall")


def test_a_draft_survives_and_can_be_deleted(writer: Any) -> None:
    page = writer.read("letter").select("old hall").open().page
    assert page.evaluate(KEPT) == []
    writer.fill(title="A hall", body="It stands.")
    writer.form.get_by_role("button", name="Add a source").click()
    writer.fill(quote="its words")
    before = writer.files
    writer.close()
    page.reload()
    page.locator(".postil-annotate button").click()
    writer.form.wait_for()
    assert "This is the draft that you began before." in writer.form.inner_text()
    assert writer.files == before
    # Each text has its own.
    writer.read("speech")
    page.locator(".postil-annotate button").click()
    expect(writer.form.locator("[name=title]")).to_have_value("")
    writer.read("letter")
    page.locator(".postil-annotate button").click()
    assert page.evaluate(KEPT) == ["postil-drafts"]
    writer.form.get_by_role("button", name="Delete the draft").click()
    assert page.evaluate(KEPT) == []


def test_what_is_missing_or_wrong_is_said_at_its_field(writer: Any) -> None:
    writer.read("letter").select("old hall").open()
    send = writer.form.get_by_role("link", name="Open it on github.com")
    writer.fill(id="Not an id")
    writer.form.get_by_role("button", name="Add a source").click()
    writer.form.locator("[name=URL]").fill("javascript:alert(1)")
    writer.form.locator("[name=checked]").fill("yesterday")
    send.first.click()
    title = writer.form.locator("[name=title]").first
    expect(title).to_be_focused()
    expect(title).to_have_accessible_description(
        "This is needed. What the evidence shows, in a few words, and not what was claimed."
    )
    for name, words in {
        "id": "Use small letters",
        "URL": "Write an address",
        "checked": "Write a date",
    }.items():
        control = writer.form.locator(f"[name={name}]")
        expect(control).to_have_attribute("aria-invalid", "true")
        assert words in control.locator("xpath=..").inner_text()
    # Of the same text there is one already.
    writer.fill(id="it-was-late")
    expect(writer.form.locator("[name=id]")).to_have_attribute("aria-invalid", "true")
    title.fill("A title")
    expect(title).to_have_attribute("aria-invalid", "false")
    # Nothing was opened.
    assert len(writer.page.context.pages) == 1


@pytest.mark.parametrize("forge", FORGES)
def test_the_forge_gets_the_file_and_its_content(writer: Any, forge: str) -> None:
    drops = forge == "gitlab"
    writer.facts(make=FORGES[forge], drops=drops)
    writer.read("letter").select("old hall").open()
    writer.fill(title="A hall", body="It says: “no” & 5 % #1 + ü.")
    (content,) = writer.files.values()
    (href,) = writer.links
    parts = urlsplit(href)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    assert href.startswith(FORGES[forge].partition("{")[0])
    assert content in query.values()
    # Gitea has the folder in the path.
    folder = unquote(parts.path).partition("main/")[2]
    assert PATH in {*query.values(), f"{folder}{query.get('filename')}"}
    label = "Copy it and open github.com" if drops else "Open it on github.com"
    assert writer.form.get_by_role("link", name=label).is_visible()
    # Of a long one, the address has the name alone; the content is copied.
    writer.fill(body="It stands there. " * 200)
    (content,) = writer.files.values()
    (href,) = writer.links
    assert len(href) < 200
    assert "It stands" not in unquote(href)
    page = writer.page
    page.evaluate("() => { globalThis.open = (...given) => (globalThis.opened = given); }")
    writer.form.get_by_role("link", name="Copy it and open github.com").click()
    until(page, "globalThis.opened")
    assert page.evaluate("opened[0]") == href
    assert page.evaluate("navigator.clipboard.readText()") == content


def test_the_longest_address_has_2000_characters(writer: Any) -> None:
    writer.read("letter").select("old hall").open()
    writer.fill(title="A hall", body="a")
    room = 2000 - len(writer.links[0])
    writer.fill(body="a" * (1 + room))
    assert len(writer.links[0]) == 2000
    writer.fill(body="a" * (2 + room))
    assert len(writer.links[0]) < 200


def test_without_a_repository_the_file_is_copied_or_saved(writer: Any) -> None:
    writer.facts(make="", drops=False)
    writer.read("letter").select("old hall").open()
    writer.fill(title="A hall", body="It stands.")
    assert "This site names no place to send it to." in writer.form.inner_text()
    assert writer.links == []
    (content,) = writer.files.values()
    writer.form.get_by_role("button", name="Copy").click()
    expect(writer.form.get_by_role("status")).to_have_text("It is copied.")
    assert writer.page.evaluate("navigator.clipboard.readText()") == content
    with writer.page.expect_download() as saved:
        writer.form.get_by_role("link", name="Download").click()
    assert saved.value.suggested_filename == "a-hall.yml"
    assert saved.value.path().read_text("utf-8") == content


def test_the_form_comes_when_it_is_asked_for(writer: Any) -> None:
    asked: list[str] = []
    page = writer.page
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    writer.read("letter")
    ours = [name for name in asked if name.startswith(("annotate", "form", "passage", "yaml"))]
    assert [name.partition(".")[0] for name in ours] == ["annotate"]
    # The words of notes are not the text's.
    page.locator("summary").first.click()
    page.locator(".postil-body").first.select_text()
    page.wait_for_timeout(400)
    expect(page.locator(".postil-offer")).to_have_count(0)
    writer.select("old hall").open()
    box = page.locator(".postil-offer")
    expect(box).to_have_count(0)


def test_the_button_covers_none_of_the_words(new_writer: Callable[..., Any]) -> None:
    for options in ({}, {"viewport": {"width": 390, "height": 700}, "has_touch": True}):
        writer = new_writer(**options)
        writer.read("letter")
        for selection in (("old hall",), ("The council", "six votes"), ("It was late",)):
            writer.select(*selection)
            # It is drawn where it belongs at once.
            apart = """() => {
              const words = getSelection().getRangeAt(0).getBoundingClientRect();
              const box = document.querySelector(".postil-offer").getBoundingClientRect();
              const inside = box.left >= 0 && box.right <= innerWidth && box.top >= 0;
              return inside && (box.top >= words.bottom || box.bottom <= words.top);
            }"""
            until(writer.page, apart)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_form(
    new_writer: Callable[..., Any], checkers: Any, scheme: str
) -> None:
    writer = new_writer(color_scheme=scheme, reduced_motion="reduce")
    page = writer.read("letter").page
    page.evaluate((checkers / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    writer.select("old hall")
    assert page.evaluate(AXE) == []
    writer.open()
    writer.form.get_by_role("button", name="Add a source").click()
    writer.form.locator("summary").click()
    writer.form.get_by_role("link", name="Open it on github.com").first.click()
    assert page.evaluate(AXE) == []


def test_without_script_nothing_is_offered(new_writer: Callable[..., Any]) -> None:
    writer = new_writer(java_script_enabled=False)
    writer.page.goto(f"{writer.address}letter/")
    assert not writer.page.locator(".postil-annotate").is_visible()
    assert writer.page.locator("a[href*='issues/new?template=error.yml']").count() == 1


def test_after_instant_navigation_it_is_offered_again(writer: Any) -> None:
    page = writer.read("letter").select("old hall").page
    page.evaluate("location.href")
    page.locator(".md-header__button.md-logo").click()
    until(page, "!document.querySelector('.postil-annotate')")
    expect(page.locator(".postil-offer")).to_have_count(0)
    page.go_back()
    page.locator(".postil-annotate button").wait_for()
    writer.select("old hall").open()
    assert page.locator(".postil-form").evaluate("one => getComputedStyle(one).overflow") == "auto"
