"""What is known of a diagnostic before it is found."""

from __future__ import annotations

from dataclasses import dataclass

from postil.model.diagnostic import Level


@dataclass(frozen=True, slots=True)
class Code:
    """The name of a diagnostic, its level unless the site sets another, and its documentation.

    `meaning` says in one sentence what is wrong, `cause` how it comes about, and `mending` what to
    do; the last two are Markdown. Links in them lead to pages of the reference. `room` is the part
    of Postil that gives the diagnostic.
    """

    id: str
    level: Level
    meaning: str
    cause: str
    mending: str
    room: str = "read"


@dataclass(frozen=True, slots=True)
class Group:
    """Diagnostics of one subject, and the question that they answer."""

    title: str
    question: str
    codes: tuple[Code, ...]
