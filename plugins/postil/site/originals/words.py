"""The words of a document and of the text made from it, to hold one against the other."""

from __future__ import annotations

import re

from postil.render.visible import read_visible

_NOTE_LINK = re.compile(r'<a href="#footnote-[^"]*"[^>]*>[^<]*</a>')
_SHOWN = 6


def words_of(html: str) -> list[str]:
    """The words that a reader of the HTML sees. Marks of footnotes are none."""
    return read_visible(html).text.split()


def words_of_original(html: str, notes: bool) -> list[str]:
    """The words of a document; `notes` is whether the marks of its footnotes are made anew."""
    return words_of(_NOTE_LINK.sub("", html) if notes else html)


def difference(original: list[str], made: list[str]) -> str:
    """What a message says of the first place in which the words differ; empty where none does."""
    if original == made:
        return ""
    pairs = enumerate(zip(original, made, strict=False))
    first = next((at for at, (one, other) in pairs if one != other), min(len(original), len(made)))
    was, became = (_around(words, first) for words in (original, made))
    return f"“{was}” would become “{became}”"


def _around(words: list[str], at: int) -> str:
    return " ".join(words[max(at - 2, 0) : at + _SHOWN]) or "nothing"
