"""What a page says of itself to those who share it: Open Graph and social cards."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import escape


@dataclass(frozen=True, slots=True)
class Card:
    """A page as it looks when it is shared.

    It leads with the finding, never with the bare claim. `url` is absolute, or empty where the
    site does not know its own address.
    """

    title: str
    description: str
    site: str
    url: str = ""
    language: str = ""


def render_card(card: Card) -> str:
    """The `meta` elements for the head of the page. https://ogp.me"""
    named = {
        "og:type": "article",
        "og:title": card.title,
        "og:description": card.description,
        "og:site_name": card.site,
        "og:url": card.url,
        "og:locale": card.language.replace("-", "_"),
    }
    lines = [
        f'<meta property="{name}" content="{escape(content)}">'
        for name, content in named.items()
        if content
    ]
    lines.append('<meta name="twitter:card" content="summary">')
    return "".join(lines)


def shortened(text: str, most: int = 200) -> str:
    """`text` on one line, cut at a word where it is longer than `most` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[: line.rindex(" ", 0, most) if " " in line[:most] else most].rstrip(" ,;:—–-") + "…"
