"""Every diagnostic that Postil can give: its code, its level unless the site sets another, and
what it means."""

from __future__ import annotations

from dataclasses import dataclass

from postil.model.diagnostic import Level


@dataclass(frozen=True, slots=True)
class Code:
    """The name of a diagnostic, its default level and one sentence of documentation."""

    id: str
    level: Level
    meaning: str


_ERROR, _WARNING, _INFO = Level.ERROR, Level.WARNING, Level.INFO

_TABLE: tuple[Code, ...] = (
    # Anchors: does each note stand where its author put it?
    Code("anchor-changed", _WARNING, "The passage was found, but its words are no longer the same."),
    Code("anchor-ambiguous", _ERROR, "The target fits several places of the text equally well."),
    Code("anchor-lost", _ERROR, "The passage is not in the text."),
    Code("section-unknown", _ERROR, "The target names a section that the text does not have."),
)

CODES: dict[str, Code] = {code.id: code for code in _TABLE}
