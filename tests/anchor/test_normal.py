"""The normal form, and the way back from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.anchor import find, prepare
from postil.anchor.normal import normal
from postil.model.anchor import Status
from postil.model.target import TextQuote

PIECES = [
    *("a", "e\u0301", "\u0301", "\u0344", "\ufb01", "\ufb03", " ", "  ", "\n", "\u00ad", "\u0640"),
    *("--", "\u2014", "''", "'", ".", "...", "\u65e5", "\u3099", "\u304b", "\ud55c", "\u1112"),
    *("\u1161", "\u1e9b\u0323", "\u200d"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_the_way_there_is_that_back_turned_round(text: str) -> None:
    """The first character that ends behind a place is where that place is in the normal form."""
    form = normal(text)
    ends = [form.end(at + 1) for at in range(len(form.text))]
    for at in range(len(text) + 1):
        assert form.back(at) == sum(end <= at for end in ends)


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        # A ligature is two letters or three, also where the quote begins with it.
        ("we find it", "\ufb01nd", "find"),
        ("we \ufb01nd it", "find", "\ufb01nd"),
        ("a su\ufb03x here", "ffix", "\ufb03x"),
        ("a suffix here", "\ufb03x", "ffix"),
        # One sign that is two in the normal form.
        ("x a\u0344b y", "a\u0308\u0301b", "a\u0344b"),
    ],
)
def test_signs_that_stand_for_several_are_found_whole(text: str, quote: str, found: str) -> None:
    anchor = find(prepare(text), TextQuote(quote))
    assert anchor.status is Status.EXACT
    assert text[anchor.start : anchor.end] == found
