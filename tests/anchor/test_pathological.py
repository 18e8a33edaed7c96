"""Texts and quotes that must neither hang nor mislead. No times: a hang fails by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from postil.anchor import describe, find, prepare
from postil.model.anchor import Status
from postil.model.target import TextQuote


def _numbers(count: int) -> Iterator[int]:
    """Numbers without a pattern, the same ones each time (a linear congruential generator)."""
    number = 1
    for _ in range(count):
        number = (1_103_515_245 * number + 12_345) % 2**31
        yield number >> 8


def test_one_letter_a_million_times() -> None:
    prepared = prepare("a" * 1_000_000)
    assert find(prepared, TextQuote("aaaa")).status is Status.AMBIGUOUS
    assert find(prepared, TextQuote("a" * 500, "b", "c")).status in (Status.LOST, Status.AMBIGUOUS)
    assert find(prepared, TextQuote("aaab" * 50)).status in (Status.LOST, Status.AMBIGUOUS)


def test_a_rule_of_underscores_within_a_word() -> None:
    text = f"one a{'_' * 300_000}b two three four five six seven"
    anchor = find(prepare(text), TextQuote("two three for five six seven"))
    assert text[anchor.start :] == "two three four five six seven"


def test_thousands_of_equal_lines() -> None:
    line = "The same line of boilerplate stands here again.\n"
    text = line * 5_000 + "One line differs from all the others.\n" + line * 5_000
    prepared = prepare(text)
    assert find(prepared, TextQuote(line.strip())).status is Status.AMBIGUOUS
    assert find(prepared, TextQuote("boilerplate stood here", "of ")).status is not Status.EXACT
    anchor = find(prepared, TextQuote("One line differed from all the others."))
    assert text[anchor.start : anchor.end] == "One line differs from all the others."


def test_a_very_long_quote() -> None:
    words = [f"w{number % 10_000}" for number in _numbers(20_000)]
    passage = " ".join(words)
    changed = " ".join(word for at, word in enumerate(words) if at % 97)
    text = f"before it {changed} after it"
    anchor = find(prepare(text), TextQuote(passage, "before it ", " after it"))
    assert (anchor.status, anchor.start, anchor.end) == (Status.CHANGED, 10, len(text) - 9)


@pytest.mark.parametrize("share", [0.25, 0.5, 0.75])
@pytest.mark.parametrize("size", [1_500, 2_700, 6_000])
def test_a_long_quote_of_rare_words_with_much_cut_out(size: int, share: float) -> None:
    """Nearly every word of the text stands there once, and a fifth of the passage is gone, or has
    come, in one piece."""
    text = " ".join(f"{chr(97 + number % 26)}{number}" for number in _numbers(1_500))
    start, end, cut = 500, 500 + size, size // 5
    middle = start + int(share * (size - cut))
    shorter = text[:middle] + text[middle + cut :]
    quotes = {
        shorter: TextQuote(text[start:end], text[start - 30 : start], text[end : end + 30]),
        text: TextQuote(shorter[start : end - cut], text[start - 30 : start], text[end : end + 30]),
    }
    for edited, quote in quotes.items():
        anchor = find(prepare(edited), quote)
        length = 2 * size - cut - len(quote.exact)
        assert (anchor.status, anchor.start, anchor.end) == (Status.CHANGED, start, start + length)


def test_a_very_long_text() -> None:
    text = " ".join(f"word{number % 5_000}" for number in _numbers(400_000))
    start = text.index(" ", 2_000_000) + 1
    end = text.index(" ", start + 150)
    quote = text[start:end].replace("word1", "wort1", 2)
    anchor = find(prepare(text), TextQuote(quote, text[start - 32 : start], text[end : end + 32]))
    assert (anchor.start, anchor.end) == (start, end)


def test_describing_in_a_repetitive_text() -> None:
    text = "ab" * 3_000
    prepared = prepare(text)
    anchor = find(prepared, describe(prepared, 3_001, 3_005))
    assert (anchor.status, anchor.start, anchor.end) == (Status.EXACT, 3_001, 3_005)
