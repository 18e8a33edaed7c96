"""Where the lines of a title break."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from postil.anchor.graphemes import edge_before

_CUT = "…"

Measure = Callable[[str], float]
"""How many pixels words take."""


def wrap(text: str, measure: Measure, width: float) -> list[str]:
    """`text` in lines no wider than `width`, broken at spaces; a word that is wider than a line
    has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def fit(
    text: str, measures: Sequence[tuple[float, int, Measure]], width: float
) -> tuple[float, list[str]]:
    """The first size in which `text` fits, and its lines.

    Each of `measures` is a size, how many lines of it there may be, and how wide words of it are.
    Where it fits in none, it is cut off in the last one.
    """
    lines: list[str] = []
    for size, most, measure in measures:
        lines = wrap(text, measure, width)
        if len(lines) <= most and all(measure(line) <= width for line in lines):
            return size, lines
    size, most, measure = measures[-1]
    kept = lines[: most - 1]
    rest = text.split()[sum(len(line.split()) for line in kept) :]
    kept += [" ".join(rest)] if rest else []
    return size, [cut(line, measure, width) for line in kept]


def cut(text: str, measure: Measure, width: float) -> str:
    """`text`, cut off at a word, or within one that is too long, where it is wider than `width`."""
    if measure(text) <= width:
        return text
    words = text.split()
    while len(words) > 1:
        words.pop()
        shorter = " ".join(words).rstrip(" ,;:—–-") + _CUT
        if measure(shorter) <= width:
            return shorter
    word = words[0]
    while word and measure(word + _CUT) > width:
        word = word[: edge_before(word, len(word) - 1)]
    return word + _CUT
