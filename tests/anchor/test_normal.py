"""The normal form, and the way back from it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.anchor import find, prepare
from postil.anchor.normal import (
    _CHANGE,
    _DASH,
    _DOUBLE,
    _INVISIBLE,
    _MARKUP,
    _SINGLE,
    CJK,
    fold,
    folded,
    is_cjk,
    normal,
)
from postil.model.anchor import Status
from postil.model.target import TextQuote

PIECES = [
    *("a", "e\u0301", "\u0301", "\u0344", "\ufb01", "\ufb03", " ", "  ", "\n", "\u00ad", "\u0640"),
    *("--", "\u2014", "''", "'", ".", "...", "\u65e5", "\u3099", "\u304b", "\ud55c", "\u1112"),
    *("\u1161", "\u1e9b\u0323", "\u200d"),
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_the_way_there_is_that_back_turned_round(text: str) -> None:
    """The first character that ends behind a place is where that place is in the normal form."""
    form = normal(text)
    ends = [form.end(at + 1) for at in range(len(form.text))]
    for at in range(len(text) + 1):
        assert form.back(at) == sum(end <= at for end in ends)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        # White space is one space, and none between two signs that are written without.
        ("a  b\tc\n\nd\u00a0e", "a b c d e"),
        ("\n中文 \n中文\n", " 中文中文 "),
        ("中 a\n中 ", "中 a 中 "),
        # What nobody sees is nothing, also beside a space.
        ("a\u00adb\u200bc \u200b d", "abc d"),
        # Quotes, apostrophes, dashes and ellipses.
        ("“a” ‘b’ ''c'' '''d'''", "\"a\" 'b' \"c\" '''d'''"),
        ("a—b – c --d -e −f", "a-b - c -d -e -f"),
        ("a… b... c.... d.. e……", "a… b… c… d.. e…"),
        # Ligatures, and signs with their marks.
        ("ﬁnd oﬃce", "find office"),
        (
            "e\u0300 a\u0327\u0301 \u1112\u1161\u11ab\u1112 x\u0301",
            "è \u00e1\u0327 한\u1112 x\u0301",
        ),
    ],
)
def test_the_normal_form(text: str, form: str) -> None:
    assert normal(text).text == form


def test_the_folded_form_is_without_markup_and_case() -> None:
    text = '# The *Town* __voted__ in [May](x "y"), ~~not~~ ![June](z) a_b <b>Here</b> 1 < 2'
    form = folded(normal(text))
    assert form.text == "# the town voted in may, not june a_b here 1 < 2"
    for word in ("Town", "voted", "May", "June", "Here"):
        at = form.text.index(word.lower())
        start = text.index(word)
        assert (form.start(at), form.end(at + len(word))) == (start, start + len(word))


# The changes as one would write them, each alternative with the character that it begins with.
WHITE = f"\\s{_INVISIBLE}"
CHANGE = re.compile(
    f"([{WHITE}]{{2,}}|[^\\S ]|[{_INVISIBLE}]|(?<=[{CJK}]) (?=[{CJK}]))"
    f"|([{_DOUBLE}]|(?<!')''(?!'))|([{_SINGLE}])|(-[-{_DASH}]+|[{_DASH}][-{_DASH}]*)"
    "|(\\.{3,}|\u2026+)|([\ufb00-\ufb06])"
)
MARKUP = re.compile(
    r"\]\([^()\s]*(?: \"[^\"]*\")?\)|!?\[(?=[^\[\]]*\]\()|[*`]+|~~|(?<!\w)_+|_+(?!\w)"
    r"|</?[A-Za-z][^<>]{0,300}>"
)
SIGNS = "a\u65e5 \t\xa0\x1c\u2028\u3000\u00ad\u200b\u201c\u300c\u2018'\u2014-.\u2026\ufb01"
MARKS = 'ab "_*`~![]()<>/'


@settings(deadline=None, max_examples=500)
@given(st.text(st.sampled_from(SIGNS), max_size=12), st.text(st.sampled_from(MARKS), max_size=16))
def test_changes_are_found_as_the_plain_patterns_find_them(signs: str, marks: str) -> None:
    assert spans(_CHANGE, signs) == spans(CHANGE, signs)
    assert spans(_MARKUP, marks) == spans(MARKUP, marks)


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def test_every_white_space_and_no_other_is_one_of_the_changes() -> None:
    for char in map(chr, range(0x11_0000)):
        if char != " ":
            assert bool(_CHANGE.fullmatch(char)) == bool(CHANGE.fullmatch(char))


@pytest.mark.parametrize(
    ("text", "lower"),
    [("ABC", "abc"), ("ΣΑΣ σας", "σασ σασ"), ("AİB", "aİb"), ("İ", "İ"), ("", "")],
)
def test_folding_keeps_the_length(text: str, lower: str) -> None:
    assert fold(text) == lower


def test_scripts_without_spaces() -> None:
    assert [is_cjk(char) for char in "a\u2e7f\u2e80中か。Ａ한\U00020000"] == [
        *(False, False, True, True, True, True, True, False, True)
    ]


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
