"""Bodies that need no Markdown come out as Markdown and the sanitizer would have them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from postil.render.body import clean_body, render_body
from postil.render.plain_body import plain_body

# What bodies are made of, and what means something in some places and nothing in others.
PIECES = st.sampled_from(
    (
        *("a", "one two", "B2", "é", "一", "1", "1.", "1.5", "2)", "1. ", "(", ")", "“", "”", "'"),
        *("*", "**", "***", "*a*", "**b c**", "*a\nb*", "**a.**", "*(a)*", ".", ", ", ":", "!"),
        *(
            " ",
            "  ",
            "\n",
            "\n\n",
            "\n\n\n",
            "  \n",
            "- ",
            "+ ",
            "# ",
            "=",
            "==",
            "---",
            "^",
            "$x$",
        ),
        *("\u3000", "\u2003", "\u2028", "\x85", "\u200d", "{#a}", "https://a.example/b", "a@b.c"),
        *("<b>", "&amp;", "&", "[a]", "`", "_a_", "|", "~~~", "\\", "\t", "\xa0", "\ufeff", "\x02"),
    )
)


@given(st.lists(PIECES, max_size=14).map("".join))
@example("**One** two,\nthree *four*.\n\n\n“Five”\n")
def test_what_is_read_without_markdown_is_what_markdown_gives(body: str) -> None:
    found = plain_body(body)
    assert found is None or found == clean_body(body)
    assert render_body(body) == clean_body(body)


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("One\ntwo.\n", "<p>One\ntwo.</p>"),
        ("One.\n\n“Two” (2026)", "<p>One.</p>\n<p>“Two” (2026)</p>"),
        ("**One two** and *three*.", "<p><strong>One two</strong> and <em>three</em>.</p>"),
        ("1990 was\n3.5 % - not 4 #", "<p>1990 was\n3.5 % - not 4 #</p>"),
        ("", ""),
    ],
)
def test_paragraphs_need_no_markdown(body: str, html: str) -> None:
    assert plain_body(body) == html


@pytest.mark.parametrize(
    "body",
    [
        # Blocks of other kinds.
        *("- one", "* one", "+ one", "1. one", "1) one", "# One", "One\n===", "One\n---", "> one"),
        *("    code", "~~~\ncode\n~~~", "a|b\n-|-\nc|d", "***"),
        # Words of other kinds, and signs that only may be some.
        *("`a`", "[a](b)", "<b>", "&amp;", "AT&T", "_a_", r"\*", "one  \ntwo", "2 * 3", "***a***"),
        # What the sanitizer writes in another way.
        *("a\xa0b", "a\x00b", "a\ufeffb", "a\r\nb"),
    ],
)
def test_all_else_is_left_to_markdown(body: str) -> None:
    assert plain_body(body) is None
