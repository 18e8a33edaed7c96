"""Plain text in lines of a width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.publish.wrap import WIDTH, wrapped, wrapped_markdown

LONG = "word " * 30
ADDRESS = "https://example.org/" + "a" * 100


@given(st.text("ab \n-#>*1.`|"), st.sampled_from(("", "    ")), st.sampled_from((None, "- ")))
def test_no_word_is_lost_and_no_line_is_long(text: str, indent: str, first: str | None) -> None:
    lines = wrapped(text, indent, first).split("\n")
    begin = indent if first is None else first
    assert lines[0].startswith(begin)
    assert all(line.startswith(indent) for line in lines[1:])
    assert " ".join([lines[0][len(begin) :], *lines[1:]]).split() == text.split()
    for line in lines:
        assert len(line) <= WIDTH or len(line.split()) <= 2


def test_an_address_is_never_broken() -> None:
    assert ADDRESS in wrapped(f"{LONG} {ADDRESS} {LONG}").split("\n")


def test_spaces_that_are_not_to_be_broken_stay() -> None:
    line = "a " * 37 + "1\u00a0000"
    assert wrapped(line).split("\n")[1] == "1\u00a0000"


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        # A paragraph is filled.
        ("one\ntwo\n\nthree", "  one two\n\n  three"),
        # What has lines of its own keeps them.
        ("- one\n- two", "  - one\n  - two"),
        ("1. one\n2. two", "  1. one\n  2. two"),
        ("> said\n> so", "  > said\n  > so"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "  | a | b |\n  |---|---|\n  | 1 | 2 |"),
        ("one  \ntwo", "  one\n  two"),
        ("one\\\ntwo", "  one\\\n  two"),
        # Code is left as it is, and so is what stands around it.
        ("one\n\n```\na   b\n```", "  one\n\n  ```\n  a   b\n  ```"),
        ("    a   b", "      a   b"),
    ],
)
def test_markdown(markdown: str, expected: str) -> None:
    assert wrapped_markdown(markdown, "  ") == expected


def test_a_long_item_hangs() -> None:
    first, *rest = wrapped_markdown(f"- {LONG}", "").split("\n")
    assert first.startswith("- word")
    assert rest
    assert all(line.startswith("  word") for line in rest)
