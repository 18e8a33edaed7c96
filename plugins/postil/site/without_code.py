"""Markdown in which what is shown as it is written, and is no markup, holds no signs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_TICKS = re.compile("`+")


def without_code(markdown: str) -> str:
    """Markdown with spaces for code and comments, so that all else stands where it stood.

    Code that is set off by indenting is left: so are lists within lists.
    """
    lines = markdown.split("\n")
    masked = list(lines)
    for first, last in _fenced(lines):
        masked[first : last + 1] = [" " * len(line) for line in lines[first : last + 1]]
    return _without_comments("\n".join(_without_spans(line) for line in masked))


def _fenced(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The first and the last line of each block of code between fences."""
    mark, first = "", 0
    for number, line in enumerate(lines):
        found = _FENCE.match(line)
        if not found:
            continue
        if not mark:
            mark, first = found[1], number
        elif found[1].startswith(mark) and not line[found.end() :].strip():
            yield first, number
            mark = ""


def _without_spans(line: str) -> str:
    """A line without what stands between as many backticks as end it."""
    runs = list(_TICKS.finditer(line))
    of_length: dict[int, list[int]] = defaultdict(list)
    for index in range(len(runs) - 1, -1, -1):
        of_length[len(runs[index][0])].append(index)
    parts, after, begin = list[str](), 0, 0
    while begin < len(runs):
        alike = of_length[len(runs[begin][0])]
        while alike and alike[-1] <= begin:
            alike.pop()
        if not alike:
            begin += 1
            continue
        start, end = runs[begin].start(), runs[alike[-1]].end()
        parts += [line[after:start], " " * (end - start)]
        after, begin = end, alike[-1] + 1
    return "".join([*parts, line[after:]])


def _without_comments(text: str) -> str:
    parts, after = list[str](), 0
    while (start := text.find("<!--", after)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts += [text[after:start], re.sub(r"[^\n]", " ", text[start : end + 3])]
        after = end + 3
    return "".join([*parts, text[after:]])
