"""What screen readers are told, as Chromium's accessibility tree has it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page

from postil.model.anchor import Anchor, Status
from postil.model.annotation import Annotation
from postil.model.explainer import AnchoredAnnotation
from postil.model.place import Place
from postil.model.target import Target, TextQuote
from postil.render.annotate import annotate
from postil.render.context import RenderContext
from postil.render.visible import read_visible

NewPage = Callable[..., Page]

PLACE = Place("annotations/text/note.yml", 1, 1)
LANDMARKS = {"banner", "complementary", "contentinfo", "form", "main", "navigation", "region"}


@dataclass(slots=True)
class Node:
    """A node that is not ignored; `details` are the ids of the elements that it refers to."""

    role: str
    name: str
    properties: dict[str, Any]
    details: list[str]
    children: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, role: str) -> list[Node]:
        return [node for node in self.walk() if node.role == role]

    @property
    def text(self) -> str:
        return "".join(node.name for node in self.all("StaticText"))


def tree(page: Page) -> Node:
    answer = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    raw = {node["nodeId"]: node for node in answer["nodes"]}

    def build(node: dict[str, Any]) -> list[Node]:
        children = [one for id in node.get("childIds", []) if id in raw for one in build(raw[id])]
        if node.get("ignored"):
            return children
        properties = {one["name"]: one["value"] for one in node.get("properties", [])}
        details = properties.pop("details", {}).get("relatedNodes", [])
        return [
            Node(
                node["role"]["value"],
                node.get("name", {}).get("value", ""),
                {name: value.get("value") for name, value in properties.items()},
                [one.get("idref", "") for one in details],
                children,
            )
        ]

    return build(answer["nodes"][0])[0]


@pytest.fixture(params=[390, 1440])
def reader(request: pytest.FixtureRequest, new_page: NewPage, explainer: str) -> Page:
    page = new_page(viewport={"width": request.param, "height": 900})
    page.goto(explainer)
    return page


def test_each_passage_is_announced_once_with_its_note(reader: Page) -> None:
    marks = tree(reader).all("mark")
    told = Counter(id for mark in marks for id in mark.details)
    ids = reader.locator(".postil-comment").evaluate_all("all => all.map((one) => one.id)")
    assert told == dict.fromkeys(ids, 1)
    # Nothing reads as a mark that is not the beginning of a passage.
    assert all(mark.details for mark in marks)


def test_no_passage_is_announced_within_a_word(reader: Page) -> None:
    edges = reader.locator(".postil-mark").evaluate_all(
        """(marks) => marks.map((mark) => {
          const block = mark.closest("p, li, h2, h3");
          const copy = block.cloneNode(true);
          copy.querySelectorAll(".postil-refs").forEach((one) => one.remove());
          const index = [...block.querySelectorAll(".postil-mark")].indexOf(mark);
          const same = copy.querySelectorAll(".postil-mark")[index];
          const before = document.createRange(), after = document.createRange();
          before.setStart(copy, 0); before.setEndBefore(same);
          after.setStartAfter(same); after.setEnd(copy, copy.childNodes.length);
          return [before.toString().slice(-1) + same.textContent[0],
                  same.textContent.slice(-1) + after.toString()[0]];
        })"""
    )
    assert len(edges) >= 45
    for pair in edges:
        for edge in pair:
            assert not re.fullmatch(r"\w\w", edge), edge


def test_notes_are_named_footnotes_and_no_landmarks(reader: Page) -> None:
    top = tree(reader)
    comments = top.all("doc-footnote")
    references = top.all("doc-noteref")
    assert len(comments) == len({one.name for one in comments}) == 48
    # The link to a note is called what the note is called.
    assert [one.name for one in references] == [one.name for one in comments]
    assert comments[6].name == "Note 7, Correction: Volunteers and votes"
    for one in comments:
        assert not LANDMARKS & {node.role for node in one.walk()}
        (head,) = one.all("DisclosureTriangle")
        assert head.properties["expanded"] is False
        assert head.properties["focusable"] is True
        assert not one.all("heading")


def test_open_notes_have_a_heading_and_the_outline_has_no_gap(reader: Page) -> None:
    reader.locator("details.postil-note").evaluate_all("all => all.forEach((one) => one.open = 1)")
    top = tree(reader)
    levels = [node.properties["level"] for node in top.all("heading")]
    assert len(levels) == 49
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for comment in top.all("doc-footnote"):
        (heading,) = comment.all("heading")
        assert comment.name.endswith(heading.name)
        for link in comment.all("link"):
            # One that is in every note says which it belongs to.
            if link.name.startswith(("Back to", "Suggest", "Page of", "Cite", "These words")):
                assert link.name.endswith(heading.name)


def test_the_map_is_for_the_eye_and_the_pointer(reader: Page) -> None:
    names = [node.name for node in tree(reader).all("link")]
    assert reader.locator(".postil-lane a").count() == 48
    assert not any(re.match(r"\d+\. ", name) for name in names)
    assert reader.locator(".postil-lane a:not([tabindex='-1'])").count() == 0


def test_the_keyboard_stops_once_for_each_passage_and_note(reader: Page) -> None:
    stops = reader.locator(".postil-explainer a, .postil-explainer summary").evaluate_all(
        """(all) => all.filter((one) => one.tabIndex >= 0 && one.checkVisibility())
            .map((one) => one.classList[0])"""
    )
    assert Counter(stops)["postil-ref"] == 48
    assert Counter(stops)["postil-head"] == 48
    assert "postil-words" not in stops


def noted(html: str, *quotes: str) -> str:
    """A page with a note on each of `quotes`."""
    visible = read_visible(html)
    notes = []
    for number, quote in enumerate(quotes):
        start = visible.text.index(quote)
        annotation = Annotation(
            id=f"note-{number}",
            text="text",
            kind="context",
            title=f"About {number}",
            body="What it says.",
            targets=(Target(PLACE, TextQuote(quote)),),
            place=PLACE,
            body_place=PLACE,
        )
        anchor = Anchor(Status.EXACT, start, start + len(quote), 1.0)
        notes.append(AnchoredAnnotation(annotation, (anchor,)))
    return annotate(html, visible, notes, RenderContext())


@pytest.mark.parametrize(
    ("html", "quotes", "expected"),
    [
        # A letter set apart, and formatting within formatting.
        ("<p>Quite un<b>believ</b>able.</p>", ["unbelievable"], ["unbelievable"]),
        ("<p>a <i>b <b>c</b></i> d e</p>", ["b c d"], ["b c d"]),
        # Across a link of the text.
        ('<p>a b <a href="#x">c</a> d</p>', ["b c d"], ["b c d"]),
        # Partly within formatting: announced as far as one mark can stand.
        ("<p>a <i>b c</i> d</p>", ["a b"], ["a "]),
        # Across blocks.
        ("<p>a b</p><p>c d</p>", ["b\nc"], ["b"]),
        # One within another, side by side, and overlapping.
        ("<p>a b c d e</p>", ["b c d", "c"], ["b ", "c"]),
        ("<p>a b c d e</p>", ["a b", "c d"], ["a b", "c d"]),
        ("<p>a b c d e</p>", ["a b c", "b c d"], ["a ", "b c"]),
        # Two on the same words.
        ("<p>a b c</p>", ["b", "b"], ["b", "b"]),
    ],
)
def test_a_passage_is_as_few_marks_as_can_be(
    page: Page, html: str, quotes: list[str], expected: list[str]
) -> None:
    page.set_content(noted(html, *quotes))
    marks = tree(page).all("mark")
    assert [mark.text for mark in marks] == expected
    told = [id for mark in marks for id in mark.details]
    assert told == [f"note-{number}:comment" for number in range(len(quotes))]
