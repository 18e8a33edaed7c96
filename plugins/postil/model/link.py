"""What came of opening the addresses of sources."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LinkState(StrEnum):
    """What an address led to when it was last asked."""

    OK = "ok"
    """A page."""
    MOVED = "moved"
    """A page at another address, for good."""
    DEAD = "dead"
    """Nothing: the page or its host is gone."""
    UNKNOWN = "unknown"
    """No answer that says: the host refused programs, was busy, or could not be reached."""


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """What an address of a source led to.

    `checked` is the ISO date of the last attempt, and `since` that of the first one in a row with
    the same state. `status` is the HTTP status, 0 where there was none. `moved_to` is the address
    that a page moved to. `archive` is the address of a stored copy and `archived` its ISO date;
    both are empty where none is known.
    """

    address: str
    state: LinkState
    checked: str
    since: str = ""
    status: int = 0
    moved_to: str = ""
    archive: str = ""
    archived: str = ""
