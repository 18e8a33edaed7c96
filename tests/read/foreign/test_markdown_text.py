"""Plain text and HTML as Markdown that says the same on the page."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.read import limits
from postil.read.foreign.markdown_text import from_html, from_plain, link
from postil.render.body import render_body

# What means something to Markdown, in any order.
PIECES = st.sampled_from(
    [
        *("a", "b", " ", "\n", "\n\n", "\t", ":", "#", "##", "-", "- ", "---", "===", "1. ", "1) "),
        *("*", "**", "_", "__", "`", "```", "~~~", "[a]", "(http://x.org)", "[a]: http://x.org"),
        *("![a]", "<b>", "<http://x.org>", "<a@b.org>", "&amp;", "&#33;", "&", "|", "|---|"),
        *("{: .x}", "\\", "!", "+ ", ">", "> ", "http://x.org", "    code", ":   def", "</p>", "é"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_plain_text_reads_the_same_on_the_page(text: str) -> None:
    page = str(render_body(from_plain(text)))
    assert not re.search(r"<(?!/?p>|br ?/?>)", page), "something was taken for a sign"
    words = html.unescape(re.sub(r"<[^>]*>", " ", page))
    assert words.split() == text.split()


def test_plain_words_stay_as_they_are() -> None:
    text = "It was June, not May (see page 3). 2 + 2 = 4; 10 % of a/b."
    assert from_plain(text) == text


def test_lines_and_paragraphs_of_plain_text_stay() -> None:
    assert from_plain("one\ntwo\n\n\nthree") == "one  \ntwo\n\nthree"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        # What prose is made of.
        (
            "<p>It was <b>close</b>.</p><p>So <em>it</em> was.</p>",
            "It was **close**.\n\nSo *it* was.",
        ),
        ("<ul><li>one<li>two</ul>", "- one\n- two"),
        ('<a href="https://example.org/a">a list</a>', "[a list](https://example.org/a)"),
        ("<h2>Result</h2>text", "## Result\n\ntext"),
        # Signs of Markdown in the words.
        ("<p>a *b* c</p>", "a \\*b\\* c"),
        # What must not come through.
        ("a<script>alert(1)</script>b", "ab"),
        ("<style>p{}</style>a", "a"),
        ("<img src=x onerror=alert(1)>a", "a"),
        ('<a href="javascript:alert(1)">a</a>', "a"),
        # No markup at all, and nothing.
        ("https://example.org", "https://example.org"),
        ("", ""),
    ],
)
def test_html_becomes_markdown(written: str, expected: str) -> None:
    assert from_html(written) == expected


# Paragraphs of words alone are converted apart, except beside a sign that stands for them.
@pytest.mark.parametrize(
    "written",
    [
        # Runs of them, their ends, and what stands between.
        "<p>One.</p><p>Two.</p>\n<h2>Then</h2>\n<p>Three.</p>",
        "<p>1. *a*\t #  b </p>  <p>- c\r\n  | d</p>",
        "<p></p><p> </p>a<p>b</p> c <p>&nbsp;d&nbsp;</p>",
        "<p>a<br>b</p><hr><p>c</p><p>d &amp; e</p>",
        # Within others, where each line has signs before it.
        "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>",
        "<ul><li><p>a</p><p>b</p></li></ul><p>c</p>",
        # White space for Python alone.
        "<p>\x1fa\x1f</p>\x1f<p>\u2003b\u2003</p>",
    ],
)
def test_paragraphs_are_what_they_are_within_the_whole(written: str) -> None:
    whole = from_html(f"{written}<p>\ue012</p>")
    assert from_html(f"{written}<p>.</p>") == f"{whole.removesuffix(chr(0xE012))}."


# Nested without end, and longer than what is turned into Markdown.
@pytest.mark.parametrize("count", [800, limits.FOREIGN_HTML])
def test_html_that_would_cost_too_much_is_taken_as_words(count: int) -> None:
    nested = "<blockquote>" * count + "a &amp; *b*" + "</blockquote>" * count
    assert from_html(nested) == "a & \\*b\\*"


def test_links_lead_to_the_web_only() -> None:
    assert link("https://example.org/a b") == "<https://example.org/a%20b>"
    assert link("https://example.org/a)b", "x") == "[x](https://example.org/a%29b)"
    assert link("javascript:alert(1)", "x") == "x"
    assert link("urn:example:a_b") == "urn:example:a\\_b"
