"""Text as it flows on the page: white space collapsed, blocks apart, each piece with its source."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from postil.render import elements as names
from postil.render.references import REFERENCE, decode
from postil.render.tree import Element

_SPACES = " \t\n\f\r"
_TO_SPACE = str.maketrans("\t\n\f\r", "    ")
_FLOWING = re.compile(rf"[{_SPACES}]{{2,}}+|{REFERENCE}")
_KEPT = re.compile(rf"\r\n?|{REFERENCE}")

_ROWS = frozenset(("caption", "table", "tbody", "tfoot", "thead", "tr"))


class Run(NamedTuple):
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


class Gap(IntEnum):
    """What stands between two pieces of text; of several, the greatest."""

    NONE = 0
    BLOCK = 1
    CELL = 2
    ROW = 3


_SEPARATORS = {Gap.BLOCK: "\n", Gap.CELL: "\t", Gap.ROW: "\n"}


class TextFlow:
    """Collects the visible text of a page, from its tags and texts in order."""

    def __init__(self, html: str) -> None:
        self.runs: list[Run] = []
        self.blocks: list[tuple[int, int]] = []
        self._html = html
        self._parts: list[str] = []
        self._length = 0
        self._gap = Gap.NONE
        self._lines = 0
        self._space: tuple[int, int, int, Element] | None = None
        self._block = 0

    def part(self, name: str) -> None:
        """A block called `name` begins or ends."""
        gap = Gap.ROW if name in _ROWS else Gap.CELL if name in names.CELLS else Gap.BLOCK
        self._gap = max(self._gap, gap)

    def line(self) -> None:
        """A line ends within a block. The last line of a block ends without it."""
        if self._gap is Gap.NONE and self._length:
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
                stands_for = "\n" if kept else " "
            self._plain(position, at, start, element)
            position = match.end()
            if not kept and stands_for in _SPACES:
                self._blank(at, position, start, element)
            else:
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
        piece = piece.translate(_TO_SPACE)
        # No two spaces meet within a piece, but one may stand at either end.
        if piece[0] == " ":
            self._blank(start, start + 1, text, element)
            piece, start = piece[1:], start + 1
        if piece:
            ends_blank = piece[-1] == " "
            if ends_blank:
                piece, end = piece[:-1], end - 1
            self._put(piece, start, end, text, element)
            if ends_blank:
                self._blank(end, end + 1, text, element)

    def _blank(self, start: int, end: int, text: int, element: Element) -> None:
        """White space, which is seen only if text follows it on the same line."""
        if self._length and self._space is None and not self._gap and not self._lines:
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
        self._gap = Gap.NONE

    def _run(self, piece: str, start: int, end: int, text: int, element: Element) -> None:
        begin = self._length
        self._add(piece)
        last = self.runs[-1] if self.runs else None
        joins = (
            last is not None
            and last.text == text
            and last.source_end == start
            and not last.whole
            and len(piece) == end - start
        )
        if joins and last is not None:
            self.runs[-1] = last._replace(end=self._length, source_end=end)
        else:
            self.runs.append(Run(begin, self._length, start, end, text, element))

    def _add(self, piece: str) -> None:
        self._parts.append(piece)
        self._length += len(piece)
