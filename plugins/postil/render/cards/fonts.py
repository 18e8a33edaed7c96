"""The fonts that ship, and which of them has the letters of a text.

They are cut down from Noto; `fonts/README.md` says how. What none of them has cannot be drawn, and
is left out of a card: a row of boxes says less than nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import category

import uharfbuzz  # type: ignore[import-untyped]  # it ships no types

FONTS = Path(__file__).parent / "fonts"

_OTHERS = ("NotoNaskhArabic-Bold", "NotoSerifBengali-Bold")
STYLES = {"serif": ("NotoSerif-Bold", *_OTHERS), "sans": ("NotoSans-Regular", *_OTHERS)}
"""The styles of a card's words, and their fonts in the order in which they are asked."""


@dataclass(frozen=True, slots=True, eq=False)
class LoadedFont:
    """A font as HarfBuzz has it, the size of its square in its own units, and its characters."""

    font: Any
    units: int
    characters: frozenset[str]


@cache
def fonts_of(style: str) -> tuple[LoadedFont, ...]:
    """The fonts of a style."""
    return tuple(_load(name) for name in STYLES[style])


def drawable(text: str, style: str) -> bool:
    """Whether the fonts of a style have every character of `text`."""
    fonts = fonts_of(style)
    return all(joins(char) or any(char in font.characters for font in fonts) for char in set(text))


def joins(char: str) -> bool:
    """Whether a character only says how its neighbours join, and is never seen itself."""
    return char in "\u200c\u200d"


def split(text: str, style: str) -> list[tuple[LoadedFont, int, int]]:
    """`text` in pieces that one font draws: the font, and where the piece begins and ends.

    Spaces, marks and joiners stay with what is before them where its font has them.
    """
    fonts = fonts_of(style)
    pieces: list[tuple[LoadedFont, int, int]] = []
    current = fonts[0]
    for at, char in enumerate(text):
        stays = joins(char) or (category(char)[0] in "MZ" and char in current.characters)
        if not stays:
            current = next((font for font in fonts if char in font.characters), fonts[0])
        if pieces and pieces[-1][0] is current:
            pieces[-1] = (current, pieces[-1][1], at + 1)
        else:
            pieces.append((current, at, at + 1))
    return pieces


@cache
def _load(name: str) -> LoadedFont:
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONTS / f"{name}.ttf")))
    return LoadedFont(uharfbuzz.Font(face), face.upem, frozenset(map(chr, face.unicodes)))
