"""Character references, as browsers read them."""

from __future__ import annotations

import pytest

from postil.render.references import decode, decode_all

CASES = [
    # Names, and those that need no semicolon.
    ("&amp;", "&"),
    ("&amp", "&"),
    ("&nosuch;", "&nosuch;"),
    # Numbers, in both forms, however long.
    ("&#65;", "A"),
    ("&#x41", "A"),
    ("&#X41;", "A"),
    (f"&#{'0' * 5000}65;", "A"),
    (f"&#{'9' * 5000};", "\N{REPLACEMENT CHARACTER}"),
    # What is no character, and what stands for one of Windows.
    ("&#0;", "\N{REPLACEMENT CHARACTER}"),
    ("&#xd800;", "\N{REPLACEMENT CHARACTER}"),
    ("&#x110000;", "\N{REPLACEMENT CHARACTER}"),
    ("&#x80;", "€"),
    # Controls and other characters that nobody sees are there all the same.
    ("&#1", "\x01"),
    ("&#x1F;", "\x1f"),
    ("&#127;", "\x7f"),
    ("&#xFDD0;", "\ufdd0"),
]


@pytest.mark.parametrize(("reference", "meant"), CASES)
def test_reference(reference: str, meant: str) -> None:
    assert decode(reference) == meant


def test_within_words() -> None:
    assert decode_all("a&#1 &lt 2&#1") == "a\x01 < 2\x01"
