"""Where notes stand: beside their passages, level with them, and never over anything else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

# At most so far from the passage may a note stand, in pixels.
NEAR = 200

NewPage = Callable[..., Page]

MEASURE = """() => {
  const box = (element) => {
    const {left, right, top, bottom} = element.getBoundingClientRect();
    return {left, right, top, bottom};
  };
  const passages = {};
  for (const mark of document.querySelectorAll(".postil-mark")) {
    for (const id of mark.dataset.postil.split(" ")) passages[id] ??= mark;
  }
  return [...document.querySelectorAll("details.postil-note")].map((note) => {
    const id = note.querySelector(".postil-heading").id;
    return {
      id,
      open: note.open,
      note: box(note),
      head: box(note.querySelector("summary")),
      block: box(note.closest(".postil-row").querySelector(".postil-block")),
      passage: box(passages[id]),
    };
  });
}"""


@pytest.fixture(params=[1280, 1440])
def wide(request: pytest.FixtureRequest, new_page: NewPage, explainer: str) -> Page:
    page = new_page(viewport={"width": request.param, "height": 900})
    page.goto(explainer)
    return page


def set_open(page: Page, wanted: bool) -> None:
    page.locator("details.postil-note").evaluate_all(
        "(all, wanted) => all.forEach((one) => one.open = wanted)", wanted
    )


def gap(note: dict[str, Any]) -> float:
    """How far the head of a note is above or below its passage."""
    head, passage = note["head"], note["passage"]
    return float(max(head["top"] - passage["bottom"], passage["top"] - head["bottom"], 0))


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    return (
        min(one["right"], other["right"]) - max(one["left"], other["left"]) > 0.5
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 0.5
    )


def check_apart(notes: list[dict[str, Any]]) -> None:
    """No note lies over another, or over a block of the text."""
    for at, one in enumerate(notes):
        for other in notes[at + 1 :]:
            assert not overlap(one["note"], other["note"]), (one["id"], other["id"])
        for other in notes:
            assert not overlap(one["note"], other["block"]), (one["id"], other["id"])


def test_closed_notes_stand_in_the_margin_beside_their_block(wide: Page) -> None:
    notes = wide.evaluate(MEASURE)
    assert len({one["note"]["left"] for one in notes}) == 1
    for one in notes:
        assert one["note"]["left"] > one["block"]["right"]
        assert one["head"]["top"] - one["block"]["bottom"] <= NEAR
        # One line each, however long the title.
        assert 24 <= one["head"]["bottom"] - one["head"]["top"] < 40
    check_apart(notes)


def test_each_open_note_stands_beside_its_passage(wide: Page) -> None:
    count = len(wide.evaluate(MEASURE))
    for at in range(count):
        wide.locator("details.postil-note").evaluate_all(
            "(all, at) => all.forEach((one, index) => one.open = index === at)", at
        )
        notes = wide.evaluate(MEASURE)
        assert [one["open"] for one in notes] == [index == at for index in range(count)]
        assert gap(notes[at]) <= NEAR, notes[at]["id"]
        check_apart(notes)


def test_the_note_on_a_heading_stands_in_the_margin_beside_it(new_page: NewPage, site: str) -> None:
    page = new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{site}/explainers/ny-voter-qualifications/")
    for script in ("", "one => { one.open = true; }"):
        if script:
            page.locator("details.postil-note").evaluate_all(f"all => all.forEach({script})")
        boxes = page.evaluate(
            """() => {
              const box = (one) => one.getBoundingClientRect().toJSON();
              const notes = document.querySelector("h3 + .postil-notes");
              const others = [...document.querySelectorAll(".postil-row > .postil-notes")];
              return [notes.previousElementSibling, notes, ...others].map(box);
            }"""
        )
        heading, note, *others = boxes
        assert note["left"] > heading["right"]
        assert heading["top"] - 1 <= note["top"] < heading["bottom"]
        assert {round(one["left"]) for one in others} == {round(note["left"])}
        assert not any(overlap(note, one) for one in others)


def test_open_notes_lie_over_nothing(wide: Page) -> None:
    set_open(wide, wanted=True)
    check_apart(wide.evaluate(MEASURE))


@pytest.mark.parametrize(
    "way", ["a click on the words", "the key Enter", "its address", "words of the note"]
)
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_note_that_is_asked_for_is_in_view_beside_its_passage(
    new_page: NewPage, explainer: str, way: str, script: bool
) -> None:
    page = new_page(viewport={"width": 1280, "height": 900}, java_script_enabled=script)
    page.goto(explainer)
    ids = page.locator(".postil-heading").evaluate_all("all => all.map((one) => one.id)")
    # To find words, the page has to be opened anew each time.
    for id in ids[:: 20 if way == "words of the note" else 6]:
        set_open(page, wanted=False)
        if way == "its address":
            page.goto(f"{explainer}#{id}")
        elif way == "words of the note":
            # A text fragment opens what is closed by the rules by which finding in the page does.
            body = page.locator(f"details:has([id='{id}']) .postil-body > :first-child")
            words = " ".join((body.text_content() or "").split()[:9])
            page.goto("about:blank")
            page.goto(f"{explainer}#:~:text={quote(words, safe='')}")
        elif way == "the key Enter":
            page.locator(f"a.postil-ref[href$='#{id}']").first.focus()
            page.keyboard.press("Enter")
        else:
            page.locator(f"mark[data-postil~='{id}']").first.click()
        head = page.locator("details.postil-note[open]", has=page.locator(f"[id='{id}']"))
        # Where a script brings it into view, that takes a moment.
        expect(head.locator(".postil-head")).to_be_in_viewport(ratio=1)
        measured = next(one for one in page.evaluate(MEASURE) if one["id"] == id)
        assert gap(measured) <= NEAR, id


def test_the_passage_stays_in_view_beside_an_open_note_among_others(
    new_page: NewPage, explainer: str
) -> None:
    page = new_page(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    page.goto(explainer)
    set_open(page, wanted=True)
    for id in page.locator(".postil-heading").evaluate_all("all => all.map((one) => one.id)"):
        page.goto(f"{explainer}#{id}")
        measured = next(one for one in page.evaluate(MEASURE) if one["id"] == id)
        for part in ("head", "passage"):
            assert 0 < measured[part]["top"] < measured[part]["bottom"] < 800, (id, part)


def test_nothing_above_an_opened_note_moves(wide: Page) -> None:
    where = """() => [...document.querySelectorAll(".postil-block")]
        .map((one) => one.getBoundingClientRect().top + scrollY)"""
    before = wide.evaluate(where)
    wide.locator(".postil-row").nth(6).locator("summary.postil-head").last.click()
    wide.locator(".postil-note[open]").wait_for()
    after = wide.evaluate(where)
    assert after[:7] == before[:7]
    assert all(now >= was for now, was in zip(after, before, strict=True))


@pytest.mark.parametrize("width", [390, 768, 1100])
def test_without_room_notes_stand_under_their_block(
    new_page: NewPage, explainer: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(explainer)
    for wanted in (False, True):
        set_open(page, wanted)
        notes = page.evaluate(MEASURE)
        for one in notes:
            assert one["note"]["top"] >= one["block"]["bottom"]
        check_apart(notes)


# WCAG 2.2, success criterion 1.4.12.
SPACING = """* {
  line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important;
}
p { margin-block-end: 2em !important; }"""


@pytest.mark.parametrize("spaced", [False, True], ids=["as it is", "spaced"])
# Phones, tablets and desks. 640 is 1280 at 200 %, and 320 the same at 400 %.
@pytest.mark.parametrize(
    "widths", [(320, 390, 640), (768, 1024, 1220), (1280, 1440, 1920)], ids=["small", "mid", "wide"]
)
def test_nothing_is_wider_than_the_window(
    new_page: NewPage, explainer: str, widths: tuple[int, ...], spaced: bool
) -> None:
    page = new_page(viewport={"width": widths[0], "height": 800})
    page.goto(explainer)
    if spaced:
        page.evaluate(
            """css => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(css);
              document.adoptedStyleSheets = [sheet];
            }""",
            SPACING,
        )
    cited = page.locator("details.postil-cited")
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        set_open(page, wanted=False)
        cited.evaluate_all("all => all.forEach((one) => one.open = false)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        set_open(page, wanted=True)
        cited.evaluate_all("all => all.forEach((one) => one.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        check_apart(page.evaluate(MEASURE))


def test_the_measure_is_60_to_70_characters(wide: Page) -> None:
    """Of this text in the fonts that are here, at the widths of a laptop."""
    long = wide.locator(".postil-block p").nth(3)
    lines = long.evaluate(
        """(p) => new Set([...p.getClientRects(), ...[...p.childNodes].flatMap((node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return [...range.getClientRects()];
        })].map((rect) => Math.round(rect.bottom / 30))).size"""
    )
    text = long.evaluate(
        """(p) => { const copy = p.cloneNode(true);
          copy.querySelectorAll("sup").forEach((one) => one.remove());
          return copy.textContent.length; }"""
    )
    assert 55 <= text / lines <= 75


def test_what_is_pressed_is_large_enough(new_page: NewPage, explainer: str) -> None:
    """WCAG 2.2, success criterion 2.5.8; links within a sentence are exempt, these are taller."""
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(explainer)
    for selector in (".postil-head", ".postil-cited > summary"):
        set_open(page, wanted=True)
        heights = page.locator(selector).evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect().height)"
        )
        assert min(heights) >= 24, selector
    heights = page.locator(".postil-ref").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 22


def test_the_bar_of_the_evidence_is_thin(wide: Page) -> None:
    """Hosts size every drawing by its proportions, and those of the bar are its counts."""
    wide.set_viewport_size({"width": 1100, "height": 900})
    assert wide.locator(".postil-bar").evaluate("one => one.getBoundingClientRect().height") == 10


def test_with_forced_colours_passages_and_verdicts_keep_their_shapes(
    new_page: NewPage, explainer: str
) -> None:
    page = new_page(viewport={"width": 1280, "height": 900}, forced_colors="active")
    page.goto(explainer)
    style = "(all, name) => [...new Set(all.map((one) => getComputedStyle(one)[name]))]"
    lines = page.locator("mark.postil-mark").evaluate_all(style, "textDecorationStyle")
    assert {"solid", "dotted", "double"} <= set(lines)
    assert page.locator("mark.postil-mark").evaluate_all(style, "boxShadow") == ["none"]
    text = page.locator("body").evaluate("one => getComputedStyle(one).color")
    assert page.locator(".postil-bar rect").evaluate_all(style, "fill") == [text]


def test_with_less_motion_nothing_moves_by_itself(new_page: NewPage, explainer: str) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page.goto(explainer)
    page.locator("a.postil-ref").nth(20).click()
    running = "document.getAnimations().filter((one) => one.playState === 'running').length"
    assert page.evaluate(running) == 0
    still = page.evaluate("scrollY")
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") == still
