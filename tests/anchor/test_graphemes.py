"""Where grapheme clusters begin and end (Unicode UAX #29)."""

from __future__ import annotations

import pytest

from postil.anchor.graphemes import edge_after, edge_before, is_edge

# Each entry is a text cut at its clusters.
CLUSTERS = [
    # Marks, and what they stand on.
    ["e\u0301", "a", "o\u0308\u0304", "o\u0300"],
    ["ש\u05b8\u05c1", "ל", "ו\u05b9", "ם"],
    ["ไ", "ม่", "น\u0e33"],
    # Line ends and controls.
    ["\r\n", "\r", "\t", "\n"],
    ["a", "\u00ad", "\u200b", "b"],
    # Nothing joins a line end or a sign that nobody sees.
    ["\n", "\u0301", "\u200b", "\u0301", "\u2028", "\u0300", "\u2029", "\u0300", "\r", "\u0300"],
    ["\u0600", "\u200b", "\u0600", "\n"],
    # Hangul, composed and not.
    ["\u1112\u1161\u11ab", "\u1100\u1173\u11af", "한", "글"],
    ["가\u11a8", "각\u11a8"],
    # Indic conjuncts, and a virama that ends a word.
    ["क\u094dष", "म", "स\u094d\u200dत"],
    ["வ", "ண", "க\u0bcd", "க", "ம\u0bcd"],
    # One consonant, or two of different scripts, and a letter that has no name.
    ["\u094d", "क"],
    ["क", "क\u0941", "क"],
    ["a\u094d", "क", "中\u094d", "क"],
    ["ক\u09cd", "क", "𗀀\u094d", "क"],
    ["ક\u0acdક", "ଓ\u0b4dଓ", "క\u0c4dక", "ക\u0d4dക"],
    # Emoji: skin tones, families, flags, keycaps.
    ["👍🏽", "👨\u200d👩\u200d👧", "❤\ufe0f", "a"],
    ["🇫🇷", "🇩🇪", "🇯"],
    ["a", "🇫🇷", "b", "🇩🇪"],
    ["1\ufe0f\u20e3", "2"],
    # A joiner joins pictures alone, whatever mark or skin tone the first one has.
    [
        "❤\ufe0f\u200d🔥",
        "👩🏽\u200d🚀",
        "👩🏻\u200d🚀",
        "👩🏿\u200d🚀",
        "©\u200d❤",
        "®\u200d‼\u200d⁉",
    ],
    ["a\u200d", "❤\u200d", "a", "X\u200d", "❤\u200d", "中\u0300\u200d", "❤"],
    ["\u200d", "❤"],
    ["\u0301\u200d", "❤"],
    ["🇫🇷\u200d", "❤\u200d", "🇫🇷"],
    # Prepended signs.
    ["\u06001", "2"],
]

# The first and the last letter of each range of Hangul, by the part of a syllable that it is, and
# letters that stand beside these ranges.
HANGUL = {
    "lead": "\u1100\u115f\ua960\ua97c",
    "vowel": "\u1160\u11a7\ud7b0\ud7c6",
    "trail": "\u11a8\u11ff\ud7cb\ud7fb",
    "open": "\uac00\ud788",
    "shut": "\uac01\uac1b\ud7a3",
    "other": "\u10ff\u1200a中",
}
JOINED = {
    "lead": ("lead", "vowel", "open", "shut"),
    "vowel": ("vowel", "trail"),
    "trail": ("trail",),
    "open": ("vowel", "trail"),
    "shut": ("trail",),
    "other": (),
}
"""Rules GB6 to GB8: what may follow a part within the same syllable."""


def test_parts_of_hangul_syllables() -> None:
    parts = [(kind, letter) for kind, letters in HANGUL.items() for letter in letters]
    for before, one in parts:
        for after, two in parts:
            assert is_edge(one + two, 1) == (after not in JOINED[before]), (before, one, after, two)


@pytest.mark.parametrize("clusters", CLUSTERS, ids=ascii)
def test_edges_are_those_of_clusters(clusters: list[str]) -> None:
    text = "".join(clusters)
    edges = [len("".join(clusters[:count])) for count in range(len(clusters) + 1)]
    assert [at for at in range(len(text) + 1) if is_edge(text, at)] == edges
    for at in range(len(text) + 1):
        assert edge_before(text, at) == max(edge for edge in edges if edge <= at)
        assert edge_after(text, at) == min(edge for edge in edges if edge >= at)
