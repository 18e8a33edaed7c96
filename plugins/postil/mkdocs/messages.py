"""What MkDocs' log says of the diagnostics of a build."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from mkdocs.plugins import get_plugin_logger

from postil.model.diagnostic import Diagnostic, Level
from postil.model.settings import Settings

log = get_plugin_logger(__name__)

# Everything from a warning on makes `--strict` fail; an error is no more than that, because an
# exception would leave `mkdocs serve` hanging until the file is mended.
_LOG_LEVELS = {
    Level.ERROR: logging.ERROR,
    Level.WARNING: logging.WARNING,
    Level.INFO: logging.INFO,
}


def tell(diagnostics: Iterable[Diagnostic], settings: Settings, *, strict: bool) -> None:
    """Logs diagnostics at the levels that the site gives them."""
    for diagnostic in diagnostics:
        level = settings.level_of(diagnostic.code)
        if level is not Level.OFF:
            log.log(_loud(_LOG_LEVELS[level], strict=strict), "%s", diagnostic)


def _loud(level: int, *, strict: bool) -> int:
    """The level to log at. MkDocs' `--quiet` drops warnings before `--strict` counts them, and a
    strict build must fail all the same."""
    lost = level == logging.WARNING and not log.isEnabledFor(level)
    return logging.ERROR if strict and lost else level
