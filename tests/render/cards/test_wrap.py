"""Where the lines of a title break; here every character is one pixel wide at size 1."""

from __future__ import annotations

import pytest

from postil.render.cards.wrap import cut, fit, wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, []),
        ("one", 5, ["one"]),
        ("one two three", 7, ["one two", "three"]),
        ("one  two", 7, ["one two"]),
        # A word that is wider than a line has one of its own.
        ("a longest b", 5, ["a", "longest", "b"]),
    ],
)
def test_lines(text: str, width: float, lines: list[str]) -> None:
    assert wrap(text, len, width) == lines


@pytest.mark.parametrize(
    ("text", "width", "kept"),
    [
        ("one two", 7, "one two"),
        ("one two three", 8, "one two…"),
        # Not after what joins the last word to what is gone.
        ("one, two", 7, "one…"),
        # A word too long is cut within, and never within a character.
        ("longest", 5, "long…"),
        ("e\u0301" * 4, 6, "e\u0301e\u0301…"),
        ("x", 0, "…"),
    ],
)
def test_what_is_too_long_is_cut(text: str, width: float, kept: str) -> None:
    assert cut(text, len, width) == kept


@pytest.mark.parametrize(
    ("text", "size", "lines"),
    [
        ("one", 2, ["one"]),
        # In the large size there is one line of 4 characters, in the small one two of 8.
        ("one two", 1, ["one two"]),
        ("one two three", 1, ["one two", "three"]),
        ("one two three four five", 1, ["one two", "three…"]),
        ("abcdefghijkl", 1, ["abcdefg…"]),
    ],
)
def test_sizes(text: str, size: float, lines: list[str]) -> None:
    sizes = [(2.0, 1, lambda words: 2.0 * len(words)), (1.0, 2, lambda words: float(len(words)))]
    assert fit(text, sizes, 8) == (size, lines)
