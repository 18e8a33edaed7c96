"""Whether Markdown from outside makes nothing but what a text needs, and can be taken as it is."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from postil.read.originals.clean import BLOCKS, INLINE

_ELEMENTS = (BLOCKS | INLINE | {"span", "abbr"}) - {"form", "option", "optgroup", "dialog"}
_ATTRIBUTES = {
    "align",
    "class",
    "href",
    "id",
    "start",
    "title",
    "type",
    "colspan",
    "rowspan",
    "role",
}
_ADDRESS = re.compile(r"(?:https?://|mailto:|#)[^\s\"'<>]*", re.IGNORECASE)


def is_harmless(html: str) -> bool:
    """Whether the HTML that a text renders to holds only known elements and attributes, no
    pictures, and links that lead to the web or within the page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.harmless


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.harmless = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS:
            self.harmless = False
        for name, value in attrs:
            if name not in _ATTRIBUTES or (name == "href" and not _ADDRESS.fullmatch(value or "")):
                self.harmless = False

    def handle_decl(self, _decl: str) -> None:
        self.harmless = False

    def handle_pi(self, _data: str) -> None:
        self.harmless = False

    def unknown_decl(self, _data: str) -> None:
        self.harmless = False
