"""Which way letters run, as another implementation of the algorithm has it."""

from __future__ import annotations

import pytest
from bidi import get_display  # type: ignore[import-untyped]  # it ships no types
from hypothesis import given
from hypothesis import strategies as st

from postil.render.cards.bidi import levels, visual_order


def shown(text: str, base: str) -> str:
    """The characters of a line from left to right, as they are before brackets are turned."""
    return "".join(text[at] for at in visual_order(levels(text, base)))


@pytest.mark.parametrize("base", ["ltr", "rtl"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "Only citizens vote for mayor",
        # Words and numbers of the other direction, and brackets around them.
        "خطاب في القمر (NYC) عام 2026",
        "The paper الشرق (2025) says “5–1” – and more",
        "abc (دولة) دولة, [x] د",
        "דולר $12.50, 3-4 km/h, ۱۲٪ +5",
        "a ب 1,2 ٣٫٤ c",
        "word (ب",
        "ب) word(",
        "  ب a  ",
        "ক্ষত্রিয় (قمر) 12",
    ],
)
def test_lines(text: str, base: str) -> None:
    assert shown(text, base) == get_display(text, base_dir="R" if base == "rtl" else "L")


@given(
    st.text(alphabet="aZ19٣אبغ ,.-+$%:()[]!“’é", max_size=30),
    st.sampled_from(("ltr", "rtl")),
)
def test_any_line(text: str, base: str) -> None:
    assert shown(text, base) == get_display(text, base_dir="R" if base == "rtl" else "L")
