"""What an import would write, and what became of each thing in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from postil.read.foreign.values import Remark


class State(StrEnum):
    """What becomes of one note or source."""

    NEW = "new"
    """It is written."""
    SAME = "unchanged"
    """It is there already and says the same."""
    CONFLICT = "conflict"
    """It is there already and says something else, which is left as it is."""
    REFUSED = "refused"
    """It could not be read, or its file would not be valid."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one note or source: `where` it stood in the file, the identifier it had there,
    and where it stands now. `remarks` say what was not kept, or why it was refused."""

    where: str
    origin: str
    state: State
    id: str = ""
    text: str = ""
    path: str = ""
    draft: bool = False
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The files to write, by their path below the root of the site, and what became of everything.

    A file that is there already is written only where it is one of `appended`, which gives the
    bytes that it held before; it still begins with them. `proposed` is YAML for contributors who
    are not listed, or empty.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    appended: Mapping[str, int] = field(default_factory=dict)
    outcomes: tuple[Outcome, ...] = ()
    remarks: tuple[Remark, ...] = ()
    proposed: str = ""

    def count(self, state: State) -> int:
        """How many things came to that state."""
        return sum(outcome.state is state for outcome in self.outcomes)
