"""Passages of one text that notes of another cite: on both sides, and in every file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from postil.model.anchor import Status
from postil.publish.csl_json import csl_line
from postil.read.foreign.read import read_foreign
from postil.render.later import filled_in
from postil.site.annotation_files import annotation_files
from postil.site.crossing_pages import with_crossing
from postil.site.edition_files import edition_files
from postil.site.imports.outcomes import State
from postil.site.imports.source_plan import plan_sources
from postil.site.made import overviews_of
from postil.site.pages import page_of_text
from postil.site.source_files import source_files
from postil.site.text_sources import text_sources
from postil.site.whole import Whole

MakeWhole = Callable[..., Whole]

SPEECH = """\
---
title: A <speech>
text:
  author: A speaker
  publisher: A publisher
  published: 1962-09-12
  url: https://example.org/speech
---

We choose to go to the moon. We choose to go.

Not because it is easy, but because it is hard.
"""
SPEECH_NOTES = """\
- id: the-moon
  kind: context
  title: Which <moon>
  target: to go to the moon
  body: The nearest.
- id: draft
  kind: context
  title: A secret title
  target: it is hard
  body: Later.
  draft: true
  citations: [{ passage: "letter#year" }]
"""
CITING = """\
- id: year
  kind: correction
  title: The <year>
  target: في عام 1969
  body: It was.
  citations:
    - almanac
    - passage: speech#the-moon
      locator: line <1>
      supports: That <it> was meant
    - passage: speech
      target: CITED
"""


def site(make_whole: MakeWhole, cited: str = "it is easy", **options: str) -> Whole:
    files = {
        "content/speech.md": SPEECH,
        "annotations/speech.yml": SPEECH_NOTES,
        "annotations/letter.yml": CITING.replace("CITED", cited),
    }
    return make_whole(files, links={}, **options)


def page(whole: Whole, slug: str) -> str:
    """The content of the page of a text."""
    explained = next(one for one in whole.explained if one.explainer.text.slug == slug)
    made = page_of_text(explained, whole.library, whole.context)
    return with_crossing(made, whole, f"explainers/{slug}.md")


def item(html: str, start: str) -> str:
    """An item of a list of sources, from the words that it begins with."""
    return html.partition(start)[2].partition("</li>")[0]


def test_a_passage_is_shown_where_it_is_cited(make_whole: MakeWhole) -> None:
    html = page(site(make_whole), "letter")
    cited = item(html, '<li>A speaker, <cite><a href="../speech/#the-moon">A &lt;speech&gt;</a>')
    assert "12 September 1962" in cited
    assert "<q data-nosnippet>to go to the moon</q>" in cited
    assert '<a href="../speech/#the-moon">Note 1, Context: Which &lt;moon&gt;</a>' in cited
    assert "line &lt;1&gt;" in cited
    assert "That &lt;it&gt; was meant" in cited
    assert "3 sources" in html
    # Words that a citation names itself, and that no note is about.
    words = item(html, '<a href="../speech/#:~:text=it%20is%20easy">A &lt;speech&gt;</a>')
    assert "it is easy</q>" in words
    assert "postil-notice" not in words
    assert "<!-- postil" not in html


def test_a_note_says_who_cites_its_passage(make_whole: MakeWhole) -> None:
    html = page(site(make_whole), "speech")
    citing = html.partition('<p class="postil-citing">')[2].partition("</p>")[0]
    assert "Cited by" in citing
    assert '<a href="../letter/#year">The &lt;year&gt;</a>' in citing
    assert "رسالة" in citing
    # Words without a note stand below the text.
    quoted = html.partition('<aside class="postil-quoted-from"')[2].partition("</aside>")[0]
    assert '<a href="./#:~:text=it%20is%20easy"><q>it is easy</q></a>' in quoted
    assert '<a href="../letter/#year">' in quoted


def test_words_that_a_note_is_about_lead_to_it(make_whole: MakeWhole) -> None:
    whole = site(make_whole, "the moon")
    assert 'href="../speech/#the-moon:ref"' in page(whole, "letter")
    html = page(whole, "speech")
    assert "postil-quoted-from" not in html
    # Two citations by one note are one.
    assert html.count("../letter/#year") == 1


@pytest.mark.parametrize(
    ("cited", "status", "code", "notice"),
    [
        # As it stands, whatever the typography; another wording; two places; none.
        ("it  is easy", Status.EXACT, "", ""),
        (
            "Not because it was easy, but because it is hard.",
            Status.CHANGED,
            "anchor-changed",
            "have changed",
        ),
        ("We choose to go", Status.AMBIGUOUS, "anchor-ambiguous", "several places"),
        ("cabbages and kings", Status.LOST, "anchor-lost", "not in the text"),
        ("{ section: nowhere }", Status.LOST, "section-unknown", "not in the text"),
    ],
)
def test_cited_words_are_checked(
    make_whole: MakeWhole, cited: str, status: Status, code: str, notice: str
) -> None:
    whole = site(make_whole, cited)
    speech = whole.explained[1]
    named = [one for one in speech.cited if one.citation.target]
    assert [one.anchors[0].status for one in named] == [status]
    assert [one.code for one in speech.diagnostics] == ([code] if code else [])
    assert all(one.place.path == "annotations/letter.yml" for one in speech.diagnostics)
    assert all((one.place.line, one.place.column) == (12, 15) for one in speech.diagnostics)
    html = page(whole, "letter")
    assert notice in html
    assert ("postil-notice" in html) == bool(notice)
    if not named[0].anchors[0].placed:
        assert "postil-quoted-from" not in page(whole, "speech")


def test_a_draft_is_on_neither_side(make_whole: MakeWhole) -> None:
    whole = site(make_whole)
    # It cites a note of the letter, and nobody is told.
    assert "Cited by" not in page(whole, "letter")
    files = [
        *edition_files(whole, whole.explained),
        *annotation_files(whole, whole.explained),
        *source_files(whole),
    ]
    made = [one.content.decode() for one in files]
    made += [one.make(whole) for one in overviews_of(whole.library, whole.settings)]
    assert not [one for one in made if "A secret title" in one]


def test_a_draft_is_not_cited(make_whole: MakeWhole) -> None:
    files = {
        "annotations/speech.yml": SPEECH_NOTES,
        "annotations/letter.yml": CITING.replace("speech#the-moon", "speech#draft"),
    }
    whole = make_whole(files, links={})
    assert [one.code for one in whole.library.diagnostics if "passage" in one.code] == [
        "passage-draft"
    ]
    assert "secret" not in page(whole, "letter")


def test_the_page_of_sources_has_the_text(make_whole: MakeWhole) -> None:
    whole = site(make_whole)
    (sources,) = (
        one for one in overviews_of(whole.library, whole.settings) if one.uri == "sources.md"
    )
    html = sources.make(whole)
    entry = html.partition('id="source-text:speech"')[2].partition("</article>")[0]
    assert '<a href="../explainers/speech/">A &lt;speech&gt;</a>' in entry
    assert "2 citations" in entry
    assert "<q>to go to the moon</q>" in entry
    assert "<q>it is easy</q>" in entry
    assert "6 sources" in html
    assert "3 citations" in html


def test_the_editions_have_both_sides(make_whole: MakeWhole) -> None:
    whole = site(make_whole, root="https://site.example/")
    files = {
        one.path: " ".join(one.content.decode().split())
        for one in edition_files(whole, whole.explained)
    }
    letter = files["explainers/letter/letter.txt"]
    assert "A speaker, A <speech>, A publisher, 12 September 1962" in letter
    assert "“to go to the moon”, Note 1, Context: Which <moon>" in letter
    assert "https://site.example/explainers/speech/#the-moon" in letter
    assert "Cited by: The <year> (رسالة)" in files["explainers/speech/speech.txt"]


def test_exports_name_the_passage(make_whole: MakeWhole) -> None:
    whole = site(make_whole, root="https://site.example/")
    files = {one.path: one.content.decode() for one in annotation_files(whole, whole.explained)}
    note = json.loads(files["explainers/letter/notes/year.jsonld"])
    named, words = (one for one in note["body"] if "postil:passage" in one)
    assert named["type"] == "SpecificResource"
    assert named["source"] == {"id": "https://example.org/speech", "label": "A <speech>"}
    assert named["scope"] == "https://site.example/explainers/speech/"
    assert named["selector"]["exact"] == "to go to the moon"
    assert named["postil:passage"] == "speech#the-moon"
    assert "postil:written" not in named
    assert words["postil:written"] == {"exact": "it is easy"}
    made = {one.path: one.content.decode() for one in source_files(whole)}
    (item,) = (
        one
        for one in json.loads(made["explainers/letter/letter-sources.json"])
        if one["id"] == "text:speech"
    )
    assert item["title"] == "A <speech>"
    assert item["URL"] == "https://example.org/speech"
    assert "@misc{text:speech," in made["explainers/letter/letter-sources.bib"]
    assert "letter/year" in made["exports/sources.csv"].partition("text:speech")[2]


def test_a_text_is_not_imported_as_a_source(make_whole: MakeWhole, tmp_path: Path) -> None:
    whole = site(make_whole)
    lines = ",".join(map(csl_line, text_sources(whole.library).values()))
    foreign = read_foreign(f"[{lines}]".encode(), "sources.json")
    plan = plan_sources(foreign, tmp_path, whole.library, whole.settings)
    assert [(one.id, one.state) for one in plan.outcomes] == [("text:speech", State.SAME)]
    assert plan.files == {}


def test_signs_that_nobody_knows_stay() -> None:
    sign = "<!-- postil cites a b 0 -->"
    assert filled_in(sign, lambda *_: None) == sign
    assert filled_in(f"{sign}<!-- postil other a b 0 -->", lambda *_: "x") == (
        "x<!-- postil other a b 0 -->"
    )


def test_a_sign_in_the_words_of_a_text_does_no_harm(make_whole: MakeWhole) -> None:
    whole = site(make_whole)
    signs = (
        "<!-- postil cites letter year 9 -->",
        "<!-- postil cites letter nobody 0 -->",
        "<!-- postil citing nowhere year 0 -->",
    )
    for sign in signs:
        assert with_crossing(sign, whole, "explainers/letter.md") == sign
