"""Ids that may stand only once."""

from __future__ import annotations

from dataclasses import dataclass

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.read.words import shown


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of a shared list: those that can be named, and all that were written.

    One that was written, and left out for what is wrong with it, is no news where it is named.
    `written` is None where the list could not be read, so that nobody knows.
    """

    good: frozenset[str] = frozenset()
    written: frozenset[str] | None = frozenset()

    @property
    def key(self) -> str:
        """The same for the same ids."""
        written = self.written
        return repr((sorted(self.good), None if written is None else sorted(written)))

    def excuses(self, id: str) -> bool:
        """Whether an id that cannot be named needs no message."""
        return self.written is None or id in self.written


class Unique:
    """The ids of one kind of thing, and where each was first written."""

    __slots__ = ("places", "problems", "what")

    def __init__(self, what: str, problems: list[Diagnostic]) -> None:
        """Begin with none. `what` names the thing in messages."""
        self.what = what
        self.problems = problems
        self.places: dict[str, Place] = {}

    def add(self, id: str, place: Place) -> bool:
        """Whether the id is new; a second one is noted with the place of the first."""
        first = self.places.setdefault(id, place)
        if first == place:
            return True
        where = f"line {first.line}" if first.path == place.path else str(first)
        self.problems.append(
            Diagnostic(
                "id-duplicate",
                f"the {self.what} {shown(id)} exists already, in {where}",
                place,
                "give one of the two another id",
            )
        )
        return False

    @property
    def all(self) -> frozenset[str]:
        """Every id, in no order."""
        return frozenset(self.places)
