"""A document as Markdown: whatever stands in it, the site shows the same words."""

from __future__ import annotations

import html as html_module
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.read.originals.clean import clean
from postil.read.originals.original import Original, OriginalError
from postil.read.originals.plain import paragraphs
from postil.read.originals.web_page import web_page
from postil.site.markdown import TextRenderer
from postil.site.originals.harmless import is_harmless
from postil.site.originals.words import words_of
from postil.site.originals.written import markdown_of

Write = Callable[[str], str]

USUAL = TextRenderer(
    ["toc", "tables", "fenced_code", "admonition", "attr_list", "footnotes"],
    {"tables": {"use_align_attribute": True}, "toc": {"permalink": True}},
)
# Extensions that make something of signs that prose has as well.
EAGER = TextRenderer(
    [
        *(
            "toc",
            "tables",
            "fenced_code",
            "abbr",
            "admonition",
            "attr_list",
            "def_list",
            "footnotes",
        ),
        *("md_in_html", "meta", "sane_lists", "smarty", "wikilinks", "nl2br"),
        *("pymdownx.betterem", "pymdownx.caret", "pymdownx.critic", "pymdownx.details"),
        *("pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark", "pymdownx.smartsymbols"),
        *("pymdownx.superfences", "pymdownx.tasklist", "pymdownx.tilde"),
    ],
    {},
)
RENDERERS = {"usual": USUAL, "eager": EAGER}

# What means something to Markdown or to one of its extensions, in any order.
SIGNS = st.sampled_from(
    [
        *(
            "a",
            "b",
            "c",
            " ",
            " ",
            " ",
            "\n",
            "é",
            "東京",
            "ع",
            "’",
            "“",
            ":",
            "#",
            "## ",
            "-",
            "- ",
        ),
        *(
            "---",
            "===",
            "1. ",
            "1) ",
            "*",
            "**",
            "_",
            "__",
            "`",
            "```",
            "~~~",
            "~~",
            "^",
            "==",
            "++",
        ),
        *(
            "[a]",
            "(http://x.org)",
            "[a]: http://x.org",
            "![a]",
            "<b>",
            "<http://x.org>",
            "<a@b.org>",
        ),
        *(
            "&amp;",
            "&#33;",
            "&",
            "|",
            "|---|",
            "{: .x}",
            "{ .x }",
            "{#x}",
            "\\",
            "\\*",
            "!",
            "!!! a",
        ),
        *("??? a", "+ ", ">", "> ", "http://x.org", "    a", ":   def", "</p>", "[^1]", "[^1]: a"),
        *(
            "*[a]: b",
            "[[a]]",
            "a: b",
            "[TOC]",
            "<!-- a -->",
            "<script>",
            "$x$",
            "...",
            "--",
            '"',
            "'",
        ),
        *("(c)", ":smile:", "[ ]", "[x]", "{++a++}", "&lt;", "%", "/// a", "--8<--", "a_b_c", "\t"),
    ]
)
WORDS = st.lists(SIGNS, max_size=10).map("".join)


@pytest.mark.parametrize("renderer", RENDERERS)
@settings(max_examples=100, deadline=None)
@given(text=st.lists(WORDS, min_size=1, max_size=4).map("\n\n".join), breaks=st.booleans())
def test_plain_text_reads_the_same(renderer: str, text: str, breaks: bool) -> None:
    render = RENDERERS[renderer].render
    if not text.split():
        return
    markdown = markdown_of(Original(html=paragraphs(text, breaks)), render, "", True)
    page = render(markdown)
    assert words_of(page) == text.split()
    assert is_harmless(page) or renderer == "eager"


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """An element of HTML with some of what it may hold."""
    inside = st.lists(children, max_size=3).map("".join)
    inline = st.sampled_from(["b", "em", "i", "strong", "code", "sup", "sub", "del", "span", "u"])
    block = st.sampled_from(
        ["p", "div", "blockquote", "h2", "h3", "pre", "section", "dl", "dt", "dd", "center"]
    )
    listed = st.tuples(st.sampled_from(["ul", "ol", 'ol start="4"']), st.lists(inside, max_size=3))
    rows = st.lists(st.lists(inside, min_size=1, max_size=3), min_size=1, max_size=3)
    cell = st.sampled_from(["td", "th", 'td colspan="2"', 'td rowspan="2"'])
    return st.one_of(
        st.tuples(inline, inside).map(lambda one: f"<{one[0]}>{one[1]}</{one[0]}>"),
        st.tuples(block, inside).map(lambda one: f"<{one[0]}>{one[1]}</{one[0]}>"),
        inside.map(lambda one: f'<a href="https://example.org/a_b?c=(d)">{one}</a>'),
        inside.map(lambda one: f"{one}<br>{one}"),
        st.just("<hr>"),
        st.just('<img src="a.png" alt="b">'),
        listed.map(
            lambda one: f"<{one[0]}>{''.join(f'<li>{item}</li>' for item in one[1])}</{one[0][:2]}>"
        ),
        st.tuples(cell, rows).map(
            lambda one: (
                "<table>"
                + "".join(
                    f"<tr>{''.join(f'<{one[0]}>{c}</{one[0][:2]}>' for c in row)}</tr>"
                    for row in one[1]
                )
                + "</table>"
            )
        ),
    )


TREES = st.recursive(WORDS.map(html_module.escape), element, max_leaves=12)


@pytest.mark.parametrize("renderer", RENDERERS)
@settings(max_examples=100, deadline=None)
@given(html=st.lists(TREES, min_size=1, max_size=3).map("".join))
def test_html_reads_the_same(renderer: str, html: str) -> None:
    render, original = RENDERERS[renderer].render, clean(html)
    if not words_of(original):
        return
    page = render(markdown_of(Original(html=original), render, "", True))
    assert words_of(page) == words_of(original)
    assert is_harmless(page) or renderer == "eager"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        # Elements that stand where HTML does not expect them: a heading that holds a paragraph,
        # a table that holds words, a list in a paragraph, an end without a beginning.
        ("<h2><p></p>a</h2>b", "a b"),
        ("<table>a<tr><td>b</td></tr></table>c", "a b c"),
        ("<p>a<ul><li>b</ul>c", "a b c"),
        ("a</p>b", "a b"),
        ("a<br/>b<hr/>c&nbsp;d", "a b c d"),
    ],
)
def test_words_do_not_run_together(page: str, words: str) -> None:
    original = web_page(page)
    assert words_of(original.html) == words.split()
    made = markdown_of(original, USUAL.render, "", True)
    assert words_of(USUAL.render(made)) == words.split()


def test_a_block_whose_words_would_change_takes_no_other_with_it() -> None:
    """Not even within the elements that hold them all together."""
    render = TextRenderer(["smarty"], {}).render
    blocks = "<p>One <b>bold</b> word.</p><p>A <em>dash</em> -- here</p>"
    html = f"<article><div>{blocks}</div></article>"

    written = markdown_of(Original(html=html), render, "", True)

    assert written == "One **bold** word.\n\nA *dash* &#45;&#45; here\n"


@pytest.mark.parametrize(
    ("original", "told"),
    [
        # Twice as long as Markdown, and longer than a text may be.
        (Original(html=f"<p>{'*' * 60_000}</p>"), "larger than 100 kB, the most that this site"),
        (Original(markdown="a" * 120_000), "larger than 100 kB, the most that this site"),
        # Python-Markdown copies the paragraph for each of its signs.
        (Original(html=f"<p>{'[' * 120_000}</p>"), "a paragraph of it holds too many signs"),
        (Original(html=f"<p>{'a<br>' * 75_000}</p>"), "a paragraph of it holds too many signs"),
        (Original(markdown="`a` " * 200_000), "a paragraph of it holds too many signs"),
        (Original(html="<p></p>" * 250_001), "more than 500000 tags or paragraphs"),
    ],
)
def test_what_could_not_be_rendered_is_told_at_once(original: Original, told: str) -> None:
    def never(_: str) -> str:
        raise AssertionError

    with pytest.raises(OriginalError, match=told):
        markdown_of(original, never, "", True, 100 if "100 kB" in told else 4096)


@pytest.mark.parametrize(
    ("html", "written"),
    [
        # Numbers of thousands of digits, which Python takes for none.
        (f'<ol start="{"9" * 5000}"><li>a</li></ol>', "999999999. a\n"),
        (
            f'<table><tr><td colspan="{"0" * 5000}2">a</td></tr></table>',
            "|  |  |\n| --- | --- |\n| a |  |\n",
        ),
    ],
)
def test_numbers_have_an_end(html: str, written: str) -> None:
    assert markdown_of(Original(html=html), USUAL.render, "", True) == written
