"""A passage on one line with the words around it, to tell it from others that read the same."""

from __future__ import annotations

from postil.anchor.words import is_word_edge

_AROUND = 40
_LONGEST = 120
_BREAK = " .,;:!?”’»)"


def in_context(text: str, start: int, end: int) -> str:
    """The words from `start` to `end` of a visible text in brackets, between what stands around
    them; their middle is left out where they are many."""
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    while low < start and not is_word_edge(text, low):
        low += 1
    while high > end and not is_word_edge(text, high):
        high -= 1
    before, after = _line(text[low:start]), _line(text[end:high])
    words = _line(text[start:end]).strip()
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST // 2].rstrip()} … {words[-_LONGEST // 2 :].lstrip()}"
    opening, closing = "… " if low else "", " …" if high < len(text) else ""
    return f"{opening}{before.lstrip(_BREAK)}[{words}]{after.rstrip()}{closing}"


def _line(words: str) -> str:
    """The words on one line; white space at their ends is one space."""
    return f"{' ' * words[:1].isspace()}{' '.join(words.split())}{' ' * words[-1:].isspace()}"
