"""The elements of HTML that are open at a tag."""

from __future__ import annotations

from postil.read.nesting_names import FOREIGN, FORMATS, MARKERS, SPECIAL

_MOST_ALIKE = 3
"""Formats of one name and with the same attributes that go on."""
_MOST_STEPS = 8
"""Blocks out of which the end tag of a format reaches."""


class _Open:
    """An element that is open. `goes_on` is whether it is opened again after its block."""

    __slots__ = ("attributes", "goes_on", "name")

    def __init__(self, name: str, attributes: str) -> None:
        self.name, self.attributes = name, attributes
        self.goes_on = name in FORMATS


class Stack:
    """What is open, outermost first, and the formats `waiting` whose block has ended: for each
    element that formats do not leave, those that are opened again in it."""

    def __init__(self) -> None:
        self.stack: list[_Open] = []
        self.waiting: list[list[_Open]] = [[]]
        self.depth = self.work = 0

    def is_foreign(self) -> bool:
        """Whether a drawing or a formula is open."""
        return any(one.name in FOREIGN for one in self.stack)

    def text(self) -> None:
        """Takes text: what goes on is opened again."""
        self.stack += self.waiting[-1]
        self.work += len(self.waiting[-1])
        self.waiting[-1] = []

    def is_at(self, at: int, names: frozenset[str] | set[str]) -> bool:
        """Whether the element at a place has one of the names."""
        return self.stack[at].name in names

    def last(self, names: frozenset[str] | set[str], stops: frozenset[str] | set[str]) -> int:
        """The place of the innermost element of such a name, -1 where one of the `stops` stands
        within it, or there is none."""
        for at in range(len(self.stack) - 1, -1, -1):
            if self.is_at(at, names):
                return at
            if self.is_at(at, stops):
                return -1
        return -1

    def push(self, name: str, attributes: str = "") -> None:
        """Opens an element."""
        new = _Open(name, attributes)
        if new.goes_on:
            alike = [
                one
                for one in [*self._within(), *self.waiting[-1]]
                if one.goes_on and one.name == name and one.attributes == attributes
            ]
            if len(alike) >= _MOST_ALIKE:
                alike[0].goes_on = False
                if alike[0] in self.waiting[-1]:
                    self.waiting[-1].remove(alike[0])
        self.stack.append(new)
        if name in MARKERS:
            self.waiting.append([])
        self.depth = max(self.depth, len(self.stack) + len(self.waiting[-1]))

    def _within(self) -> list[_Open]:
        """What is open within the innermost element that formats do not leave."""
        start = self.last(MARKERS, frozenset())
        return self.stack[start + 1 :]

    def cut(self, at: int) -> None:
        """Ends the elements from a place on, if it is one; formats wait to be opened again."""
        if at < 0:
            return
        ended = self.stack[at:]
        del self.stack[at:]
        kept: list[_Open] = []
        inner = len(self.waiting)
        for place, one in enumerate(ended):
            if one.name in MARKERS:
                inner -= sum(other.name in MARKERS for other in ended[place:])
                break
            if one.goes_on:
                kept.append(one)
        del self.waiting[inner:]
        self.waiting[-1] = kept + self.waiting[-1]

    def drop(self, name: str, stops: frozenset[str]) -> bool:
        """Ends the last format of a name that goes on; whether there was one."""
        waiting = self.waiting[-1]
        for one in reversed(waiting):
            if one.name == name:
                waiting.remove(one)
                return True
        blocks = 0
        for at in range(len(self.stack) - 1, -1, -1):
            one = self.stack[at]
            if one.name == name and one.goes_on:
                if blocks < _MOST_STEPS:
                    del self.stack[at]
                return True
            if one.name in stops:
                return False
            blocks += one.name in SPECIAL
        return False
