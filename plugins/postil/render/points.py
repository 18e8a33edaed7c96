"""Where in the source something may be inserted so that the HTML stays valid."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter

from postil.render import elements as names
from postil.render.tree import Element

# Blocks that hosts wrap in an element of their own, which belongs to them.
_WRAPPED = frozenset(("listing", "pre", "table"))

# Blocks around which no other element may stand: `details` and `fieldset` know their first child
# by its name, and search takes a heading for the title of what stands beside it, and no further.
_BARE = names.HEADINGS | {"hgroup", "legend", "summary"}

_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Block:
    """The block that notes belong to, from `start` to `end` of the source.

    Notes may stand at `end`, and an element around it and them where it is not `bare`.
    """

    start: int
    end: int
    bare: bool = False


def after_words(element: Element, offset: int) -> int:
    """Where a number may stand that follows the words in `element` that end at `offset`.

    That is right there, unless the words stand inside something that a number must not be part
    of, such as a link or code.
    """
    return offset if element.whole is None else max(offset, element.whole.end)


def block_around(html: str, element: Element, start: int, offset: int) -> Block:
    """The block around the words in `element` from `start` to `offset`.

    That is the nearest block that stands in an element which may hold other blocks; for words
    that stand right in such an element (an item of a tight list) all of them up to the next block
    inside it.
    """
    current = element.closed or element.container
    end = offset
    while current.parent is not None:
        end = max(end, current.end)
        parent = current.parent
        if current.name not in names.BLOCKS:
            # What is inline goes with the words around it.
            current = parent.container
            if _holds(current):
                return _words_of(current, start, end)
        elif current is element.container and _holds(current):
            return _words_of(current, start, offset)
        elif _holds(parent):
            outer = _outermost(html, current)
            return Block(outer.start, max(end, outer.end), current.name in _BARE)
        else:
            current = parent
    return _words_of(current, start, end)


def breaks_between(container: Element, start: int, end: int) -> bool:
    """Whether a block begins from `start` to `end` between the words of `container`."""
    index = bisect_left(container.breaks, start, key=_START)
    return index < len(container.breaks) and container.breaks[index].start < end


def _holds(element: Element) -> bool:
    return element.parent is None or element.name in names.FLOW


def _words_of(element: Element, start: int, end: int) -> Block:
    """The words right in `element` between two blocks, at least those from `start` to `end`."""
    before = bisect_right(element.breaks, start, key=_START) - 1
    begin = element.inner
    if before >= 0:
        last = element.breaks[before]
        begin = last.end if last.end <= start else last.start
    after = bisect_left(element.breaks, end, key=_START)
    stop = element.breaks[after].start if after < len(element.breaks) else element.close
    return Block(begin, max(end, stop))


def _outermost(html: str, element: Element) -> Element:
    """`element`, or what does nothing but wrap it, such as a frame around code."""
    outer, parent = element, element.parent
    while (
        element.name in _WRAPPED
        and parent is not None
        and parent.parent is not None
        and parent.name == "div"
        and not html[parent.inner : outer.start].strip()
        and not html[outer.end : parent.close].strip()
        and _holds(parent.parent)
    ):
        outer, parent = parent, parent.parent
    return outer
