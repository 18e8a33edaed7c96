"""One line of words, shaped: which letters stand where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import uharfbuzz  # type: ignore[import-untyped]  # it ships no types

from postil.render.cards.bidi import levels, visual_order
from postil.render.cards.fonts import LoadedFont, split


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter of a font, by its number there, and where it stands in pixels from the start of the
    line; `scale` is pixels for one unit of the font."""

    font: Any
    number: int
    x: float
    y: float
    scale: float


@dataclass(frozen=True, slots=True)
class Line:
    """Shaped words from left to right, and how many pixels they take."""

    glyphs: tuple[Glyph, ...]
    width: float


def shape(text: str, style: str, size: float, base: str, language: str = "") -> Line:
    """The letters of `text`, `size` pixels high, in a paragraph of direction `base`.

    `language` is its tag (BCP 47), by which fonts choose among forms of a letter.
    """
    glyphs: list[Glyph] = []
    x = 0.0
    for font, piece, leftward in _runs(text, style, base):
        scale = size / font.units
        buffer = uharfbuzz.Buffer()
        buffer.add_str(piece)
        buffer.direction = "rtl" if leftward else "ltr"
        # Else the language is that of the machine, and so would the picture be.
        buffer.language = language or "und"
        buffer.guess_segment_properties()
        uharfbuzz.shape(font.font, buffer, {})
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            glyphs.append(
                Glyph(
                    font.font,
                    info.codepoint,
                    x + place.x_offset * scale,
                    place.y_offset * scale,
                    scale,
                )
            )
            x += place.x_advance * scale
    return Line(tuple(glyphs), x)


def _runs(text: str, style: str, base: str) -> Iterator[tuple[LoadedFont, str, bool]]:
    """The pieces of `text` from left to right: font, characters in the order of reading, and
    whether they run to the left."""
    if not text:
        return
    found = levels(text, base)
    runs: list[tuple[LoadedFont, int, int, int]] = []
    for font, start, end in split(text, style):
        at = start
        while at < end:
            stop = at
            while stop < end and found[stop] == found[at]:
                stop += 1
            runs.append((font, at, stop, found[at]))
            at = stop
    for at in visual_order([level for *_, level in runs]):
        font, start, end, level = runs[at]
        yield font, text[start:end], bool(level % 2)
