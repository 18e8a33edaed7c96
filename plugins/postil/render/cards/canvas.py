"""A picture while it is drawn: rectangles and words on paper, in few colours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import uharfbuzz  # type: ignore[import-untyped]  # it ships no types

from postil.render.cards.line import Line
from postil.render.cards.png import as_png

WIDTH, HEIGHT = 1200, 630
"""Of a card, in pixels: what those who show cards ask for. https://ogp.me"""

_SHADES = 5
"""Between paper and ink, at the edges of letters, the ink itself included. With three inks on a
card a pixel takes four bits; more shades cannot be told from these at the size of a card."""


@dataclass(slots=True)
class Canvas:
    """A picture that begins as `paper`, a colour as `#rrggbb`, and has no other colours than those
    that are asked for."""

    paper: str
    _pixels: bytearray = field(init=False, default_factory=lambda: bytearray(WIDTH * HEIGHT))
    _palette: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self._palette = [self.paper]

    def rectangle(self, x: int, y: int, width: int, height: int, colour: str) -> None:
        """Fills a rectangle whose upper left corner is at (x, y)."""
        row = bytes((self._number(colour),)) * width
        for at in range(y * WIDTH + x, (y + height) * WIDTH + x, WIDTH):
            self._pixels[at : at + width] = row

    def words(self, lines: Iterable[tuple[Line, float, float]], colour: str) -> None:
        """Writes lines, each with where it begins at the left and the height of its baseline from
        the top. What was on the rectangle around all of them is gone."""
        drawing = uharfbuzz.RasterDraw()
        for line, x, y in lines:
            for glyph in line.glyphs:
                drawing.transform = (
                    *(glyph.scale, 0, 0, glyph.scale),
                    *(x + glyph.x, glyph.y - y),
                )
                drawing.draw_glyph(glyph.font, glyph.number)
        image = drawing.render()
        box = image.extents
        if not box.width or not box.height:
            return
        shades = self._shades(colour)
        left = max(box.x_origin, 0)
        skipped, width = left - box.x_origin, min(box.x_origin + box.width, WIDTH) - left
        covered = image.buffer  # which copies it
        # HarfBuzz counts rows from below, upwards.
        for row in range(box.height):
            y = -box.y_origin - row - 1
            if 0 <= y < HEIGHT and width > 0:
                start = row * box.stride + skipped
                at = y * WIDTH + left
                drawn = covered[start : start + width]
                self._pixels[at : at + width] = drawn.translate(shades)

    def as_png(self) -> bytes:
        """The file."""
        palette = b"".join(bytes.fromhex(colour[1:]) for colour in self._palette)
        return as_png(WIDTH, HEIGHT, bytes(self._pixels), palette)

    def _number(self, colour: str) -> int:
        if colour not in self._palette:
            self._palette.append(colour)
        return self._palette.index(colour)

    def _shades(self, colour: str) -> bytes:
        """What stands for each of the 256 degrees in which letters cover a pixel."""
        steps = [
            self._number(_between(self.paper, colour, n / _SHADES)) for n in range(_SHADES + 1)
        ]
        return bytes(steps[round(degree * _SHADES / 255)] for degree in range(256))


def _between(one: str, other: str, part: float) -> str:
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes(round(a + (b - a) * part) for a, b in pairs).hex()
