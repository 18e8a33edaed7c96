"""Which way words run, and how words of one direction stand among those of the other.

https://www.w3.org/International/articles/inline-bidi-markup/
"""

from __future__ import annotations

from collections import Counter
from unicodedata import bidirectional

from babel import Locale, UnknownLocaleError
from markupsafe import Markup, escape

# Classes of characters (Unicode Standard Annex #9): letters that run to the left, all that moves
# among words of the other direction, and marks that turn the direction of what follows.
_LEFTWARD = frozenset(("R", "AL"))
_TURNS = frozenset(("LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_MOVES = {"ltr": frozenset(("R", "AL", "AN")) | _TURNS, "rtl": frozenset(("L", "EN")) | _TURNS}


def locale_of(tag: str) -> Locale | None:
    """The locale of a language tag (BCP 47), by what is known of it: `es-ES` of `es-ES-x-old`."""
    parts = tag.replace("_", "-").split("-")
    while parts:
        try:
            return Locale.parse("-".join(parts), sep="-")
        except (ValueError, UnknownLocaleError):
            parts.pop()
    return None


def direction_of(language: str) -> str:
    """`ltr` or `rtl` for the tag of a language (BCP 47), or nothing if it is not known."""
    locale = locale_of(language)
    return str(locale.text_direction) if locale else ""


def direction_in(text: str) -> str:
    """`ltr` or `rtl`, as most letters of `text` run, or nothing if it has none.

    The first letter, by which `dir="auto"` goes, is often that of a foreign name.
    """
    if text.isascii():
        return "ltr" if any(map(str.isalpha, text)) else ""
    counts = Counter(bidirectional(one) for one in text)
    leftward = sum(counts[one] for one in _LEFTWARD)
    if not leftward and not counts["L"]:
        return ""
    return "rtl" if leftward > counts["L"] else "ltr"


def apart(text: str, around: str, language: str = "") -> str:
    """`ltr` or `rtl` where `text` must keep its direction to itself to stand among words of the
    direction `around`, else nothing. `language` is its language tag, if known."""
    moves = _MOVES[around]
    if (around == "ltr" and text.isascii()) or moves.isdisjoint(map(bidirectional, set(text))):
        return ""
    return direction_in(text) or direction_of(language) or "ltr"


def isolate(text: str, around: str, language: str = "") -> Markup:
    """`text` as HTML, to stand among words of the direction `around`.

    Where it has anything of the other direction it keeps that to itself: an Arabic name would
    else move the date behind it. `language` is its language tag, if known.
    """
    direction = apart(text, around, language)
    if not language and not direction:
        return escape(text)
    attributes = f' lang="{escape(language)}"' if language else ""
    if direction:
        attributes += f' dir="{direction}"'
    return Markup(f"<bdi{attributes}>{escape(text)}</bdi>")  # noqa: S704 - escaped
