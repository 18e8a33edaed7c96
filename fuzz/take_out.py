"""The host's HTML out of an annotated page; knows nothing of how the marks got in."""

from __future__ import annotations

import re

_ROW = re.compile(
    r'<div data-postil class="postil-row"><div data-postil class="postil-block[^"]*">'
)
_NOTES = '<div data-postil class="postil-notes'
_NUMBERS = re.compile(r'<sup data-postil class="postil-refs"[^>]*>.*?</sup>', re.DOTALL)
_WORDS = re.compile(r'<a data-postil class="postil-words"[^>]*>(.*?)</a>', re.DOTALL)
_MARK = "<mark data-postil"


def take_out(html: str) -> str:
    while row := _ROW.search(html):
        start = html.index(_NOTES, row.end())
        _, end = element(html, start)
        # The block ends where its notes begin, and the row where they do.
        inside = html[row.end() : start].removesuffix("</div>")
        assert html[:start].endswith("</div>")
        assert html.startswith("</div>", end)
        html = html[: row.start()] + inside + html[end + len("</div>") :]
    while (start := html.find(_NOTES)) >= 0:
        _, end = element(html, start)
        html = html[:start] + html[end:]
    html = _WORDS.sub(r"\1", _NUMBERS.sub("", html))
    while (start := html.rfind(_MARK)) >= 0:
        inner = html.index(">", start) + 1
        close, end = element(html, start)
        html = html[:start] + html[inner:close] + html[end:]
    return html


def element(html: str, start: int) -> tuple[int, int]:
    """Where the end tag begins and ends of the element whose start tag is at `start`."""
    name = re.compile(r"\w+").search(html, start)
    assert name is not None
    depth = 0
    for tag in re.compile(rf"<(/?){name[0]}\b").finditer(html, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.start(), html.index(">", tag.start()) + 1
    raise AssertionError(f"no end of {html[start : start + 80]}")
