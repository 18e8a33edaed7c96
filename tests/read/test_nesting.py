"""What a parser of HTML would take too long for is known before it begins."""

from __future__ import annotations

import random
import re

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.read import limits
from postil.read.nesting import nesting_problem
from postil.read.nesting_tags import BEGIN, MARKUP

MANY = 3000
DEEP = "stand one within the other"
# Each stands so deep that a parser takes time that grows with its square, and closes what it opens
# where a simple count is taken in.
HOSTILE = {
    "blocks": "<div>",
    "formats": "<b>",
    "formats of their own": "<font color={}>",
    "lists": "<ul><li>",
    "tables": "<table><tr><td>",
    # An end tag that does not reach out of a cell, a table, a choice, a button or a formula.
    "a cell": "<div><table><td></div></td></table>",
    "a caption": "<div><table><caption></div></caption></table>",
    "a table": "<b title={}><table></b></table>",
    "a format in a cell": "<b title={}><table><td></b></td></table>",
    "an object": "<div><object></div></object>",
    "a choice": "<div><select></div></select>",
    "a formula": "<div><math><mtext></div></mtext></math>",
    # An element that is none, and its end.
    "a row without a table": "<tr><div></tr>",
    "the page": "<body><div></body>",
    # An end tag that is none.
    "a script": "<div><script><!--<script></script></div></script>",
    "a comment": "<div><!-- </div> --><!-- </div> -->",
    "data": "<svg><![CDATA[></svg>]]>",
    "a field": "<div><textarea></div></textarea>",
    "the value of an attribute": "<div><br title='</div>'>",
    "a drawing that was left": "<svg></div><p/>",
    # Formats that are opened again after their block, and an end tag that blocks keep from them.
    "paragraphs": "<p><b title={}></p>a",
    "an end far away": "<b title={}>" + "<div>" * 9 + "</b>" + "</div>" * 9,
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_what_stands_too_deep_is_told(piece: str) -> None:
    html = "".join(piece.replace("{}", str(number)) for number in range(MANY))
    assert DEEP in nesting_problem(html)


@pytest.mark.parametrize(
    "html",
    [
        # What browsers close themselves.
        "<p>a" * MANY,
        "<ul>" + "<li>a" * MANY,
        "<dl>" + "<dt>a<dd>b" * MANY,
        "<table>" + "<tr><td>a<td>b" * MANY,
        "<table>" + "<tbody><tr><th>a" * MANY,
        "<select>" + "<option>a" * MANY,
        "<h1>a<h2>b" * MANY,
        "<a href=b>c" * MANY,
        "<p><b>a" * MANY,
        "<img src=a><br>b<hr>" * MANY,
        # Ends that are none, in the wrong order, or of nothing.
        "<b><i>a</b></i>" * MANY,
        "<p><span>a</p></span>" * MANY,
        "</div></table></p>" * MANY,
        "<table><tr>" + "<td><div>a</td>" * MANY,
        # What is no markup.
        "a < b <3 < " * MANY,
        "<!-- <div> --><?<div?><!div>" * MANY,
        "<script>'<div>'</script><style><div></style><title><div></title>" * MANY,
        "<svg><path d='a'/><g><title>b</title><circle/></g></svg>" * MANY,
        "<svg/>a<math/>" * MANY,
        "<svg><a href='b'><text>c</text></a></svg>" * MANY,
        "<form><p>a</form>" * MANY,
        "<table>" + "<tr><td>&nbsp;" * MANY,
        "<p>a &amp; b" * MANY,
        "",
    ],
)
def test_what_people_write_is_not(html: str) -> None:
    assert nesting_problem(html) == ""


@pytest.mark.parametrize(
    "html",
    [
        # More tags than any page has.
        "<br>" * 5001,
        # Not deep, and much of it; and what is opened again in each of many paragraphs.
        "<div>" * 190 + "<i>a</i>" * 1000,
        "<p>" + "".join(f"<b title={number}>" for number in range(190)) + "<p>a" * 1000,
    ],
)
def test_what_would_be_too_much_is_told(html: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HTML_TAGS", 5000)
    monkeypatch.setattr(limits, "HTML_WORK", 200_000)
    assert "tags, or too many within others" in nesting_problem(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p>" + "a&amp;b " * 4000,
        "\xa0" * 4000,
        "<p title='" + "&amp;" * 4000 + "'>",
        # What a parser joins: ends of nothing, and what has no place in a table.
        "&amp;</x>" * 4000,
        "<table>" + "&amp;<tr>" * 4000,
        "<table>" + "&amp;<td></td>" * 4000,
        "<select>" + "&amp;<p>" * 4000,
    ],
)
def test_signs_that_take_long_to_write_are_told(html: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HTML_ESCAPES", 10_000_000)
    assert "too many of the signs &" in nesting_problem(html)
    assert nesting_problem(html[: len(html) // 20]) == ""


def test_attributes_by_the_thousand_are_told() -> None:
    crowded = "<p " + " ".join(f"a{number}=b" for number in range(MANY)) + ">a"
    assert nesting_problem(crowded) == "an element of it has more than 1000 attributes"
    assert nesting_problem(f"<p title='{'a=b ' * MANY}'>a") == ""


def _words(line: str) -> list[str]:
    return line.split()


NAMES = _words(
    "a b i font code p div span li ul ol dd dt dl table tr td th tbody thead caption colgroup "
    "select option button object template svg math desc foreignObject title style script textarea "
    "noscript h1 h2 pre x-y section form br img hr address marquee mi g path iframe ruby rt input "
    "nobr em details plaintext search dialog"
)
RAW = frozenset(_words("iframe noscript plaintext script style textarea title"))
VOID = frozenset(_words("br hr img input"))
TAGS = st.builds(
    lambda end, name, more: f"<{end}{name}{more}>",
    *(st.sampled_from(["", "", "", "/", "/"]), st.sampled_from(NAMES)),
    st.sampled_from(["", "", "", " t=1", " t={}", "/"]),
)
PIECES = st.lists(
    TAGS | st.sampled_from(["x", " ", "<!--", "-->", "<![CDATA[", "]]>", "<!>", "</script>"]),
    min_size=1,
    max_size=8,
)


@given(PIECES)
def test_no_parser_finds_more_than_is_counted(pieces: list[str]) -> None:
    """What grows with each repetition is refused, whatever it is made of. The parser may find a
    third more: the parts of a table that are not written."""
    chance = random.Random(0)  # noqa: S311 - the same at every run
    html = "".join("".join(pieces).replace("{}", str(chance.random())) for _ in range(300))
    if not nesting_problem(html):
        assert _depth(html) <= limits.HTML_DEPTH * 4 / 3


def _depth(html: str) -> int:
    """How deep elements stand in what the parser makes of HTML."""
    tags = {name.lower() for name in NAMES} - RAW
    written = nh3.clean(
        html, tags=tags, attributes={}, link_rel=None, clean_content_tags={"script", "style"}
    )
    depth = deepest = 0
    for end, name in re.findall(r"<(/?)([a-z][\w-]*)", written):
        if name not in VOID:
            depth += -1 if end else 1
            deepest = max(depth, deepest)
    return deepest


@given(st.text(alphabet="<!/?[]->a='\" CDAT\n", max_size=20))
def test_what_begins_like_markup_ends(html: str) -> None:
    begin = BEGIN.search(html)
    assert begin is None or MARKUP.match(html, begin.start())
