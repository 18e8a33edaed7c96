"""What the host logs while it works in another process, or in an earlier build."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple


class Told(NamedTuple):
    """A message: the name of its logger, its level, and its words."""

    logger: str
    level: int
    message: str


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Told] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(Told(record.name, record.levelno, record.getMessage()))


@contextmanager
def listening() -> Iterator[list[Told]]:
    """Gives what is logged meanwhile, and keeps it from whoever else would hear it."""
    listener = _Listener()
    host, root = logging.getLogger("mkdocs"), logging.getLogger()
    before = host.handlers, host.propagate, root.handlers
    host.handlers, host.propagate, root.handlers = [listener], False, [listener]
    try:
        yield listener.heard
    finally:
        host.handlers, host.propagate, root.handlers = before


def tell_again(heard: Iterable[Told]) -> None:
    """Logs it, as if it happened now."""
    for one in heard:
        logging.getLogger(one.logger).log(one.level, "%s", one.message)
