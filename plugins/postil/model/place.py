"""Where in a file something stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from postil.model.pickled import quickly_pickled

# What a terminal obeys, ends a line, or turns its direction, and halves of characters: the name of
# a file may hold them all.
_ACTING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@quickly_pickled
@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file that a person wrote.

    `path` is relative to the root of the site, with forward slashes, as a reader of the
    repository would name it. `line` and `column` count from 1, in characters, as editors show
    them; 0 stands for the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 0

    @property
    def encodable(self) -> str:
        """The path as a file of UTF-8 can hold it: ? for a byte that is none."""
        return self.path.encode(errors="replace").decode()

    def __str__(self) -> str:
        path = inactive(self.path)
        return f"{path}:{self.line}:{self.column}" if self.line else path


def inactive(words: str) -> str:
    """Words that a terminal shows as they are: � for what acts on it."""
    return _ACTING.sub("\ufffd", words)
