"""What a social card says, and where it stands on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from postil.render.cards.canvas import WIDTH, Canvas
from postil.render.cards.fonts import drawable
from postil.render.cards.line import shape
from postil.render.cards.wrap import Measure, cut, fit
from postil.render.direction import direction_in
from postil.render.head import shortened
from postil.render.words import Words

# The paper, the inks and the tones of postil.css, in its light scheme.
_PAPER, _INK, _SOFT, _RULE = "#fffdf7", "#1d1b18", "#5c564d", "#dcd5c8"
TONES = {
    "5": "#1b7443",
    "4": "#3f7526",
    "3": "#6a6f12",
    "2": "#a04c10",
    "1": "#a61b3c",
    "opinion": "#65489b",
    "open": "#5f6368",
    "none": "#746d60",
}
"""The colours of verdicts, by their names there."""

_MARGIN, _SIDE, _START = 72, 10, 112
"""Where things begin: the edge of what is drawn, how wide the rule at its side is, the words."""
_ROOM = WIDTH - _START - _MARGIN
_SMALL = 32.0
_LEADING = 1.26
_SIZES = ((76.0, 3), (64.0, 3), (54.0, 4), (46.0, 5))
"""Sizes of a title, and how many lines of each there is room for."""
_SIZES_OVER_BAR = ((68.0, 2), (56.0, 3), (46.0, 4))
_MOST = 400
"""Characters of one of the texts: no size has room for more."""
_CONTROLS = frozenset(
    "\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Signs that are not seen: of direction, and of places where a word may break."""


@dataclass(frozen=True, slots=True)
class SocialCard:
    """The words of a card, as plain text.

    `title` leads: it is the finding, never a bare claim. `kicker` stands above it, in the colour of
    `tone` (see `TONES`; empty for ink); `context` below. `bar` is the evidence: tones, and how many
    notes have each. `direction` and `language` are those of the page's interface.
    """

    title: str
    site: str
    kicker: str = ""
    tone: str = ""
    context: str = ""
    bar: tuple[tuple[str, int], ...] = ()
    direction: str = "ltr"
    language: str = "en"


def legible(card: SocialCard) -> SocialCard | None:
    """The card without the words for whose script there is no font; None where none are left.

    Without its title it is that of the site: a verdict alone would be one on nothing.
    """
    if title := _plain(card.title, "serif"):
        return replace(
            card,
            title=title,
            site=_plain(card.site, "sans"),
            kicker=_plain(card.kicker, "sans"),
            context=_plain(card.context, "sans"),
        )
    if title := _plain(card.site, "serif"):
        return SocialCard(title, "", direction=card.direction, language=card.language)
    return None


def described(card: SocialCard, words: Words) -> str:
    """What is on the card, for those who cannot see it."""
    lead = words["colon"].join(part for part in (card.kicker, card.title) if part)
    return words["stop"].join(part for part in (lead, card.context, card.site) if part)


def draw(card: SocialCard) -> bytes:
    """The picture of a card, as a PNG file. Its words are legible (see `legible`)."""
    canvas = Canvas(_PAPER)
    accent = TONES.get(card.tone, _INK)
    _block(canvas, card, 0, _MARGIN, _SIDE, 436, accent)
    top = _MARGIN
    if card.kicker:
        _small(canvas, card, card.kicker, 102, accent)
        top += 54
    _title(canvas, card, top)
    if card.bar:
        _bar(canvas, card)
    _context(canvas, card)
    if card.site:
        _block(canvas, card, 0, 534, WIDTH - 2 * _MARGIN, 2, _RULE)
        _small(canvas, card, card.site, 582, _INK, start=_MARGIN)
    return canvas.as_png()


def _title(canvas: Canvas, card: SocialCard, top: int) -> None:
    base = direction_in(card.title) or card.direction
    sizes = _SIZES_OVER_BAR if card.bar else _SIZES
    measures = [(size, most, _measure(card, "serif", size, base)) for size, most in sizes]
    size, lines = fit(card.title, measures, _ROOM)
    drawn = []
    for number, words in enumerate(lines):
        line = shape(words, "serif", size, base, card.language)
        y = top + size * (0.9 + number * _LEADING)
        drawn.append((line, _left(card, _START, line.width), y))
    canvas.words(drawn, _INK)


def _context(canvas: Canvas, card: SocialCard) -> None:
    """One line, or two where no bar stands above it."""
    base = direction_in(card.context) or card.direction
    measure = _measure(card, "sans", _SMALL, base)
    _, lines = fit(card.context, [(_SMALL, 1 if card.bar else 2, measure)], _ROOM)
    for number, words in enumerate(reversed(lines)):
        _small(canvas, card, words, 496 - 44 * number, _SOFT)


def _small(
    canvas: Canvas, card: SocialCard, words: str, y: int, colour: str, start: int = _START
) -> None:
    base = direction_in(words) or card.direction
    words = cut(words, _measure(card, "sans", _SMALL, base), WIDTH - start - _MARGIN)
    line = shape(words, "sans", _SMALL, base, card.language)
    canvas.words([(line, _left(card, start, line.width), y)], colour)


def _bar(canvas: Canvas, card: SocialCard) -> None:
    """The shares of the evidence: each is seen, however small it is."""
    total, gap = sum(count for _, count in card.bar), 4
    room = _ROOM - gap * (len(card.bar) - 1) - 4 * len(card.bar)
    at, counted = 0, 0
    for number, (tone, count) in enumerate(card.bar):
        counted += count
        end = round(room * counted / total) + 4 * (number + 1)
        offset = _START - _MARGIN + gap * number
        _block(canvas, card, offset + at, 424, end - at, 24, TONES.get(tone, _INK))
        at = end


def _block(
    canvas: Canvas, card: SocialCard, start: int, y: int, width: int, height: int, colour: str
) -> None:
    """A rectangle `start` pixels from the margin at which lines begin."""
    x = round(_left(card, _MARGIN + start, width))
    canvas.rectangle(x, y, width, height, colour)


def _left(card: SocialCard, start: int, width: float) -> float:
    """Where at the left something begins that is `start` pixels from the side where lines begin."""
    return WIDTH - start - width if card.direction == "rtl" else float(start)


def _measure(card: SocialCard, style: str, size: float, base: str) -> Measure:
    return partial(_width, style, size, base, card.language)


def _width(style: str, size: float, base: str, language: str, words: str) -> float:
    return shape(words, style, size, base, language).width


def _plain(text: str, style: str) -> str:
    """`text` on one line, without signs that are not seen; nothing if no font can write it."""
    line = shortened("".join(char for char in text if char not in _CONTROLS), _MOST)
    return line if drawable(line, style) else ""
