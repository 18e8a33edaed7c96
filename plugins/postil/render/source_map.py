"""The way from the visible text of a page back to its source, folded up where nobody goes it.

A page that is made anew needs it, and a build that makes few pages anew reads it for all texts:
each has hundreds of runs, with the elements that they stand in.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass

from postil.render.flow import Run


@dataclass(frozen=True, slots=True)
class Opened:
    """The `runs` in order, and the `start` of each."""

    runs: tuple[Run, ...]
    starts: tuple[int, ...]


class SourceMap:
    """All runs of a page. What pickle reads of one is unfolded at its first use."""

    __slots__ = ("_folded", "_opened")

    def __init__(self, runs: tuple[Run, ...] = (), folded: bytes = b"") -> None:
        """Of `runs`, or of what another one was `folded` to."""
        self._folded = folded
        self._opened = None if folded else _opened(runs)

    @property
    def opened(self) -> Opened:
        """What it holds, always the same objects."""
        if self._opened is None:
            runs: tuple[Run, ...] = pickle.loads(self._folded)  # noqa: S301 - folded by us, and sealed
            self._opened, self._folded = _opened(runs), b""
        return self._opened

    def __reduce__(self) -> tuple[object, ...]:
        """What pickle writes."""
        return SourceMap, ((), self._folded or pickle.dumps(self.opened.runs, protocol=5))

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same."""
        return isinstance(other, SourceMap) and self.opened.runs == other.opened.runs

    __hash__ = None  # type: ignore[assignment]  # as of all that can be unfolded


def _opened(runs: tuple[Run, ...]) -> Opened:
    return Opened(runs, tuple(run.start for run in runs))
