"""What came of looking for a target in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from postil.model.pickled import quickly_pickled


class Status(StrEnum):
    """How a target was found."""

    EXACT = "exact"
    """The words stand there, but for white space, normal form and typography."""
    CHANGED = "changed"
    """Found with a similarity below 1: the text was edited since the note was written."""
    AMBIGUOUS = "ambiguous"
    """Several places are about as good; none was chosen."""
    LOST = "lost"
    """No place is good enough."""


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Candidate:
    """A range of the text that was weighed: code points, end exclusive; score from 0 to 1."""

    start: int
    end: int
    score: float


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Anchor:
    """The place of a target in a text.

    `start` and `end` count Unicode code points of the text that was searched, end exclusive;
    both are -1 unless the status is exact or changed. `score` is 1.0 for exact anchors and the
    best candidate's otherwise. `candidates` holds the nearest places, best first.
    """

    status: Status
    start: int = -1
    end: int = -1
    score: float = 0.0
    candidates: tuple[Candidate, ...] = ()

    @property
    def placed(self) -> bool:
        """Whether the target has a place in the text."""
        return self.start >= 0
