"""The body of a note: its Markdown, and what of it does not reach the page."""

from __future__ import annotations

import pytest

from postil.read.limits import BODY_CHARACTERS
from postil.render.body import render_body

REL = 'rel="nofollow noopener noreferrer"'


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("*One* **two** `three`", "<p><em>One</em> <strong>two</strong> <code>three</code></p>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("# One\n\n## Two\n\n### Three", "<h4>One</h4>\n<h5>Two</h5>\n<h6>Three</h6>"),
        ("- one\n\n1. two", "<ul>\n<li>one</li>\n</ul>\n<ol>\n<li>two</li>\n</ol>"),
        ("```py\nx < 1\n```", "<pre><code>x &lt; 1\n</code></pre>"),
        # Links to the web, to e-mail, and within the site.
        ("[a](https://a.example/?b&c)", f'<p><a href="https://a.example/?b&amp;c" {REL}>a</a></p>'),
        ("<https://a.example>", f'<p><a href="https://a.example" {REL}>https://a.example</a></p>'),
        ("[a](../other/#note)", f'<p><a href="../other/#note" {REL}>a</a></p>'),
        ("[a](#note)", f'<p><a href="#note" {REL}>a</a></p>'),
        ("<a@example.org>", f'<p><a href="mailto:a@example.org" {REL}>a@example.org</a></p>'),
        ("![a](b.png)", '<p><img alt="a" src="b.png"></p>'),
        # No raw HTML; it shows as it was written.
        ("<b>1</b><script>", "<p>&lt;b&gt;1&lt;/b&gt;&lt;script&gt;</p>"),
        ("<div>\n*One*\n</div>", "<p>&lt;div&gt;\n<em>One</em>\n&lt;/div&gt;</p>"),
        ("<!-- One -->", "<p>&lt;!-- One --&gt;</p>"),
        # Pictures from elsewhere would tell their host who reads.
        ("![a](https://example.org/b.png)", "<p>a</p>"),
        ("![a](//example.org/b.png)", "<p>a</p>"),
        (r"![a](/\example.org/b.png)", "<p>a</p>"),
        ("![a](data:image/png;base64,AA==)", "<p>a</p>"),
    ],
)  # fmt: skip
def test_body(markdown: str, html: str) -> None:
    assert render_body(markdown) == html


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "vbscript:x"),
        *("&#106;avascript:alert(1)", "javascript&colon;alert(1)", " javascript:alert(1)"),
        *("data:text/html,x", "file:///etc/passwd", "//example.org", r"\\example.org", "ftp://x"),
        *(
            "blob:x",
            "x:y",
            "\x01javascript:alert(1)",
            "<javascript:alert(1)>",
            "http:",
            "https://[",
        ),
    ],
)
@pytest.mark.parametrize("form", ["[a]({})", "[a][1]\n\n[1]: {}", "<{}>", "[a](<{}>)"])
def test_no_other_address_is_linked(form: str, address: str) -> None:
    assert "href" not in render_body(form.format(address))


@pytest.mark.parametrize(
    "piece",
    [
        *("[", "![", "[a](", "[x][", "> ", ">", "\\", "# a\n", "* ", "_a", "`a``", "<!--", "***a"),
        *("- a\n\n", "a|b\n-|-\n", "&", "```\n", "[a]: <", "<a "),
    ],
)
def test_what_is_too_much_for_markdown_is_shown_as_written(piece: str) -> None:
    """Nothing hangs: bodies beyond the limits are not read as Markdown, and lose no word."""
    assert render_body(piece * (2000 // len(piece)))
    longest = piece * (BODY_CHARACTERS // len(piece) + 1)
    assert "<em>" not in render_body(longest + "*a*")


@pytest.mark.parametrize("deep", ["1. " * 3_000, "> " * 3_000, "- " * 3_000])
def test_a_body_that_is_too_deep_leaves_the_next_alone(deep: str) -> None:
    body = "A *note*.\n\n- one\n- two"
    before = render_body(body)
    assert "<li>" not in render_body(f"{deep}one")
    assert render_body(body) == before
