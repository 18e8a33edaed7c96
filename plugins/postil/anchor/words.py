"""Where words begin and end, and how much a string tells."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category

from postil.anchor.normal import is_cjk
from postil.anchor.policy import CJK_WEIGHT, HANGUL_WEIGHT


def in_word(char: str) -> bool:
    """Whether the character is part of a word: a letter, a digit, or a mark on one."""
    return char.isalnum() or (char >= "\u0300" and category(char)[0] == "M")


def is_word_edge(text: str, at: int) -> bool:
    """Whether a word begins or ends at `at`. In CJK every character does."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if not (in_word(before) and in_word(after)):
        # A mark is never parted from its letter.
        return not (after >= "\u0300" and category(after)[0] == "M")
    return is_cjk(before) or is_cjk(after)


def end_words(text: str) -> tuple[str, str]:
    """The first and the last word of a string, with what is between them and its ends."""
    first, last = 1, len(text) - 1
    while first < len(text) and not (in_word(text[first - 1]) and is_word_edge(text, first)):
        first += 1
    while last > 0 and not (in_word(text[last]) and is_word_edge(text, last)):
        last -= 1
    return text[:first], text[last:]


def information(text: str) -> float:
    """How much a string tells: its letters, marks and digits, a CJK character for several."""
    return sum(map(_weight, text))


@lru_cache(maxsize=4096)
def _weight(char: str) -> float:
    if not in_word(char):
        return 0.0
    if is_cjk(char):
        return CJK_WEIGHT
    return HANGUL_WEIGHT if "\uac00" <= char <= "\ud7a3" else 1.0
