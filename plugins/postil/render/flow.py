"""Text as it flows on the page: white space collapsed, blocks apart, each piece with its source."""

from __future__ import annotations

import re
from dataclasses import dataclass

from postil.render import elements as names
from postil.render.references import REFERENCE, decode
from postil.render.tree import Element

_SPACES = " \t\n\f\r"
_TO_SPACE = str.maketrans("\t\n\f\r", "    ")
# Browsers leave out the character U+0000.
_FLOWING = re.compile(rf"[{_SPACES}]{{2,}}+|{REFERENCE}|\0")
_KEPT = re.compile(rf"\r\n?|{REFERENCE}|\0")


@dataclass(slots=True)
class Run:
    """Visible characters that come from one stretch of the source, within one `element`.

    `start` and `end` are visible offsets, `source` and `source_end` those of the source. Either
    both stretches are of one length and agree character by character, or the run stands as a
    whole for its source. `text` is where the text between two tags begins that holds the run.
    """

    start: int
    end: int
    source: int
    source_end: int
    text: int
    element: Element

    @property
    def whole(self) -> bool:
        """Whether the run must not be cut."""
        return self.end - self.start != self.source_end - self.source


# What stands between two pieces of text; of several, the greatest.
_NOTHING, _BLOCK, _CELL, _ROW = range(4)
_SEPARATORS = ("", "\n", "\t", "\n")
_GAPS = (
    dict.fromkeys(names.BLOCKS, _BLOCK)
    | dict.fromkeys(names.CELLS, _CELL)
    | dict.fromkeys(("caption", "table", "tbody", "tfoot", "thead", "tr"), _ROW)
)


class TextFlow:
    """Collects the visible text of a page, from its tags and texts in order."""

    def __init__(self, html: str) -> None:
        self.runs: list[Run] = []
        self.blocks: list[tuple[int, int]] = []
        self._html = html
        self._parts: list[str] = []
        self._length = 0
        self._gap = _NOTHING
        self._lines = 0
        self._space: tuple[int, int, int, Element] | None = None
        self._block = 0

    def part(self, name: str) -> None:
        """A block called `name` begins or ends."""
        self._gap = max(self._gap, _GAPS[name])

    def line(self) -> None:
        """A line ends within a block. The last line of a block ends without it."""
        if not self._gap and self._length:
            self._lines += 1
            self._space = None

    def write(self, element: Element, start: int, end: int) -> None:
        """The text from `start` to `end` of the source stands in `element`."""
        html, position = self._html, start
        kept = element.preformatted
        if kept and start == element.inner and element.name in ("listing", "pre"):
            # A line feed right after `<pre>` belongs to the tag.
            position += html.startswith("\r\n", start) + 1 if html[start] in "\r\n" else 0
        pattern = _KEPT if kept else _FLOWING
        for match in pattern.finditer(html, position, end):
            found, at = match[0], match.start()
            if found[0] == "&":
                stands_for = decode(found)
                if stands_for == found:
                    continue
            else:
                stands_for = "" if found == "\0" else "\n"
            self._plain(position, at, start, element)
            position = match.end()
            if stands_for and not kept and stands_for in _SPACES:
                self._blank(at, position, start, element)
            elif stands_for:
                self._put(stands_for, at, position, start, element)
        self._plain(position, end, start, element)

    def finish(self) -> str:
        """The visible text."""
        if self.runs:
            self.blocks.append((self._block, self.runs[-1].end))
        return "".join(self._parts)

    def _plain(self, start: int, end: int, text: int, element: Element) -> None:
        if start >= end:
            return
        piece = self._html[start:end]
        if element.preformatted:
            self._put(piece, start, end, text, element)
            return
        # No two spaces meet within a piece, but one may stand at either end.
        piece = piece.translate(_TO_SPACE)
        if piece[0] == " ":
            if piece == " ":
                self._blank(start, end, text, element)
                return
            if not self._sees_blank():
                piece, start = piece[1:], start + 1
        if piece[-1] == " ":
            self._put(piece[:-1], start, end - 1, text, element)
            self._space = (end - 1, end, text, element)
        else:
            self._put(piece, start, end, text, element)

    def _sees_blank(self) -> bool:
        """Whether white space is seen here, if text follows it on the same line."""
        return not (self._gap or self._lines or self._space) and self._length > 0

    def _blank(self, start: int, end: int, text: int, element: Element) -> None:
        if self._sees_blank():
            self._space = (start, end, text, element)

    def _put(self, piece: str, start: int, end: int, text: int, element: Element) -> None:
        if self._gap:
            self._separate()
        elif self._lines:
            self._add("\n" * self._lines)
        elif self._space is not None:
            self._run(" ", *self._space)
        self._space = None
        self._lines = 0
        self._run(piece, start, end, text, element)

    def _separate(self) -> None:
        if self.runs:
            self.blocks.append((self._block, self.runs[-1].end))
            # The last line of a `pre` may bring its own line feed.
            if not self._parts[-1].endswith("\n"):
                self._add(_SEPARATORS[self._gap])
        self._block = self._length
        self._gap = _NOTHING

    def _run(self, piece: str, start: int, end: int, text: int, element: Element) -> None:
        begin = self._length
        self._parts.append(piece)
        self._length = stop = begin + len(piece)
        if self.runs:
            last = self.runs[-1]
            # One run where source and text go on side by side.
            if (
                last.text == text
                and last.source_end == start
                and stop - begin == end - start
                and not last.whole
            ):
                last.end, last.source_end = stop, end
                return
        self.runs.append(Run(begin, stop, start, end, text, element))

    def _add(self, separator: str) -> None:
        self._parts.append(separator)
        self._length += len(separator)
