"""HTML and plain text of other programs as Markdown, and back as the body of a note."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.inputs import any_text
from fuzz.targets import body, visible
from postil.read.foreign.markdown_text import from_html, from_plain

LONGEST = 300
WORDS = (*visible.WORDS, *body.WORDS)


def seeds() -> Iterator[bytes]:
    """Bodies with links and lists, and plain text full of signs."""
    yield b"<p>It <b>says</b> <a href='https://example.org/(a)'>so</a>.</p><ul><li>a<li>b</ul>"
    yield b"# not *a* heading_\n1. no list\n\n> | no | quote |\n<b> &amp; [x](y)"
    yield b"<blockquote><pre> x </pre></blockquote><table><tr><td>a|b</td></tr></table><h1>H</h1>"


def check(data: bytes) -> None:
    """Plain text reads the same as a body; HTML becomes Markdown that is safe."""
    written = any_text(data).encode("utf-8", "replace").decode()
    body.check(from_plain(written).encode())
    body.check(from_html(written).encode())
