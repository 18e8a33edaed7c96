"""Builds and commands in processes of their own, which are killed, run at once or meet a fault.

They are forked from one process that has loaded everything (`tests/driver.py`), so that hundreds of
them are tried in a minute.
"""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import pytest

DRIVER = Path(__file__).with_name("driver.py")


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens when the `number`-th thing is asked of the system below a folder, from 1 on; at
    0 it happens each time.

    `act` is one of `kill`, `refuse` (with an error `code`), `remove` and `replace` (the file at
    `path`, with `content`), or empty, which counts. `writes` looks at what changes something alone.
    """

    below: str
    number: int = -1
    act: str = ""
    code: int = errno.ENOSPC
    path: str = ""
    content: str = ""
    writes: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A build (`mkdocs build …`), a command (`postil …`) or the build beside a preview (`follower`
    and its order) in a folder; its fault; the most bytes that a file can have, as on a full disk;
    the seconds after which it is killed."""

    folder: str
    command: tuple[str, ...]
    fault: Fault | None = None
    room: int = 0
    after: float = 0


@dataclass(frozen=True, slots=True)
class Ended:
    """The exit code of a run, negative for a signal, what it said, and what was asked of the system
    below the folder of its fault."""

    code: int
    said: str
    asked: int = 0


class Processes:
    """Starts them."""

    def __init__(self, driver: subprocess.Popen[str]) -> None:
        self._driver = driver

    def run(self, run: Run) -> Ended:
        """One of them, to its end."""
        return self.at_once(run)[0]

    def at_once(self, *runs: Run) -> list[Ended]:
        """Several, all of which begin at the same moment."""
        assert self._driver.stdin
        assert self._driver.stdout
        self._driver.stdin.write(json.dumps([asdict(run) for run in runs]) + "\n")
        self._driver.stdin.flush()
        found = [Ended(**one) for one in json.loads(self._driver.stdout.readline())]
        return [_counted(one) for one in found]


def _counted(ended: Ended) -> Ended:
    said, mark, asked = ended.said.rpartition("\n@")
    return replace(ended, said=said, asked=int(asked)) if mark and asked.isdigit() else ended


@pytest.fixture(scope="session")
def processes() -> Iterator[Processes]:
    """Starts builds and commands."""
    with subprocess.Popen(
        [sys.executable, DRIVER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    ) as driver:
        yield Processes(driver)
        assert driver.stdin
        driver.stdin.close()


def files_below(folder: Path) -> dict[str, bytes]:
    """What somebody who looks into a folder sees, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
