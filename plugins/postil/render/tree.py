"""The elements of a page: who stands in whom, and where each begins and ends in the source.

End tags that HTML lets authors leave out are supplied as browsers do, closely enough to know
where a note may stand. Whatever is wrong with the markup, each tag costs constant time, but for
elements that it ends, and no element ends twice.
"""

from __future__ import annotations

from postil.render import elements as names
from postil.render.tokens import Token, attributes_of

# Apparatus of the hosts: permalinks, references to footnotes and back, line numbers.
_APPARATUS = frozenset(("footnote-backref", "footnote-ref", "headerlink", "linenos"))


class Element:
    """An element, or the page itself (an element without a name).

    `start` and `inner` are where its start tag begins and ends, `close` and `end` the same of
    its end tag, or where it ends without one. `breaks` are what interrupts its own words, in
    order: the blocks inside it, or the inline elements that hold them.
    """

    __slots__ = (
        "block",
        "breaks",
        "close",
        "closed",
        "container",
        "end",
        "foreign",
        "hidden",
        "id",
        "index",
        "inner",
        "interactive",
        "limit",
        "name",
        "open",
        "parent",
        "part",
        "preformatted",
        "scope",
        "start",
        "top",
        "whole",
    )

    def __init__(self, name: str, parent: Element | None, start: int, inner: int) -> None:
        self.name = name
        self.parent = parent
        self.start = start
        self.inner = inner
        self.close = self.end = -1
        self.open = True
        self.id = ""
        self.breaks: list[Element] = []
        self.index: int = 0 if parent is None else parent.index + 1
        # What it has from those around it: the index of the nearest block, of the nearest element
        # that end tags, list items or cells do not reach across, and the outermost element of
        # each of three sorts.
        self.block = self.scope = self.limit = self.part = 0
        self.hidden = self.preformatted = self.interactive = self.foreign = False
        self.closed: Element | None = None
        self.whole: Element | None = None
        self.container: Element = self
        self.top: Element = self
        if parent is not None:
            self._inherit(parent)

    def _inherit(self, parent: Element) -> None:
        name, index = self.name, self.index
        is_block = name in names.BLOCKS
        self.block = index if is_block else parent.block
        self.scope = index if name in names.SCOPES else parent.scope
        through = not is_block or name in ("address", "div", "p")
        self.limit = parent.limit if through or name in names.ENDS_ITEMS else index
        self.part = index if name in ("table", "template") else parent.part
        self.hidden = parent.hidden or name in names.HIDDEN
        self.preformatted = parent.preformatted or name in names.PREFORMATTED
        self.interactive = parent.interactive or name in names.INTERACTIVE
        self.foreign = parent.foreign or name in ("math", "svg")
        self.closed = parent.closed or (self if name in names.CLOSED else None)
        self.whole = parent.whole or (self if name in names.WHOLE else None)
        # The nearest block around its words, and the outermost inline element within that.
        self.container = self if is_block else parent.container
        self.top = self if is_block or parent is parent.container else parent.top


class Tree:
    """Builds the elements of a page from its tags, in order."""

    def __init__(self) -> None:
        self.root = Element("", None, 0, 0)
        self.ids: set[str] = set()
        self._stack = [self.root]
        self._open: dict[str, list[int]] = {}

    @property
    def current(self) -> Element:
        """The element in which the next text stands."""
        return self._stack[-1]

    def open(self, token: Token) -> Element:
        """Takes a start tag."""
        name, start = token.name, token.start
        self._end_implied(name, start)
        parent = self.current
        element = Element(name, parent, start, token.end)
        if element.container is element:
            inline = parent is not parent.container
            parent.container.breaks.append(parent.top if inline else element)
        attributes = attributes_of(token.attributes) if token.attributes else {}
        self._take_attributes(element, attributes)
        if name in names.VOID or (token.closed and element.foreign):
            element.open = False
            element.close = element.end = token.end
        else:
            self._stack.append(element)
            self._open.setdefault(name, []).append(element.index)
        return element

    def shut(self, token: Token) -> Element | None:
        """Takes an end tag. The element that it ends, or None if it ends nothing."""
        name, top = token.name, self.current
        opened = self._open.get(name)
        limit = top.part if name in names.PARTS else top.scope
        if not opened or opened[-1] < limit:
            return None
        index = opened[-1]
        element = self._stack[index]
        if top.block > index and name not in names.BLOCKS:
            # `<b><p>…</b>…</p>`: the paragraph goes on.
            opened.pop()
            element.open = False
            element.close, element.end = token.start, token.end
            return element
        self._pop(index + 1, token.start, token.start)
        self._pop(index, token.start, token.end)
        return element

    def finish(self, length: int) -> None:
        """Ends whatever is open at the end of the page."""
        self._pop(1, length, length)
        self.root.close = self.root.end = length

    def _end_implied(self, name: str, start: int) -> None:
        top = self.current
        if name in names.ENDS_ITEMS:
            self._end_last(names.ENDS_ITEMS[name], max(top.limit, top.scope), start)
        elif name in names.ENDS_PARTS:
            self._end_last(names.ENDS_PARTS[name], top.part, start)
        elif name == "a":
            self._end_last(("a",), max(top.block, top.scope), start)
        if name in names.ENDS_PARAGRAPH:
            self._end_last(("p",), self.current.scope, start)
        if name in names.HEADINGS and self.current.name in names.HEADINGS:
            self._pop(self.current.index, start, start)

    def _end_last(self, which: tuple[str, ...], limit: int, start: int) -> None:
        opened = [self._open[name][-1] for name in which if self._open.get(name)]
        found = min((index for index in opened if index > limit), default=0)
        if found:
            self._pop(found, start, start)

    def _pop(self, index: int, close: int, end: int) -> None:
        """Ends the elements from `index` of the stack on."""
        while len(self._stack) > index:
            element = self._stack.pop()
            if element.open:
                self._open[element.name].pop()
                element.open = False
                element.close, element.end = close, end
        while not self._stack[-1].open:
            self._stack.pop()

    def _take_attributes(self, element: Element, attributes: dict[str, str]) -> None:
        if element.name == "dialog" and "open" not in attributes:
            element.hidden = True
        if not attributes:
            return
        if attributes.get("id"):
            self.ids.add(attributes["id"])
            element.id = attributes["id"]
        if (
            "hidden" in attributes
            or attributes.get("aria-hidden", "").lower() == "true"
            or not _APPARATUS.isdisjoint(attributes.get("class", "").split())
        ):
            element.hidden = True
