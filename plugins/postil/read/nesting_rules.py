"""What the tags of HTML open and end, as a parser of the standard has it.

Where it is not sure that an element ends, it is taken for open: there may be too many, and never
too few. https://html.spec.whatwg.org/multipage/parsing.html#tree-construction
"""

from __future__ import annotations

from postil.read.nesting_names import (
    BLOCKS,
    ENDS_PARAGRAPH,
    FOREIGN,
    FORMATS,
    HEADINGS,
    IGNORED,
    IMPLIED,
    ITEMS,
    LEAVES,
    MARKERS,
    PARTS,
    ROWS,
    SCOPES,
    SPECIAL,
    STOPS,
    VOID,
)
from postil.read.nesting_stack import Stack

_HOLD_PARTS = frozenset(("table", "template"))
_CELLS = frozenset(("caption", "td", "th"))
_UNSURE = FOREIGN | {"#data", "select"}
"""Elements in which others may be none."""


class Nesting(Stack):
    """The elements that are open, one tag after the other."""

    def __init__(self) -> None:
        super().__init__()
        # Whether what is open tells that a drawing is.
        self._sure = True

    def data(self, html: str, position: int) -> int:
        """Takes the begin of a section of data, which ends differently outside of drawings.
        Returns where to go on."""
        end, first = html.find("]]>", position), html.find(">", position)
        if first < 0:
            return len(html)
        if self.is_foreign() and first != end + 2:
            self.push("#data")
        return first + 1

    def moves_text(self) -> bool:
        """Whether text here is set before a table in which it has no place."""
        return bool(self.stack) and self.is_at(-1, PARTS - _CELLS)

    def open(self, name: str, attributes: str) -> bool:
        """Takes a start tag. Whether it surely parts the text before it from what follows."""
        before = len(self.stack)
        self._open(name, attributes)
        grown = len(self.stack) > before or name in ENDS_PARAGRAPH or name in _CELLS
        return grown and self.last(_UNSURE, frozenset()) < 0

    def _open(self, name: str, attributes: str) -> None:
        self.work += len(self.stack) + 1
        if name in FOREIGN and attributes.endswith("/"):
            return
        if self.is_foreign():
            self._open_in_drawing(name, attributes)
            return
        if name in IGNORED:
            return
        if name in PARTS:
            self._open_part(name)
            return
        if name in ITEMS:
            self.cut(self.last(ITEMS[name], SPECIAL - {"address", "div", "p"}))
        if name in ENDS_PARAGRAPH:
            self.cut(self.last({"p"}, SCOPES | {"button"}))
        else:
            self.text()
        if name in VOID:
            return
        top = self.stack[-1].name if self.stack else ""
        if (name in HEADINGS and top in HEADINGS) or name == top == "option":
            self.cut(len(self.stack) - 1)
        elif name == "a":
            self.drop("a", MARKERS)
        if name in FOREIGN:
            self._sure = True
        self.push(name, attributes)

    def close(self, name: str) -> None:
        """Takes an end tag."""
        self.work += len(self.stack) + 1
        if name in FORMATS:
            if not self.drop(name, SCOPES):
                self._sure = False
                self.cut(self.last({name}, SPECIAL))
        elif self.is_foreign():
            at = self.last({name}, STOPS - {name})
            self._sure = self._sure and at >= 0
            self.cut(at)
        elif name in PARTS:
            self.cut(self.last({name}, (SCOPES - {"caption", "td", "th"}) - {name}))
        elif name in HEADINGS:
            self.cut(self.last(HEADINGS, SCOPES))
        elif name == "form":
            at = len(self.stack) - 1
            while at >= 0 and self.is_at(at, IMPLIED):
                at -= 1
            if at >= 0 and self.is_at(at, {"form"}):
                self.cut(at)
        elif name in BLOCKS or name in ITEMS or name == "p":
            within = {"p": {"button"}, "li": {"ol", "ul"}}.get(name, set())
            self.cut(self.last({name}, SCOPES | within))
        else:
            self.cut(self.last({name}, SPECIAL - {name}))

    def _open_in_drawing(self, name: str, attributes: str) -> None:
        """Takes a start tag in a drawing, where a slash ends an element, unless the parser may
        have left the drawing already."""
        self.text()
        sure = self._sure and self.last(FOREIGN, STOPS - FOREIGN) >= 0
        if not (sure and attributes.endswith("/") and name not in LEAVES):
            self.push(name, attributes)

    def _open_part(self, name: str) -> None:
        """Takes the start tag of a table or of its part, which ends what is open of it."""
        table = self.last({"table"}, SCOPES - {"caption", "table", "td", "th"})
        if name == "table":
            # A table in a cell is another one.
            table = self.last({"table"}, SCOPES - {"table"})
            self.cut(table)
            self.cut(self.last({"p"}, SCOPES | {"button"}))
            self.push(name)
            return
        if table < 0:
            # Without any table it is no element at all.
            if any(one.name in _HOLD_PARTS for one in self.stack):
                self.push(name)
            return
        if name not in ("td", "th", "tr"):
            self.cut(table + 1)
            self.push(name)
            return
        rows = next((at for at in range(table + 1, len(self.stack)) if self.is_at(at, ROWS)), -1)
        if rows < 0:
            self.cut(table + 1)
            self.push("tbody")
            rows = table + 1
        row = next((at for at in range(rows + 1, len(self.stack)) if self.is_at(at, {"tr"})), -1)
        if name == "tr" or row < 0:
            self.cut(rows + 1)
            self.push("tr")
            row = rows + 1
        if name != "tr":
            self.cut(row + 1)
            self.push(name)
