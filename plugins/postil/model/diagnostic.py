"""One thing that is wrong, said so that it can be mended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from postil.model.pickled import quickly_pickled
from postil.model.place import Place


class Level(StrEnum):
    """How much a diagnostic matters. A site sets the level of each code."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding about something that a person wrote.

    `code` is a name from `postil.model.codes`; `message` quotes what was written and says what is
    wrong with it; `hint` says what to do, or is empty. The level is not stored here: it belongs
    to the code, and the site may change it (see `Settings.level_of`).
    """

    code: str
    message: str
    place: Place
    hint: str = ""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.place}: {self.message}{hint} [{self.code}]"
