"""The head of an explainer, its page, and the index: facts, counts, and nothing unescaped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from justhtml import JustHTML

from postil.model.annotation import Citation
from postil.model.explainer import AnchoredAnnotation, Explainer
from postil.model.place import Place
from postil.model.source import Source
from postil.model.text import Provenance, Text
from postil.render.context import RenderContext
from postil.render.evidence import weigh
from postil.render.header import render_header
from postil.render.index import Card, render_index
from postil.render.page import render_explainer
from postil.render.visible import read_visible

Note = Callable[..., AnchoredAnnotation]
PLACE = Place("content/text.md", 1, 1)
HTML = "<p>One passage.</p>"
WORDS = read_visible(HTML).text

CONTEXT = RenderContext(
    sources={
        "a": Source("a", {}, PLACE, checked="2026-11-22"),
        "b": Source("b", {}, PLACE, checked="2026-09-01"),
    }
)


def explainer(*notes: AnchoredAnnotation, **fields: Any) -> Explainer:
    text = Text("text", "A <title>", "", PLACE, description='Its "deck"', **fields)
    return Explainer(text, notes)


def words_of(html: str) -> list[str]:
    """The text of a page, one line an element that holds any."""
    return [line for line in read_visible(html).text.split("\n") if line.strip()]


def test_head_with_everything(note: Note) -> None:
    provenance = Provenance(
        author="A. Author",
        publisher="A Publisher",
        published="2025-10-27",
        url="https://www.example.org/text",
        archive="https://archive.example/text",
        retrieved="2026-11",
        rights="Public domain",
        relation="primary",
        reason="Because it matters.",
    )
    html = render_header(explainer(note("a", WORDS, (0, 3)), provenance=provenance), CONTEXT)
    assert words_of(html) == [
        "Annotated text · Primary source",
        "A <title>",
        'Its "deck"',
        "1 Explanation only",
        "1 Context",
        "Text",
        "A Publisher; A. Author, 27 October 2025",
        "Original",
        "example.org, archived copy, retrieved November 2026",
        "Why it is here",
        "Because it matters.",
        "Rights",
        "Public domain",
        "Notes",
        "1 note, 0 sources",
    ]
    assert 'href="https://www.example.org/text" rel="nofollow noopener noreferrer"' in html


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "author and date not shown"),
        ({"author": "A. Author"}, "A. Author, date not shown"),
        ({"published": "2025"}, "author not shown, 2025"),
        ({"publisher": "P"}, "P; author and date not shown"),
    ],
)
def test_what_the_origin_did_not_show_is_said(fields: dict[str, str], words: str) -> None:
    html = render_header(explainer(provenance=Provenance(**fields)), CONTEXT)
    assert words in words_of(html)


def test_head_links_no_address_that_runs() -> None:
    provenance = Provenance(url="javascript:alert(1)", archive="data:text/html,x")
    assert "<a " not in render_header(explainer(provenance=provenance), CONTEXT)


def test_evidence_counts_every_note_once(note: Note) -> None:
    cited = replace(
        note("d", WORDS, (0, 3), verdict="opinion", kind="source").annotation,
        citations=(Citation("a", PLACE), Citation("b", PLACE), Citation("nonesuch", PLACE)),
    )
    notes = [
        note("a", WORDS, (0, 3), verdict="contradicted", kind="correction"),
        note("b", WORDS, (0, 3), verdict="supported"),
        note("c", WORDS, (0, 3)),
        replace(note("d", WORDS, (0, 3)), annotation=cited),
        note("e", WORDS, (0, 3), verdict="supported", kind="own"),
        note("f", WORDS, (0, 3), verdict="nonesuch"),
    ]
    evidence = weigh(notes, CONTEXT)
    assert [(one.label, one.count, one.start) for one in evidence.shares] == [
        ("Supported", 2, 0),
        ("Contradicted", 1, 2),
        ("Opinion", 1, 3),
        ("nonesuch", 1, 4),
        ("Explanation only", 1, 5),
    ]
    assert [(one.kind.id, one.count) for one in evidence.kinds] == [
        ("context", 3),
        ("source", 1),
        ("correction", 1),
        ("own", 1),
    ]
    assert (evidence.total, evidence.sources, evidence.checked) == (6, 3, "2026-11-22")


def test_index(note: Note) -> None:
    one = explainer(note("a", WORDS, (0, 3), verdict="supported"))
    html = render_index([Card(one, "text/"), Card(explainer(), "other/?a=1&b")], CONTEXT)
    document = JustHTML(html, fragment=True, sanitize=False, strict=True)
    links = document.query("h2 a")
    assert [link.attrs["href"] for link in links] == ["text/", "other/?a=1&b"]
    assert "1 Supported" in html.replace("<b>", "").replace("</b>", "")
    assert html.count("<svg") == 1  # a text without notes has no bar


def test_index_without_explainers() -> None:
    assert words_of(render_index([], CONTEXT)) == ["No text has been published yet."]


@pytest.mark.parametrize(
    ("provenance", "tag"),
    [
        # A text without a language is taken to be in that of the page.
        (Provenance(), '<div data-postil class="postil-text" data-nosnippet>'),
        (Provenance(relation="primary"), '<div data-postil class="postil-text">'),
        # The direction follows from the language, and can be given.
        (
            Provenance(language="ar-EG", relation="primary"),
            '<div data-postil class="postil-text" lang="ar-EG" dir="rtl">',
        ),
        (
            Provenance(language="en", relation="primary"),
            '<div data-postil class="postil-text" lang="en" dir="ltr">',
        ),
        (
            Provenance(language="xx", direction="auto", relation="primary"),
            '<div data-postil class="postil-text" lang="xx" dir="auto">',
        ),
        (
            Provenance(language='ar"><b', direction="rtl", relation="primary"),
            '<div data-postil class="postil-text" lang="ar&#34;&gt;&lt;b" dir="rtl">',
        ),
        (Provenance(direction="x", relation="primary"), '<div data-postil class="postil-text">'),
    ],
)  # fmt: skip
def test_the_text_says_what_it_is(provenance: Provenance, tag: str) -> None:
    html = render_explainer(explainer(provenance=provenance), HTML, read_visible(HTML), CONTEXT)
    assert f"{tag}\n{HTML}\n</div>" in html


def test_page_has_its_parts_in_order(note: Note, original: Callable[[str], str]) -> None:
    notes = (note("a", WORDS, (0, 3)), note("b", WORDS))
    page = render_explainer(explainer(*notes), HTML, read_visible(HTML), CONTEXT)
    JustHTML(page, fragment=True, sanitize=False, strict=True)
    parts = ["<header", "<h1>", 'class="postil-text"', "postil-mark", "postil-unplaced"]
    assert [page.index(part) for part in parts] == sorted(page.index(part) for part in parts)
    assert HTML in original(page)
