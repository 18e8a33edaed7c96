"""Files that change are told, whoever changes them and how."""

from __future__ import annotations

import os
import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from postil.mkdocs.watching import Watching

PATIENCE = 60

Told = queue.Queue[set[Path]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "one").write_text("1")
    (tmp_path / "deep" / "er" / "two").write_text("2")
    # Links to what is not there, and round.
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    (tmp_path / "deep" / "round").symlink_to(tmp_path)
    return tmp_path


@pytest.fixture
def told(folder: Path) -> Iterator[Told]:
    found: Told = queue.Queue()
    watching = Watching((folder, folder / "later"), found.put)
    watching.start()
    yield found
    watching.end()
    watching.join(PATIENCE)
    assert not watching.is_alive()


def test_what_is_written_added_moved_and_removed_is_told(folder: Path, told: Told) -> None:
    (folder / "one").write_text("more")
    assert told.get(timeout=PATIENCE) == {folder / "one"}
    # Of the same size, and written at the same time, as far as a program says.
    times = (folder / "one").stat().st_mtime_ns
    (folder / "new").write_text("less")
    os.utime(folder / "new", ns=(times, times))
    (folder / "new").replace(folder / "one")
    found = told.get(timeout=PATIENCE)
    while folder / "one" not in found:
        found |= told.get(timeout=PATIENCE)
    (folder / "deep" / "er" / "two").unlink()
    assert told.get(timeout=PATIENCE) == {folder / "deep" / "er" / "two"}
    (folder / "later").mkdir()
    (folder / "later" / "three").touch()
    assert told.get(timeout=PATIENCE) == {folder / "later" / "three"}
    assert told.empty()
