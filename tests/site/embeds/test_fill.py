"""What pages embed, from the files that people write.

Each file of `cases` is what comes out for the site of `tests/site/conftest.py`, on a page at its
root. Set the environment variable POSTIL_UPDATE_GOLDEN=1 to write it anew, and read the difference.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from justhtml import JustHTML

from postil.site.embeds.check import NAMES, embed_problems
from postil.site.embeds.fill import filled
from postil.site.embeds.find import embeds_in
from postil.site.whole import Whole

FOLDER = Path(__file__).parent / "cases"
CASES = {
    "note": "<h1>A page</h1><!-- postil: note speech/the-moon -->",
    "note-revised": "<!-- postil: note speech/easy -->",
    "note-lost": "<h2>A part</h2><!-- postil: note speech/gone-words -->",
    "explainers": "<h1>A page</h1><h2>A part</h2><!-- postil: explainers -->",
    "changes": "<!-- postil: changes 4 -->",
    "open": "<!-- postil: open -->",
    "contact": "<!-- postil: contact -->",
}

MakeWhole = Callable[..., Whole]


@pytest.mark.parametrize("case", CASES)
def test_case(case: str, make_whole: MakeWhole) -> None:
    whole = make_whole(contact="mailto:corrections@example.org")
    made = filled(CASES[case], whole, "index.md")
    expected = FOLDER / f"{case}.html"
    if os.environ.get("POSTIL_UPDATE_GOLDEN"):
        expected.write_text(made, "utf-8")
    assert made == expected.read_text("utf-8")
    assert JustHTML(made, fragment=True, collect_errors=True).errors == []
    assert "postil:" not in made
    # It may stand on a page beside others of its kind, so it takes no id.
    assert " id=" not in made


def test_everything_that_can_be_embedded_has_a_case() -> None:
    assert {case.partition("-")[0] for case in CASES} == set(NAMES)


def test_what_stands_around_it_stays(make_whole: MakeWhole) -> None:
    made = filled("<p>a</p>\n<!-- postil: open --><p>b</p>", make_whole(), "index.md")
    assert made.startswith("<p>a</p>\n<div data-postil ")
    assert made.endswith("</div><p>b</p>")


def test_numbers_say_how_many(make_whole: MakeWhole) -> None:
    whole = make_whole()

    def count(asked: str, pattern: str) -> int:
        return len(re.findall(pattern, filled(f"<!-- postil: {asked} -->", whole, "index.md")))

    assert [count(f"changes{n}", "<li>") for n in (" 1", " 3", "")] == [1, 3, 5]
    assert [count(f"explainers{n}", "<article") for n in (" 1", "")] == [1, 2]


def test_links_lead_from_where_the_page_stands(make_whole: MakeWhole) -> None:
    page = "<!-- postil: note speech/the-moon --><!-- postil: explainers --><!-- postil: open -->"
    whole = make_whole()
    there = set(re.findall(r'href="([^":]+)"', filled(page, whole, "about/us.md")))
    assert {"../explainers/speech/#the-moon", "../explainers/letter/", "../open/#wanted"} <= there
    assert "../contributors/#contributor-editors" in there
    assert all(address.startswith("../") for address in there)


def test_pages_that_the_site_does_not_have_are_not_linked(make_whole: MakeWhole) -> None:
    whole = make_whole(overviews=False)
    made = filled(f"{CASES['note']}<!-- postil: open -->", whole, "index.md")
    assert "More sources wanted" in made
    assert {href.partition("#")[0] for href in re.findall(r'href="([^":]+)"', made)} == {
        "explainers/speech/"
    }


def test_words_under_examination_are_not_offered_as_snippets(make_whole: MakeWhole) -> None:
    whole = make_whole()
    made = filled(CASES["note"], whole, "index.md")
    assert re.search(r"<figure [^>]*data-nosnippet>", made)
    assert "Text under examination" in made
    letter = filled("<!-- postil: note letter/the-moon -->", whole, "index.md")
    assert "data-nosnippet" not in letter
    assert '<blockquote lang="ar" dir="auto">' in letter


def test_of_a_long_passage_the_beginning_is_shown(make_whole: MakeWhole) -> None:
    words = "One of the words of a section that is long. " * 40
    files = {
        "content/speech.md": f"---\ntitle: A speech\n---\n\nBefore it. {words}After it.\n",
        "annotations/speech.yml": "- id: a\n  kind: context\n  title: A\n  body: B.\n"
        f"  target: {words.strip()}\n",
    }
    made = filled("<!-- postil: note speech/a -->", make_whole(files), "index.md")
    (mark,) = re.findall(r"<p>Before it. <mark [^>]*>([^<]+)</mark>", made)
    assert mark.startswith("One of the words")
    assert mark.endswith("…")
    assert 400 < len(mark) <= 480
    assert "After it." not in made


def test_a_site_from_right_to_left(make_whole: MakeWhole) -> None:
    made = filled("".join(CASES.values()), make_whole(language="ar"), "index.md")
    boxes = re.findall(r'<div data-postil class="postil-embed[^>]*>', made)
    assert len(boxes) == 6
    assert all('lang="ar" dir="rtl"' in box for box in boxes)
    assert '<bdi dir="ltr">Which moon</bdi>' in made


def test_an_empty_site_says_so(make_whole: MakeWhole) -> None:
    names = ("speech.yml", "letter.yml", "sources.yml", "contributors.yml")
    files = dict.fromkeys(
        ["content/speech.md", "content/letter.md", *(f"annotations/{name}" for name in names)]
    )
    whole = make_whole(files, links={})
    made = filled(
        "<!-- postil: explainers --><!-- postil: changes 5 --><!-- postil: open -->",
        whole,
        "index.md",
    )
    assert "No text has been published yet." in made
    assert "No published note has changed" in made
    assert "Nothing is open" in made


# What is wrong, and what is said of it.
PROBLEMS = [
    # Names that are none.
    ("nots a/b", "embed-unknown", "“nots” is nothing that a page can embed", "“note”"),
    ("", "embed-unknown", "“” is nothing that a page can embed", "note, explainers"),
    # Notes that are not there.
    ("note", "embed-value", "no text has the note “”", "speech/…"),
    ("note easy", "embed-value", "no text has the note “easy”", "such as"),
    ("note speach/easy", "embed-value", "no text has the note “speach/easy”", "“speech”"),
    ("note speech/eazy", "embed-value", "text “speech” has no note “eazy”", "“speech/easy”"),
    ("note speech/q", "embed-value", "text “speech” has no note “q”", ""),
    ("note speech/draft", "embed-value", "the note “speech/draft” is a draft", "once it is none"),
    # Numbers that are none.
    ("changes five", "embed-value", "“five” is not how many changes", "“changes 5”"),
    ("changes 0", "embed-value", "“0” is not how many changes", "1 to 100"),
    ("explainers 101", "embed-value", "“101” is not how many explainers", "1 to 100"),
    ("explainers ²", "embed-value", "“²” is not how many explainers", "1 to 100"),
    # What takes nothing.
    ("open 5", "embed-value", "“open” takes nothing more, and “5” follows it", "leave it out"),
    ("contact us", "embed-value", "“contact” takes nothing more", "leave it out"),
]


@pytest.mark.parametrize(("asked", "code", "message", "hint"), PROBLEMS)
def test_what_cannot_be_embedded_is_said_and_stays(
    asked: str, code: str, message: str, hint: str, make_whole: MakeWhole
) -> None:
    whole = make_whole()
    page = f"<h1>A</h1>\n\n<!-- postil: {asked} -->"
    (problem,) = embed_problems(embeds_in(page), whole.library.annotations, page, "docs/a.md")
    assert (problem.code, str(problem.place)) == (code, "docs/a.md:3:1")
    assert message in problem.message
    assert hint in problem.hint
    assert filled(page, whole, "index.md") == page


def test_nothing_is_embedded_in_a_paragraph(make_whole: MakeWhole) -> None:
    whole = make_whole()
    page = "<p>See <!-- postil: open --> here.</p><p>Then</p><!-- postil: open -->"
    (problem,) = embed_problems(embeds_in(page), whole.library.annotations, page, "docs/a.md")
    assert "in the middle of a paragraph" in problem.message
    assert "a line of its own" in problem.hint
    assert filled(page, whole, "index.md").startswith("<p>See <!-- postil: open --> here.</p>")


def test_nothing_is_wrong_with_what_is_right(make_whole: MakeWhole) -> None:
    page = "".join(CASES.values())
    assert (
        list(embed_problems(embeds_in(page), make_whole().library.annotations, page, "docs/a.md"))
        == []
    )
