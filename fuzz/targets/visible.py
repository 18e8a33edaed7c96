"""HTML, however broken: what a reader sees of it, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fuzz.inputs import any_text, files
from postil.render.visible import read_visible

LONGEST = 400
WORDS = (
    *("<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<a href='", "</a>", "<div>", "</div>", "<br>"),
    *(
        "<ul>",
        "<li>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<pre>",
        "</pre>",
        "<h2 id='",
    ),
    *("</h2>", "<svg>", "</svg>", "<math>", "</math>", "<script>", "</script>", "<textarea>"),
    *("<title>", "<template>", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<?", "<!doctype html>"),
    *(
        "&amp;",
        "&#65;",
        "&#x1F600;",
        "&notit;",
        "&NotEqualTilde;",
        "&",
        ";",
        " hidden",
        "<details>",
    ),
    *(
        "<summary>",
        "<dl>",
        "<dt>",
        "<dd>",
        "<figure>",
        "<rt>",
        "<select>",
        "<option>",
        "\x00",
        "\r\n",
    ),
    *(
        ' class="headerlink"',
        "<button>",
        "<style>",
        "<noscript>",
        "<iframe>",
        "<plaintext>",
        "<xmp>",
    ),
)


def seeds() -> Iterator[bytes]:
    """Pages of the tests of rendering."""
    yield b"<p>The <b>town</b> voted &amp; <a href='x'>so</a> on.</p><ul><li>one<li>two</ul>"
    yield b"<table><tr><td>a<td>b</table><pre>\n x </pre><h2 id='h'>Two</h2><svg><p>x</svg>"
    yield from files("tests/render/cases/*/*.html")


def check(data: bytes) -> None:
    """Runs follow one another in the source and in the text, and each place leads back."""
    html = any_text(data)
    visible = read_visible(html)
    length = len(visible.text)
    for one in visible.runs:
        assert 0 <= one.start < one.end <= length
        assert 0 <= one.source < one.source_end <= len(html)
    for one, two in pairwise(visible.runs):
        assert one.end <= two.start
        assert one.source_end <= two.source
    for start, end in visible.blocks:
        assert 0 <= start <= end <= length
    for heading in visible.headings:
        assert visible.text[heading.start : heading.end] == heading.words
    for section in visible.sections:
        assert 0 <= section.heading_start <= section.heading_end <= section.end <= length
    if length:
        begin, end = visible.source_range(0, length)
        assert 0 <= begin < end <= len(html)
