"""What strangers wrote means nothing in a report but itself."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from postil.publish.forge_markdown import code, inline, table

# CommonMark with the tables and strikes of forges, and HTML taken as such.
FORGE = MarkdownIt("commonmark").enable(["table", "strikethrough"])

PIECES = st.sampled_from(
    [
        *("a", " ", "\n", "\n\n", "    ", "\t", "*", "**", "_", "`", "```", "~~~", "~~", "#", "# "),
        *(
            "- ",
            "+ ",
            "1. ",
            "1) ",
            "> ",
            "|",
            "\\",
            "[",
            "](",
            ")",
            "![",
            "<",
            ">",
            "<b>",
            "&amp;",
        ),
        *("<script>", "<!--", "-->", "---", "===", "https://example.org", "www.example.org", "@a"),
        *(
            "#1",
            "!1",
            "%1",
            "$1",
            "&1",
            "~a",
            "a@example.org",
            "[^1]:",
            "[a]: b",
            "é",
            "中",
            "\u202e",
            "\x9b",
            "\u061c",
        ),
        *("\x00", "\r", "\u2028", "</details>", "</del>", "<img src=x>", "{%", "{{", "::", "0"),
    ]
)
WORDS = st.lists(PIECES, max_size=12).map("".join)


@settings(max_examples=500, deadline=None)
@given(WORDS, st.sampled_from(["{}", "> {}", "- {}", "### {}", "x {} y", "**x** {}"]))
def test_words_within_a_line_are_words(words: str, around: str) -> None:
    plain = FORGE.parse(around.replace("{}", "word"))
    found = FORGE.parse(around.replace("{}", inline(words) or "word"))
    assert [token.type for token in found] == [token.type for token in plain]
    lines = [token for token in found if token.type == "inline"]
    for token in lines:
        assert {one.type for one in token.children or []} <= {
            "text",
            "text_special",
            "strong_open",
            "strong_close",
        }


@settings(max_examples=300, deadline=None)
@given(WORDS)
def test_words_are_read_as_they_were(words: str) -> None:
    shown = html.unescape(re.sub(r"<[^>]*>", "", FORGE.renderInline(inline(words))))
    hidden = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u202e]")
    assert shown.replace("\u200b", "") == " ".join(hidden.sub("\ufffd", words).split())


# How forges find people, issues and addresses, even in the HTML that Markdown becomes.
@pytest.mark.parametrize("words", ["@all", "a@b", "#12", "x#12", "!7", "%1.0", "~bug", "$3", "&4"])
def test_nobody_is_called_and_nothing_is_referred_to(words: str) -> None:
    shown = html.unescape(FORGE.renderInline(inline(words)))
    assert not re.search(r"[@#!%~$&]\w", shown)


@pytest.mark.parametrize("words", ["https://example.org/a", "www.example.org", "WWW.example.org"])
def test_no_address_becomes_a_link(words: str) -> None:
    assert not re.search(r"://|www\.", inline(words), re.IGNORECASE)


@settings(max_examples=300, deadline=None)
@given(WORDS)
def test_a_block_cannot_be_left(words: str) -> None:
    tokens = FORGE.parse(f"before\n\n{code(words, 'diff')}\n\nafter")
    assert [token.type for token in tokens] == [
        *("paragraph_open", "inline", "paragraph_close", "fence"),
        *("paragraph_open", "inline", "paragraph_close"),
    ]
    assert tokens[3].info == "diff"


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=2))
def test_a_table_keeps_its_cells(cells: list[str]) -> None:
    written = table(("one", "two"), [[inline(cell) for cell in cells]])
    types = [token.type for token in FORGE.parse(written)]
    assert types.count("td_open") == 2
    assert types.count("th_open") == 2
    assert types[0] == "table_open"
    assert types[-1] == "table_close"
