"""A whole build in another process, while a preview goes on: what is made of all texts follows an
edit without holding up the next one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

SITE = "site"
DONE = "done.json"


class Outcome(NamedTuple):
    """What came of a whole build: its folder, and what it printed where it failed."""

    folder: Path
    error: str


class Following:
    """Begins a whole build once nothing was edited for `quiet` seconds, by an `order` for the other
    process (see `postil.mkdocs.follower`). When it ends, `wake` is called, in any thread."""

    def __init__(
        self, order: dict[str, Any], folder: Path, wake: Callable[[], None], quiet: float
    ) -> None:
        self._order, self._folder, self._wake, self._quiet = order, folder, wake, quiet
        self._run: _Run | None = None

    def soon(self) -> None:
        """Begins in some seconds, and anew if it had begun: what was edited since is not in it."""
        self.cancel()
        self._run = _Run(self._order, self._folder, self._wake, self._quiet)
        self._run.start()

    def cancel(self) -> None:
        """Ends what has begun."""
        run, self._run = self._run, None
        if run is not None:
            run.cancel()

    def take(self) -> Outcome | None:
        """What came of it, if it has ended; it is the caller's then."""
        run = self._run
        if run is None or run.outcome is None:
            return None
        self._run = None
        return run.outcome


class _Run(threading.Thread):
    def __init__(
        self, order: dict[str, Any], folder: Path, wake: Callable[[], None], quiet: float
    ) -> None:
        super().__init__(daemon=True)
        self._order, self._below, self._wake, self._quiet = order, folder, wake, quiet
        self._cancelled = threading.Event()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self.outcome: Outcome | None = None

    def cancel(self) -> None:
        with self._lock:
            self._cancelled.set()
            if self._process is not None:
                self._process.kill()
        if self.outcome is not None:
            remove(self.outcome.folder)

    def run(self) -> None:
        if self._cancelled.wait(self._quiet):
            return
        folder = Path(tempfile.mkdtemp(dir=self._below))
        command = [sys.executable, "-m", "postil.mkdocs.follower"]
        with self._lock:
            if self._cancelled.is_set():
                return
            self._process = subprocess.Popen(  # noqa: S603 - this very program
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
            )
        _, said = self._process.communicate(json.dumps({**self._order, "folder": str(folder)}))
        with self._lock:
            if not self._cancelled.is_set():
                failed = self._process.returncode != 0
                self.outcome = Outcome(folder, (said.strip() or "it ended") if failed else "")
        if self.outcome is None:
            shutil.rmtree(folder, ignore_errors=True)
        else:
            self._wake()


def remove(folder: Path) -> None:
    """Removes a folder of many files, which takes a while, and nobody waits for it."""
    threading.Thread(target=shutil.rmtree, args=(folder, True), daemon=True).start()


def differences(made: Path, site: Path) -> tuple[list[str], list[str]]:
    """The paths of the files of a site that was made elsewhere which are other ones than those of
    `site`, or not there yet; and of those which are there and should not be."""
    old, new = set(_files(site)), sorted(_files(made))
    other = [path for path in new if path not in old or not _same(made / path, site / path)]
    return other, sorted(old.difference(new))


def take_over(made: Path, site: Path, other: Iterable[str], gone: Iterable[str]) -> None:
    """Puts such files in place, and removes those that are gone."""
    for path in gone:
        (site / path).unlink(missing_ok=True)
        for folder in (site / path).parents:
            if folder == site or any(folder.iterdir()):
                break
            folder.rmdir()
    for path in other:
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (made / path).replace(target)


def _files(folder: Path) -> Iterator[str]:
    for here, _, names in os.walk(folder):
        below = Path(here).relative_to(folder)
        yield from ((below / name).as_posix() for name in names)


def _same(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
