"""Where grapheme clusters begin and end (Unicode UAX #29)."""

from __future__ import annotations

import pytest

from postil.anchor.graphemes import edge_after, edge_before, is_edge

# Each entry is a text cut at its clusters.
CLUSTERS = [
    # Marks, and what they stand on.
    ["e\u0301", "a", "o\u0308\u0304"],
    ["ש\u05b8\u05c1", "ל", "ו\u05b9", "ם"],
    ["ไ", "ม่", "น\u0e33"],
    # Line ends and controls.
    ["\r\n", "\r", "\t", "\n"],
    ["a", "\u00ad", "\u200b", "b"],
    # Hangul, composed and not.
    ["\u1112\u1161\u11ab", "\u1100\u1173\u11af", "한", "글"],
    ["가\u11a8", "각\u11a8"],
    # Indic conjuncts, and a virama that ends a word.
    ["क\u094dष", "म", "स\u094d\u200dत"],
    ["வ", "ண", "க\u0bcd", "க", "ம\u0bcd"],
    # Emoji: skin tones, families, flags, keycaps.
    ["👍🏽", "👨\u200d👩\u200d👧", "❤\ufe0f", "a"],
    ["🇫🇷", "🇩🇪", "🇯"],
    ["1\ufe0f\u20e3", "2"],
    # Prepended signs.
    ["\u06001", "2"],
]


@pytest.mark.parametrize("clusters", CLUSTERS, ids=ascii)
def test_edges_are_those_of_clusters(clusters: list[str]) -> None:
    text = "".join(clusters)
    edges = [len("".join(clusters[:count])) for count in range(len(clusters) + 1)]
    assert [at for at in range(len(text) + 1) if is_edge(text, at)] == edges
    for at in range(len(text) + 1):
        assert edge_before(text, at) == max(edge for edge in edges if edge <= at)
        assert edge_after(text, at) == min(edge for edge in edges if edge >= at)
