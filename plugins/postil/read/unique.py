"""Ids that may stand only once."""

from __future__ import annotations

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.read.words import shown


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
