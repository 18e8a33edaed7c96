"""A social card: what it says, what is left out of it, and that its letters are whole."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import replace
from itertools import pairwise

import pytest

from postil.model.words import ENGLISH_WORDS
from postil.render.assets import STYLESHEET
from postil.render.cards.canvas import HEIGHT, WIDTH
from postil.render.cards.card import TONES, SocialCard, described, draw, legible
from postil.render.cards.fonts import drawable, fonts_of
from postil.render.cards.line import shape
from postil.render.languages import LANGUAGES
from postil.render.words import ENGLISH

CARD = SocialCard(
    "Only citizens vote for mayor",
    "A site",
    kicker="Contradicted",
    tone="1",
    context="A speech",
)
EVIDENCE = replace(CARD, tone="", bar=(("5", 40), ("1", 1), ("none", 7)))


def chunks(png: bytes) -> dict[bytes, bytes]:
    """The parts of a PNG file by name, the sum of each checked."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    found, at = {}, 8
    while at < len(png):
        (size,) = struct.unpack_from(">I", png, at)
        named = png[at + 4 : at + 8 + size]
        assert struct.unpack_from(">I", png, at + 8 + size) == (zlib.crc32(named),)
        found[named[:4]] = named[4:]
        at += size + 12
    return found


def pixels(png: bytes) -> list[list[str]]:
    """The colours of a card, row by row."""
    found = chunks(png)
    width, height, depth, kind = struct.unpack(">IIBB", found[b"IHDR"][:10])
    assert (width, height, kind) == (WIDTH, HEIGHT, 3)
    palette = [found[b"PLTE"][at : at + 3].hex() for at in range(0, len(found[b"PLTE"]), 3)]
    data, stride = zlib.decompress(found[b"IDAT"]), 1 + WIDTH * depth // 8
    rows = [data[at + 1 : at + stride] for at in range(0, len(data), stride)]
    if depth == 4:
        return [[palette[int(digit, 16)] for digit in row.hex()] for row in rows]
    return [[palette[number] for number in row] for row in rows]


def test_the_colours_are_those_of_the_page() -> None:
    css = STYLESHEET.read_text(encoding="utf-8")
    light = css[: css.index("@media screen")]
    found = dict(re.findall(r"--postil-tone-([\w-]+): (#\w+);", light))
    assert found == TONES
    shown = {f"#{colour}" for row in pixels(draw(CARD)) for colour in row}
    for name in ("paper", "ink", "soft", "rule", "tone-1"):
        (token,) = re.findall(rf"--postil-{name}: (#\w+);", light)
        assert token in shown, name


def test_the_bar_has_a_piece_for_each_verdict_however_few_notes_have_it() -> None:
    row = pixels(draw(EVIDENCE))[436]
    starts = [b for a, b in pairwise(row) if a != b and f"#{b}" in TONES.values()]
    assert starts == [TONES[tone][1:] for tone in ("5", "1", "none")]
    assert [row.count(TONES[tone][1:]) for tone in ("5", "1", "none")] == [834, 25, 149]


def test_the_same_card_has_the_same_bytes_and_few_of_them() -> None:
    for card in (CARD, EVIDENCE):
        assert draw(card) == draw(replace(card))
        assert len(draw(card)) < 20_000
    assert draw(CARD) != draw(replace(CARD, tone="5"))


def test_in_a_language_that_runs_to_the_left_everything_begins_at_the_right() -> None:
    rule = TONES["1"][1:]
    row = pixels(draw(CARD))[400]
    assert [at for at, colour in enumerate(row) if colour == rule] == list(range(72, 82))
    row = pixels(draw(replace(CARD, direction="rtl")))[400]
    assert [at for at, colour in enumerate(row) if colour == rule] == list(range(1118, 1128))


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_every_word_of_every_language_of_the_interface_can_be_drawn(language: str) -> None:
    words = {**ENGLISH_WORDS, **LANGUAGES.get(language, {})}
    for style in ("serif", "sans"):
        # Spaces of other widths become plain ones.
        assert not [text for text in words.values() if not drawable(" ".join(text.split()), style)]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("قمر", 3),
        # A conjunct of Bengali is one letter, and a vowel sign stands before its consonant.
        ("ক্ষ", 1),
        # Without a joiner it stays apart.
        ("ক্\u200cষ", 3),
        ("fi", 1),
    ],
)
def test_letters_are_shaped(text: str, letters: int) -> None:
    line = shape(text, "serif", 60, "ltr")
    assert len([glyph for glyph in line.glyphs if _has_ink(glyph)]) == letters
    assert 0 not in {glyph.number for glyph in line.glyphs}  # the box for what a font lacks
    alone = sum(shape(char, "serif", 60, "ltr").width for char in text)
    assert line.width <= alone


def _has_ink(glyph: object) -> bool:
    extents = glyph.font.get_glyph_extents(glyph.number)  # type: ignore[attr-defined]
    return bool(extents and extents.width)


def test_a_vowel_sign_of_bengali_stands_before_its_consonant() -> None:
    sign, consonant = (shape(text, "serif", 60, "ltr").glyphs[0].number for text in ("ি", "ক"))
    numbers = [glyph.number for glyph in shape("কি", "serif", 60, "ltr").glyphs]
    assert numbers[-1] == consonant
    assert numbers != [consonant, sign]


def test_words_that_run_to_the_left_are_drawn_from_the_right() -> None:
    alone = shape("م", "serif", 60, "rtl").glyphs[0].number
    line = shape("قمر (ABC) 2026", "serif", 60, "rtl")
    assert [glyph.x for glyph in line.glyphs] == sorted(glyph.x for glyph in line.glyphs)
    fonts = [glyph.font for glyph in line.glyphs]
    naskh = fonts_of("serif")[1].font
    # The word is the last thing at the right, the number the first at the left.
    assert fonts[-1] is naskh
    assert fonts[0] is not naskh
    # A letter within a word has another form than one alone.
    assert alone not in {glyph.number for glyph in line.glyphs if glyph.font is naskh}


def test_what_no_font_can_write_is_left_out() -> None:
    assert legible(CARD) == CARD
    assert legible(replace(CARD, context="一場演說")) == replace(CARD, context="")
    assert legible(replace(CARD, site="สถานที่")) == replace(CARD, site="")
    # Without its title, no verdict: it would be one on nothing.
    left = legible(replace(EVIDENCE, title="只有公民", direction="rtl"))
    assert left == SocialCard("A site", "", direction="rtl")
    assert legible(replace(CARD, title="只有公民", site="網站")) is None
    assert legible(SocialCard("", "")) is None


def test_signs_that_are_not_seen_are_left_out() -> None:
    card = legible(replace(CARD, title=" Only\u202e\n\u00adcitizens\u200b "))
    assert card is not None
    assert card.title == "Only citizens"


def test_the_longest_title_is_cut_off() -> None:
    card = legible(replace(CARD, title="Only citizens vote for mayor, " * 1000))
    assert card is not None
    assert len(card.title) <= 401
    assert draw(card) == draw(replace(card, title=card.title[:-2] + "s…"))
    # One word that is wider than the card is, too.
    draw(replace(CARD, title="ক্ষত্রিয়" * 40))


def test_the_description_says_what_is_on_the_card() -> None:
    assert (
        described(CARD, ENGLISH) == "Contradicted: Only citizens vote for mayor. A speech. A site"
    )
    assert described(SocialCard("Home", ""), ENGLISH) == "Home"
