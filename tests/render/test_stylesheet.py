"""What ships beside the pages: small, to itself, and legible."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from postil.model.explainer import AnchoredAnnotation, Explainer
from postil.model.place import Place
from postil.model.text import Text
from postil.render.assets import STYLESHEET
from postil.render.context import RenderContext
from postil.render.page import render_explainer
from postil.render.visible import read_visible

CSS = re.sub(r"/\*.*?\*/", "", STYLESHEET.read_text("utf-8"), flags=re.DOTALL)
HTML = "".join(
    f'<p>Passage {number} of the text.</p><p style="height: 60em"></p>' for number in range(3)
)


def test_it_is_small() -> None:
    assert len(gzip.compress(STYLESHEET.read_bytes(), 9)) <= 6000


def test_it_asks_no_host_for_anything() -> None:
    assert "url(" not in CSS
    assert "@import" not in CSS
    assert "@font-face" not in CSS


def test_it_touches_nothing_but_postils_own() -> None:
    """Every selector that is not nested in another names something of Postil's."""
    around: list[str] = []
    for text, brace in re.findall(r"([^{}]*)([{}])", CSS):
        head = text.rpartition(";")[2].strip()
        if brace == "}":
            around.pop()
            continue
        if not head.startswith("@") and all(one.startswith("@") for one in around):
            for selector in split(head):
                assert "postil-" in selector or selector in (":root", SLATE), selector
        around.append(head)
    assert around == []


SLATE = '[data-md-color-scheme="slate"]'


def split(selectors: str) -> list[str]:
    """The selectors of a list, not split within brackets."""
    return [one.strip() for one in re.split(r",(?![^()]*\))", selectors)]


@pytest.mark.parametrize("scheme", [":root", SLATE])
def test_text_is_legible_on_its_paper(scheme: str) -> None:
    """At least 4.5 to 1: WCAG 2.2, success criterion 1.4.3."""
    block = CSS[CSS.index(f"{scheme} {{") :].partition("}")[0]
    colours = dict(re.findall(r"--postil-([\w-]+): (#[0-9a-f]{6});", block))
    paper = luminance(colours.pop("paper"))
    del colours["rule"]  # a line, not text
    assert len(colours) == 13
    for name, colour in colours.items():
        lighter, darker = sorted((paper, luminance(colour)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, name


@pytest.mark.parametrize("scheme", [":root", SLATE])
def test_marked_words_are_legible_on_their_tint(scheme: str) -> None:
    """Checkers of pages do not look at shadows; the strongest tint is that of two notes at once."""
    block = CSS[CSS.index(f"{scheme} {{") :].partition("}")[0]
    colours = dict(re.findall(r"--postil-([\w-]+): (#[0-9a-f]{6});", block))
    tints = [int(found) for found in re.findall(r"--postil-tint: (\d+)%", CSS)]
    assert len(tints) == 4
    for kind in ("context", "source", "correction"):
        tinted = mixed(colours[kind], colours["paper"], max(tints) / 100)
        lighter, darker = sorted((luminance(tinted), luminance(colours["ink"])), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, kind


def mixed(colour: str, other: str, share: float) -> str:
    """Two colours mixed in sRGB, as `color-mix` does."""
    parts = (
        share * int(colour[at : at + 2], 16) + (1 - share) * int(other[at : at + 2], 16)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{round(part):02x}" for part in parts)


def luminance(colour: str) -> float:
    """The relative luminance of WCAG."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.fixture
def explainer_file(note: Callable[..., AnchoredAnnotation], tmp_path: Path) -> Path:
    visible = read_visible(HTML)
    notes = tuple(
        note(f"note-{at}", visible.text, (start, end), body=f"Body {at} of it.")
        for at, (start, end) in enumerate(visible.blocks)
    )
    text = Text("text", "Title", "", Place("content/text.md"))
    page = render_explainer(Explainer(text, notes), HTML, visible, RenderContext())
    file = tmp_path / "page.html"
    file.write_text(f"<!doctype html><meta charset=utf-8><style>{CSS}</style>{page}", "utf-8")
    return file


def test_an_address_opens_its_note_without_script(
    new_page: Callable[..., Page], explainer_file: Path
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{explainer_file.as_uri()}#note-1")
    assert page.get_by_text("Body 1 of it.").is_visible()
    assert not page.get_by_text("Body 0 of it.").is_visible()
    head = page.locator(".postil-note", has_text="About note-1").locator("summary")
    box = head.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 200


def test_the_words_and_the_number_lead_to_the_note_and_back(
    new_page: Callable[..., Page], explainer_file: Path
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(explainer_file.as_uri())
    page.get_by_role("link", name="Note 3, context: About note-2").click()
    assert page.get_by_text("Body 2 of it.").is_visible()
    page.locator(".postil-note[open]").get_by_role("link", name="Back to the passage").click()
    assert page.url.endswith("#note-2:ref")
    page.get_by_role("link", name="Passage 0 of the text.").click()
    assert page.get_by_text("Body 0 of it.").is_visible()


def test_paper_shows_every_note(page: Page, explainer_file: Path) -> None:
    page.goto(explainer_file.as_uri())
    page.emulate_media(media="print")
    bodies = page.locator(".postil-body")
    assert bodies.count() == 3
    # The page is laid out for paper a moment later.
    page.wait_for_function(
        "() => [...document.querySelectorAll('.postil-body')].every((body) =>"
        " body.checkVisibility({contentVisibilityAuto: true})"
        " && body.getBoundingClientRect().height)"
    )
