"""The visible text of a page, rule by rule."""

from __future__ import annotations

import pytest

from postil.render.visible import read_visible


@pytest.mark.parametrize(
    ("html", "text"),
    [
        # White space is collapsed, also across tags, and does not begin or end a line.
        ("<p> One \n  two\t three </p>", "One two three"),
        ("<p>One <b> two </b> three</p>", "One two three"),
        ("<p>One<b> </b>two</p>", "One two"),
        ("<p>One<!-- a comment -->two</p>", "Onetwo"),
        (" One <b> </b>two ", "One two"),
        ("<b> \n </b>One", "One"),
        # A space that cannot break is no white space.
        ("<p>5&nbsp;% \u00a0 x</p>", "5\u00a0% \u00a0 x"),
        # Blocks are apart by a line feed, however many begin and end between them.
        ("<p>One</p>\n\n<blockquote>\n<p>two</p></blockquote>three", "One\ntwo\nthree"),
        ("<ul>\n<li>One\n<ul>\n<li>two</li></ul></li></ul>", "One\ntwo"),
        ("<p>One<hr>two", "One\ntwo"),
        ("<p>One</p><p> two<br> three", "One\ntwo\nthree"),
        # A line break is one, but not at the end of a block.
        ("<p>One<br>two<br />\n three<br></p><p>four</p>", "One\ntwo\nthree\nfour"),
        ("<p>One<br><br>two", "One\n\ntwo"),
        ("<p>One<wbr>two", "Onetwo"),
        # Cells are apart by a tab, rows by a line feed, also without end tags; empty cells are not.
        ("<table><tr><td>1</td> <td>2</td></tr> <tr><td>3</td></tr></table>4", "1\t2\n3\n4"),
        ("<table><tr><td><p>1</p><p>2</p><td>3<tr><td><td>4</table>", "1\n2\t3\n4"),
        ("<table><tr><td>1<td>2</table>3", "1\t2\n3"),
        ("<table><tr><td>1<table><td>2</table>3</table>4", "1\n2\n3\n4"),
        # Preformatted text is kept, but for a line feed that belongs to the tag.
        ("<pre>\n a\n  b\n</pre>c", " a\n  b\nc"),
        ("<pre>\r\na\r\nb\rc</pre>", "a\nb\nc"),
        ("<pre>X\n</pre>", "X\n"),
        ("<pre>a<b>b</b>\nc<code>\nd</code></pre>", "ab\nc\nd"),
        ("<listing>\na</listing>", "a"),
        ("<pre><code>a &lt; b</code></pre>", "a < b"),
        # References count as what they stand for; what only looks like one stays.
        ("<p>&amp;lt; &copy &#x41;&#66; &nosuch; a&b &</p>", "&lt; © AB &nosuch; a&b &"),
        ("<p>a&#32;&#10;b</p>", "a b"),
        (f"<p>&#{'9' * 5000};</p>", "\ufffd"),
        # What is not shown is not there, nor what a reader does not read.
        ("One<script>two < 3</script><style>p {}</style><template>x</template>", "One"),
        ("One<textarea><p>two</p></textarea><title>x</title><noscript>y</noscript>", "One"),
        ("One <i hidden>2</i><p aria-hidden='true'>3</p><dialog>4</dialog>five", "One five"),
        ("One<span hidden><b>two</span> three", "One three"),
        ("One<div hidden>two</div>three", "Onethree"),
        ("<svg><title>x</title><text>drawn</text></svg>One<math><mi>x</mi></math>", "Onex"),
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字</ruby>", "漢字"),
        ("One\0two", "Onetwo"),
        # The apparatus of the host is left out.
        ('<h2>One<a class="headerlink" href="#one">¶</a></h2>', "One"),
        ('<p>One<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>.</p>', "One."),
        ('<p>Note.&#160;<a class="footnote-backref" href="#fnref:1">↩</a></p>', "Note.\u00a0"),
        # A tag is what the standard says, not what looks like one.
        ("a < b, a <3 and <é>", "a < b, a <3 and <é>"),
        ("<a title='x > y' data-a=\">\" b=/>One</a>", "One"),
        ("One<a b='never closed>two</a>three", "One"),
        ("One<b", "One"),
        ("One</", "One</"),
        ("One<!-->two<!--->three<!-- x --!>four<!-- never closed", "Onetwothreefour"),
        ("One<?php echo '>' ?>two<!doctype html>three</ x>four", "One' ?>twothreefour"),
        ("<svg><![CDATA[ </svg> > ]]></svg>One<![CDATA[two]]>", "One"),
        ("<script>'<!--</script>One", "One"),
        ("<script>x</SCRIPT>One", "One"),
        ("<script>x</\u017fcript>One</script>two", "two"),
        ("One<script>x", "One"),
        ("<plaintext>a</plaintext><b>", "a</plaintext><b>"),
        # Nothing stands before a line that begins the page.
        ("<br>One", "One"),
        ("", ""),
        (" \n ", ""),
    ],
)  # fmt: skip
def test_text(html: str, text: str) -> None:
    assert read_visible(html).text == text


def test_headings_and_sections() -> None:
    visible = read_visible(
        '<h1 id="a">A</h1><p>1</p><h2 id="b">B <em>b</em><a class="headerlink">¶</a></h2><p>2</p>'
        '<h3>C</h3><p>3</p><h2 id="d">D</h2><p>4</p><h2></h2><h1>E</h1>'
    )
    text = visible.text
    assert [(one.level, one.id, one.words) for one in visible.headings] == [
        (1, "a", "A"),
        (2, "b", "B b"),
        (3, "", "C"),
        (2, "d", "D"),
        (1, "", "E"),
    ]
    assert [text[one.heading_start : one.heading_end] for one in visible.sections] == [
        *("A", "B b", "C", "D", "E")
    ]
    assert [text[one.start : one.end].split() for one in visible.sections] == [
        ["A", "1", "B", "b", "2", "C", "3", "D", "4"],
        ["B", "b", "2", "C", "3"],
        ["C", "3"],
        ["D", "4"],
        ["E"],
    ]
    assert [one.id for one in visible.sections] == ["a", "b", "", "d", ""]
    assert visible.ids == {"a", "b", "d"}


def test_blocks() -> None:
    visible = read_visible("<p>One<br>two</p><pre>three\n</pre><table><td>4<td>5</table>")
    found = [visible.text[start:end] for start, end in visible.blocks]
    assert found == ["One\ntwo", "three\n", "4", "5"]
    assert read_visible("One<p>two").blocks == ((0, 3), (4, 7))


@pytest.mark.parametrize(
    ("html", "passage", "source"),
    [
        ("<p>One <b>two</b> three</p>", "two", "two"),
        ("<p>One <b>two</b> three</p>", "One two three", "One <b>two</b> three"),
        ("<p>One \n two</p>", "One two", "One \n two"),
        ("<p>a &lt; b</p>", "<", "&lt;"),
        ("<p>x&NotEqualTilde;y</p>", "\u2242", "&NotEqualTilde;"),
        ("<p>x&NotEqualTilde;y</p>", "\u0338y", "&NotEqualTilde;y"),
        ("<p>One two three</p>", "two", "two"),
        ("<p>One <b>two</b></p>", "One ", "One "),
        ("<p>One <b>two</b></p>", " two", " <b>two"),
        ("<p>a <b>One two</b> three</p>", "two thr", "two</b> thr"),
        ("<p>One</p><p>two</p>", "\ntwo", "two"),
        ("<p>One</p><p>two</p>", "One\n", "One"),
        ("<pre>\r\na\r\nb</pre>", "a\nb", "a\r\nb"),
    ],
)
def test_way_back_to_the_source(html: str, passage: str, source: str) -> None:
    visible = read_visible(html)
    start = visible.text.index(passage)
    begin, end = visible.source_range(start, start + len(passage))
    assert html[begin:end] == source


@pytest.mark.parametrize(
    ("html", "runs"),
    [
        # One run for as long as text and source go on side by side.
        ("<p>One two &amp; three</p>", [("One two ", 3, 3), ("&", 11, 3), (" three", 16, 3)]),
        ("<p>One  two \n</p>", [("One", 3, 3), (" ", 6, 3), ("two", 8, 3)]),
        # Runs of two texts are two, also without a tag's words between them.
        ("<p>One <b>two</b> <i>three</i></p>",
         [("One ", 3, 3), ("two", 10, 10), (" ", 17, 17), ("three", 21, 21)]),
        ("<p>One<!-- x -->two", [("One", 3, 3), ("two", 16, 16)]),
        ("<pre>\na\r\nb &lt;<b>c</b></pre>",
         [("a", 6, 5), ("\n", 7, 5), ("b ", 9, 5), ("<", 11, 5), ("c", 18, 18)]),
    ],
)  # fmt: skip
def test_runs(html: str, runs: list[tuple[str, int, int]]) -> None:
    """Each with its words, where they stand in the source, and the text that holds them."""
    visible = read_visible(html)
    found = [(visible.text[one.start : one.end], one.source, one.text) for one in visible.runs]
    assert found == runs


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (1, 1), (2, 1), (0, 4)])
def test_no_way_back_from_nowhere(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no visible text"):
        read_visible("<p>One").source_range(start, end)


@pytest.mark.parametrize(
    "piece",
    [
        *("<", "<a ", "<a b=", "<!--", "</", "<![CDATA[", "&", "&#", "<svg>", "<p>", "</p>", "<b>"),
        *(
            "<b></i>",
            "<div><dd>",
            "<li>",
            "<table><tr><td>",
            "<a>",
            "<button><p>",
            "</div>",
            "<br>",
        ),
        *("<i><p></i>", "\0", "<pre>\n", "<script>", "<h1>"),
    ],
)
def test_broken_pages_take_time_in_proportion(piece: str) -> None:
    """A second power would need minutes here; the test run's limit is what fails."""
    read_visible(piece * (200_000 // len(piece)))


def test_a_heading_ends_the_one_before() -> None:
    visible = read_visible('<h2 id="a">One<p>two<h2 id="b">Three')
    assert visible.text == "One\ntwo\nThree"
    found = [(one.title, one.start, one.end, one.heading_end) for one in visible.sections]
    assert found == [("One\ntwo", 0, 8, 7), ("Three", 8, 13, 13)]


def test_a_heading_within_another() -> None:
    (outer, inner) = read_visible("<h2>One <span><h2>two</h2></span></h2>three").sections
    assert (outer.title, outer.start, outer.end, outer.heading_end) == ("One\ntwo", 0, 7, 7)
    assert (inner.title, inner.start, inner.end) == ("two", 4, 13)
