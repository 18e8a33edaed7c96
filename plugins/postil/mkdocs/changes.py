"""What changed while MkDocs serves a site, and how its server is told of more."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watchdog.events import FileModifiedEvent, FileSystemEvent, FileSystemEventHandler

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class Changes(FileSystemEventHandler):
    """The paths of files that changed since they were last asked for."""

    def __init__(self) -> None:
        self._paths: set[Path] = set()
        self._lock = threading.Lock()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Remembers the path; a file that is moved has two."""
        if event.is_directory:
            return
        found = {os.fsdecode(event.src_path), os.fsdecode(event.dest_path or "")} - {""}
        self.add(set(map(Path, found)))

    def add(self, paths: set[Path]) -> None:
        """Remembers paths."""
        with self._lock:
            self._paths |= paths

    def take(self) -> set[Path]:
        """What changed."""
        with self._lock:
            found, self._paths = self._paths, set()
        return found


class _Asked:
    """Stands for an observer while the server is asked to watch a file, and keeps what it does when
    that changes."""

    def __init__(self) -> None:
        self.handlers: list[FileSystemEventHandler] = []

    def schedule(self, handler: FileSystemEventHandler, path: str, **_: Any) -> str:
        """Looks at nothing."""
        self.handlers.append(handler)
        return path


def asking(server: LiveReloadServer, signal: Path) -> Callable[[], None]:
    """What has the server call its builder, as if that file had changed: its own way to be asked
    from outside."""
    asked: Any = _Asked()
    server.observer, observer = asked, server.observer
    try:
        server.watch(str(signal))
    finally:
        server.observer = observer
    (handler,) = asked.handlers
    event = FileModifiedEvent(str(signal))
    return lambda: handler.dispatch(event)
