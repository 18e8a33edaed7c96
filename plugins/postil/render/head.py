"""What a page says of itself to those who share it: Open Graph and social cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import escape


@dataclass(frozen=True, slots=True)
class Card:
    """A page as it looks when it is shared.

    It leads with the finding, never with the bare claim. `url` is absolute, or empty where the
    site does not know its own address. `kind` is what Open Graph calls its type.
    """

    title: str
    description: str
    site: str
    url: str = ""
    language: str = ""
    kind: str = "article"


def render_card(card: Card) -> str:
    """The `meta` elements for the head of the page. https://ogp.me"""
    named = {
        "og:type": card.kind,
        "og:title": card.title,
        "og:description": card.description,
        "og:site_name": card.site,
        "og:url": card.url,
        "og:locale": card.language.replace("-", "_"),
    }
    return _properties(named)


def render_picture(address: str, alt: str, width: int, height: int) -> str:
    """The `meta` elements for the picture of a page at an absolute address, or for a page without
    one where that is empty. `alt` says what is on it."""
    if not address:
        return '<meta name="twitter:card" content="summary">'
    named = {
        "og:image": address,
        "og:image:width": str(width),
        "og:image:height": str(height),
        "og:image:alt": alt,
    }
    return _properties(named) + '<meta name="twitter:card" content="summary_large_image">'


def _properties(named: Mapping[str, str]) -> str:
    return "".join(
        f'<meta property="{name}" content="{escape(content)}">'
        for name, content in named.items()
        if content
    )


def shortened(text: str, most: int = 200) -> str:
    """`text` on one line, cut at a word where it is longer than `most` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[: line.rindex(" ", 0, most) if " " in line[:most] else most].rstrip(" ,;:—–-") + "…"
