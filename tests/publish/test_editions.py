"""Editions to be read without a browser say what the page says."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import markdown

from postil.model.annotation import Annotation, Citation, Revision
from postil.model.contributor import Contributor
from postil.model.library import Library
from postil.model.place import Place
from postil.model.settings import Settings
from postil.model.source import Source
from postil.model.target import Target, TextQuote
from postil.model.text import Provenance, Text
from postil.publish.edition import marks
from postil.publish.iri import web_uri
from postil.publish.wrap import WIDTH
from postil.render.visible import read_visible
from postil.site.edition_files import edition_files
from postil.site.explain import explain
from postil.site.note_pages import SiteFacts
from postil.site.whole import Whole

CASES = Path(__file__).parent / "editions"
PLACE = Place("annotations/speech.yml", 1, 1)
HTML = """\
<h2 id="one">Part one<a class="headerlink" href="#one" title="Link">&para;</a></h2>
<p>We choose <strong>to go</strong> to the moon &amp; back. We choose to go.</p>
<ul>
<li>Not because it is easy,</li>
<li>but because it is <a href="https://example.org/hard">hard</a>.</li>
</ul>
<table><tr><th>Year</th><th>Step</th></tr><tr><td>1961</td><td>first</td></tr></table>
<pre><code>a  =  1
</code></pre>
"""


def note(id: str, exact: str, **fields: Any) -> Annotation:
    target = Target(PLACE, TextQuote(exact))
    return Annotation(
        *(id, "speech", fields.pop("kind", "context"), fields.pop("title", id)),
        *(fields.pop("body", "The body."), (target,), PLACE, PLACE),
        **fields,
    )


def site(*notes: Annotation, html: str = HTML, language: str = "en") -> Whole:
    text = Text(
        *("speech", "A speech", "", Place("content/speech.md"), "What was said."),
        provenance=Provenance(
            publisher="A publisher",
            published="1962-09-12",
            url="https://example.org/speech",
            archive="https://archive.example/speech",
            retrieved="2026-11-22",
            relation="primary",
        ),
    )
    almanac = Source(
        "almanac",
        {"id": "almanac", "type": "book", "title": "An almanac", "URL": "https://example.org/a"},
        PLACE,
        archive="https://archive.example/a",
        archived="2025-01-02",
        checked="2026-11-22",
    )
    editors = Contributor("editors", "The editors of this site", PLACE, "organization")
    library = Library(
        {"speech": text}, {"speech": notes}, {"almanac": almanac}, {"editors": editors}
    )
    return Whole(
        (explain(library, text, html),),
        library,
        Settings(),
        SiteFacts("A site", language),
        {"explainers/speech.md": "explainers/speech/"},
        "https://site.example/",
    )


NOTES = (
    note(
        "the-moon",
        "to go to the moon",
        title="Which moon",
        body="The *nearest* one.\n\n- Not that of Mars.\n- See [a list](https://example.org/list).\n",
        citations=(Citation("almanac", PLACE, "p. 3", "a moon", "that there is one"),),
        contributors=("editors",),
        created="2026-11-22",
        wanted="The first draft.",
        revisions=(
            Revision("2026-12-01", "correction", "It is the nearest.", PLACE, "The only one."),
        ),
    ),
    note("also-the-moon", "the moon", verdict="supported"),
    note("cabbages", "cabbages and kings", kind="correction", verdict="contradicted"),
    note("the-year", "1961"),
)


def editions(whole: Whole) -> tuple[str, str]:
    """The plain text and the Markdown of the first text of a site."""
    plain, written, *_ = edition_files(whole, whole.explained)
    return plain.content.decode(), written.content.decode()


def of_one_text(whole: Whole) -> list[Whole]:
    """Sites with one text of `whole` each."""
    return [replace(whole, explained=(one,)) for one in whole.explained]


@pytest.mark.parametrize(("number", "name"), [(0, "speech.txt"), (1, "speech.md")])
def test_an_edition_whole(number: int, name: str, golden: Any) -> None:
    golden(CASES / name, editions(site(*NOTES))[number])


def test_its_words_are_those_of_the_site_s_language() -> None:
    plain, written = editions(site(*NOTES, language="de"))
    for edition in (plain, written):
        assert "22. November 2026" in edition
        assert "Berichtigung" in edition


@pytest.mark.parametrize(
    "body",
    [
        # What would reach out of the note, or run on a page that is made from the edition.
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x]: https://example.org/other\n\n[x]",
        "```\nnever closed",
        "# A heading\n\nand more",
        "&lt;script&gt;",
        "A title\n===",
        "<https://example.org/>",
        "Words ![that load](https://example.org/picture.png)",
    ],
)
def test_a_body_stays_in_its_note(body: str) -> None:
    _, written = editions(site(note("one", "the moon", body=body), note("two", "hard")))
    html = markdown(written)
    assert "<script" not in html
    assert "javascript:" not in re.sub(r"<p>.*?</p>", "", html)
    assert 'href="javascript:' not in html
    assert "<img" not in html
    assert html.count("<h1>") == 1
    assert html.count("<h2>") == 2  # that of the text, and that of the notes
    assert html.count("<h3>") == 2
    assert "[2] two</h3>" in html


def test_no_character_controls_the_terminal_that_shows_it() -> None:
    words = "a\x9b31mb\x85c\x1b[2J"
    notes = note("one", "to go", title=words, body=f"{words}\n\n- *{words}*")
    for content in editions(site(notes, html=f"<p>We choose to go. {words}</p>")):
        assert "31mb" in content
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", content)


def test_notes_that_end_at_one_place_stand_in_their_order() -> None:
    whole = site(*NOTES)
    found = marks(whole.explained[0].explainer)
    assert found == sorted(found)
    plain, written = editions(whole)
    assert "to the moon[1][2] & back" in plain
    assert r"to the moon\[1\]\[2\] \& back" in written


def test_what_is_not_known_leaves_no_gap(real_site: Whole) -> None:
    for one in of_one_text(replace(real_site, root="")):
        for edition in editions(one):
            assert "Annotated text:" not in edition
            assert "\n\n\n" not in edition
            assert not edition.startswith("\n")


def test_the_real_site_is_all_there(real_site: Whole) -> None:
    for one in of_one_text(real_site):
        is_all_there(one)


def is_all_there(site: Whole) -> None:
    plain, written = editions(site)
    (explained,) = site.explained
    squeezed = " ".join(plain.split())
    for number, one in enumerate(explained.explainer.annotations, start=1):
        assert f"[{number}] {one.annotation.title} " in squeezed
        assert plain.count(f"[{number}]") == 1 + len(one.anchors)
        for citation in one.annotation.citations:
            address = web_uri(site.library.sources[citation.source].url)
            assert address in plain
            assert not address or f"<{address}>" in written
    unmarked = re.sub(r"\[\d+\]", "", squeezed)
    assert all(" ".join(block.split()) in unmarked for block in explained.visible.text.split("\n"))
    assert all(len(line) <= WIDTH or "://" in line for line in plain.split("\n"))
    # What the Markdown shows has the words of the text as well.
    shown = re.sub(r"\[\d+\]", "", read_visible(markdown(written)).text)
    assert all(block.strip() in shown for block in explained.visible.text.split("\n"))


@given(data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_site_has_them(data: st.DataObject, whole_sites: st.SearchStrategy[Whole]) -> None:
    whole = data.draw(whole_sites)
    files = {file.path: file.content.decode() for file in edition_files(whole, whole.explained)}
    assert len(files) == 2 * len(whole.explained)
    for one in whole.explained:
        slug = one.explainer.text.slug
        plain = files[f"explainers/{slug}/{slug}.txt"]
        written = files[f"explainers/{slug}/{slug}.md"]
        for number, anchored in enumerate(one.explainer.annotations, start=1):
            placed = sum(anchor.placed for anchor in anchored.anchors)
            assert plain.count(f"[{number}]") >= 1 + placed
            assert written.count(f"\\[{number}\\]") >= 1 + placed
        # The signs of numbers, which notes may hold by chance as well.
        assert not re.search("\ue010[0-9]+\ue011", written)
