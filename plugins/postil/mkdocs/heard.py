"""What MkDocs' log said from a warning on, so that it is not said again."""

from __future__ import annotations

import logging


class Heard(logging.Handler):
    """Collects messages with their levels, each once, in their order."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: dict[str, int] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Collects a message."""
        self.messages[record.getMessage()] = record.levelno
