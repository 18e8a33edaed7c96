"""Bodies of notes: Markdown of strangers as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from postil.render.body import render_body

LONGEST = 300
WORDS = (
    *("<script>", "</script>", "<img src=x onerror=", "javascript:", "data:text/html,", "](", "!["),
    *("[a](", "[a]: ", "<http://", "&lt;", "&#106;", "```", "~~~", "- ", "1. ", "> ", "# ", "**"),
    *(
        "__",
        "`",
        "| a |\n|---|\n",
        "\\",
        "\x02",
        "\x03",
        "klzzwxh:0001",
        "\tjava",
        "vbscript:",
        "//",
    ),
    *(
        " onclick=",
        " style=",
        "<svg/onload=",
        "<!--",
        "-->",
        "<![CDATA[",
        "<a href=",
        "\n\n",
        "    ",
    ),
)
_TAGS = frozenset(
    (
        *("a", "blockquote", "br", "code", "del", "em", "h4", "h5", "h6", "hr", "img", "li", "ol"),
        *("p", "pre", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    )
)
_ATTRIBUTES = frozenset({"href", "title", "alt", "src", "start", "rel"})
_SCHEMES = ("http://", "https://", "mailto:")


def seeds() -> Iterator[bytes]:
    """Markdown with all that a note may hold, and what it may not."""
    yield b"It *says* **this** `code` [a](https://example.org 't') ![p](p.png)\n\n- a\n- b\n\n> q"
    yield b"| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx\n```\n\n# H\n\n1. a\n2. b"
    yield b"<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>"
    yield b"[a]: data:text/html,x\n[a] <http://example.org> <b onclick=x>y</b>"


def check(data: bytes) -> None:
    """Elements, attributes and addresses of the lists above, and no other."""
    _Held().feed(render_body(data.decode("utf-8", "replace").replace("\x00", "")))


class _Held(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _TAGS, tag
        for name, value in attrs:
            assert name in _ATTRIBUTES, name
            if name in {"href", "src"}:
                written = "".join((value or "").split()).lower()
                scheme = written.partition(":")[0] if ":" in written else ""
                relative = not scheme or any(sign in scheme for sign in "/?#")
                assert relative or written.startswith(_SCHEMES), value
                assert name == "href" or relative, value
                assert not written.startswith(("//", "\\", "/\\")), value

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")
