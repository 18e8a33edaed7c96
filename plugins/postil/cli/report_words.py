"""What every form of a report says of diagnostics."""

from __future__ import annotations

from collections.abc import Sequence

from postil.model.diagnostic import Diagnostic, Level
from postil.model.settings import Settings

LEVEL_WORDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "remark"}
"""What a level is called where people read, from the most to the least serious."""


def hinted(diagnostic: Diagnostic) -> str:
    """The message, and the hint behind it where there is one."""
    return diagnostic.message + (f" ({diagnostic.hint})" if diagnostic.hint else "")


def counted(diagnostics: Sequence[Diagnostic], settings: Settings) -> str:
    """How many diagnostics of each level there are, in words; empty where there are none."""
    levels = [settings.level_of(diagnostic.code) for diagnostic in diagnostics]
    counts = ((levels.count(level), word) for level, word in LEVEL_WORDS.items())
    return ", ".join(
        f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count
    )


def serious_first(diagnostics: Sequence[Diagnostic], settings: Settings) -> list[Diagnostic]:
    """The diagnostics by level, those of one level in their order."""
    order = list(LEVEL_WORDS)
    return sorted(diagnostics, key=lambda one: order.index(settings.level_of(one.code)))
