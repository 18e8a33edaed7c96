"""The visible text of a page: what a reader could select, and where each character comes from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from postil.anchor.section import Section
from postil.render import elements as names
from postil.render.flow import Run, TextFlow
from postil.render.source_map import SourceMap
from postil.render.tokens import CLOSE, TEXT, tokenize
from postil.render.tree import Element, Tree


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the page; `start` and `end` are the visible offsets of its words."""

    id: str
    level: int
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class VisibleText:
    """What a reader of a page sees, as one string, and the way back to the source.

    White space is collapsed as a browser does, and kept in `pre`; blocks are separated by a line
    feed, which also stands for `<br>`, and the cells of a row by a tab. Character references
    count as what they stand for. Offsets count code points.

    `sections` are in the order of their headings. `blocks` are the ranges between those
    separators, but for `<br>`. `ids` are the ids that the page uses. `runs` is the map to the
    source, in order.
    """

    text: str
    headings: tuple[Heading, ...]
    sections: tuple[Section, ...]
    blocks: tuple[tuple[int, int], ...]
    ids: frozenset[str]
    _map: SourceMap

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs of the map, in order."""
        return self._map.opened.runs

    @property
    def starts(self) -> tuple[int, ...]:
        """The `start` of each run."""
        return self._map.opened.starts

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """Where the visible characters from `start` to `end` begin and end in the source.

        What stands for several visible characters is taken whole. Raises ValueError for a range
        that is empty or not within the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no visible text from {start} to {end}")
        # A separator comes from no text: a range begins after it, and ends before it.
        runs, starts = self.runs, self.starts
        first = runs[max(bisect_right(starts, start) - 1, 0)]
        if start >= first.end:
            first = runs[bisect_right(starts, start)]
        last = runs[bisect_left(starts, end) - 1]
        begin = first.source if first.whole else first.source + max(start - first.start, 0)
        if last.whole or end >= last.end:
            return begin, last.source_end
        return begin, last.source + end - last.start

    def visible_range(self, start: int, end: int) -> tuple[int, int]:
        """The visible characters that come from `start` to `end` of the source, as offsets.

        Both ends are to be those of elements. The range is empty where nothing is visible.
        """
        first = bisect_left(self.runs, start, key=attrgetter("source"))
        last = bisect_right(self.runs, end, key=attrgetter("source_end")) - 1
        if last < first:
            return 0, 0
        return self.runs[first].start, self.runs[last].end


def read_visible(html: str) -> VisibleText:
    """The visible text of `html`, a page or a part of one, however broken."""
    tree, flow = Tree(), TextFlow(html)
    headings: list[Element] = []
    for token in tokenize(html):
        if token.form is TEXT:
            if not tree.current.hidden:
                flow.write(tree.current, token.start, token.end)
        elif token.form is CLOSE:
            ended = tree.shut(token)
            if ended is not None and not ended.hidden and token.name in names.BLOCKS:
                flow.part(token.name)
        else:
            element = tree.open(token)
            if element.hidden:
                continue
            if token.name in names.BLOCKS:
                flow.part(token.name)
                if token.name in names.HEADINGS:
                    headings.append(element)
            elif token.name == "br":
                flow.line()
    tree.finish(len(html))
    text = flow.finish()
    visible = VisibleText(
        text=text,
        headings=(),
        sections=(),
        blocks=tuple(flow.blocks),
        ids=frozenset(tree.ids),
        _map=SourceMap(tuple(flow.runs)),
    )
    found = tuple(_headings(visible, headings))
    return replace(visible, headings=found, sections=_sections(found, len(text)))


def _headings(visible: VisibleText, elements: list[Element]) -> Iterator[Heading]:
    for element in elements:
        start, end = visible.visible_range(element.inner, element.close)
        if start < end:
            words = visible.text[start:end]
            yield Heading(element.id, int(element.name[1]), words, start, end)


def _sections(headings: tuple[Heading, ...], length: int) -> tuple[Section, ...]:
    sections: list[Section] = []
    # The headings that follow and end a section before any later one does.
    following: list[Heading] = []
    for one in reversed(headings):
        while following and following[-1].level > one.level:
            following.pop()
        # Where a heading stands within another, the section holds all of the outer one.
        end = max(one.end, following[-1].start if following else length)
        following.append(one)
        sections.append(Section(one.id, one.words, one.start, end, one.start, one.end))
    return tuple(reversed(sections))
