"""Where in the source something may be inserted so that the HTML stays valid."""

from __future__ import annotations

from bisect import bisect_left

from postil.render import elements as names
from postil.render.tree import Element

# Blocks that hosts wrap in an element of their own, which belongs to them.
_WRAPPED = frozenset(("listing", "pre", "table"))


def after_words(element: Element, offset: int) -> int:
    """Where a number may stand that follows the words in `element` that end at `offset`.

    That is right there, unless the words stand inside something that a number must not be part
    of, such as a link or code.
    """
    return offset if element.whole is None else max(offset, element.whole.end)


def after_block(html: str, element: Element, offset: int) -> int:
    """Where the notes may stand that belong to the block around `offset`, in `element`.

    That is behind the nearest block that stands in an element which may hold other blocks; for
    words that stand right in such an element (an item of a tight list) behind them, before the
    next block inside it.
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
                return _next_break(current, end)
        elif current is element.container and _holds(current):
            return _next_break(current, offset)
        elif _holds(parent):
            return _after_wrapper(html, current, end)
        else:
            current = parent
    return _next_break(current, end)


def _holds(element: Element) -> bool:
    return element.parent is None or element.name in names.FLOW


def _next_break(element: Element, offset: int) -> int:
    index = bisect_left(element.breaks, offset)
    return element.breaks[index] if index < len(element.breaks) else max(offset, element.close)


def _after_wrapper(html: str, element: Element, end: int) -> int:
    """The end of `element`, or of what does nothing but wrap it, such as a frame around code."""
    parent = element.parent
    while (
        element.name in _WRAPPED
        and parent is not None
        and parent.parent is not None
        and parent.name == "div"
        and html[parent.inner : element.start].isspace() | (parent.inner == element.start)
        and html[element.end : parent.close].isspace() | (parent.close == element.end)
        and _holds(parent.parent)
    ):
        end = max(end, parent.end)
        parent = parent.parent
    return end
