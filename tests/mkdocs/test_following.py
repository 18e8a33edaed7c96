"""A whole build in another process: when it begins, what is left of it, and how it is taken."""

from __future__ import annotations

import subprocess
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from postil.mkdocs import following
from postil.mkdocs.following import Following, differences, take_over

PATIENCE = 60


class Process:
    """A process that ends when it is told to, or killed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        del args, kwargs
        self.ended = threading.Event()
        self.returncode, self.said = 0, ""
        begun.append(self)
        anything.set()

    def communicate(self, order: str) -> tuple[str, str]:
        self.order = order
        assert self.ended.wait(PATIENCE)
        return "", self.said

    def kill(self) -> None:
        self.returncode = -9
        self.ended.set()


begun: list[Process] = []
anything = threading.Event()


@pytest.fixture
def woken(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    begun.clear()
    anything.clear()
    monkeypatch.setattr(subprocess, "Popen", Process)
    return threading.Event()


def runs() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if isinstance(one, following._Run)]


def settle() -> None:
    for one in runs():
        one.join(PATIENCE)
    assert runs() == []


def test_what_has_ended_is_told_and_taken_once(tmp_path: Path, woken: threading.Event) -> None:
    behind = Following({"a": 1}, tmp_path, woken.set, 0.0)
    behind.soon()
    assert anything.wait(PATIENCE)
    assert behind.take() is None
    begun[0].ended.set()
    assert woken.wait(PATIENCE)
    outcome = behind.take()
    assert outcome is not None
    assert outcome.folder.parent == tmp_path
    assert outcome.error == ""
    assert str(outcome.folder) in begun[0].order
    assert behind.take() is None


def test_an_edit_ends_what_has_begun_and_leaves_nothing(
    tmp_path: Path, woken: threading.Event
) -> None:
    behind = Following({}, tmp_path, woken.set, 0.0)
    behind.soon()
    assert anything.wait(PATIENCE)
    behind.cancel()
    settle()
    assert begun[0].returncode == -9
    assert behind.take() is None
    assert not woken.is_set()
    assert list(tmp_path.iterdir()) == []


def test_an_edit_soon_after_another_begins_nothing_twice(
    tmp_path: Path, woken: threading.Event
) -> None:
    behind = Following({}, tmp_path, woken.set, PATIENCE)
    behind.soon()
    behind.soon()
    behind.cancel()
    settle()
    assert begun == []
    assert list(tmp_path.iterdir()) == []


def test_what_nobody_took_is_removed(tmp_path: Path, woken: threading.Event) -> None:
    behind = Following({}, tmp_path, woken.set, 0.0)
    behind.soon()
    assert anything.wait(PATIENCE)
    begun[0].ended.set()
    assert woken.wait(PATIENCE)
    behind.cancel()
    until = time.monotonic() + PATIENCE
    while list(tmp_path.iterdir()):
        assert time.monotonic() < until
        time.sleep(0.01)  # it is removed meanwhile


def test_a_failure_says_why(tmp_path: Path, woken: threading.Event) -> None:
    behind = Following({}, tmp_path, woken.set, 0.0)
    behind.soon()
    assert anything.wait(PATIENCE)
    begun[0].returncode, begun[0].said = 1, "no such theme\n"
    begun[0].ended.set()
    assert woken.wait(PATIENCE)
    outcome = behind.take()
    assert outcome is not None
    assert outcome.error == "no such theme"


def test_a_site_takes_the_place_of_another(tmp_path: Path) -> None:
    before = {"left": "1", "same": "1", "old/page": "1", "was/folder": "1", "file": "1"}
    after = {"left": "1", "same": "2", "new/page": "2", "was": "2", "file/is/folder": "2"}
    for folder, files in (("site", before), ("made", after)):
        for path, content in files.items():
            (tmp_path / folder / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / folder / path).write_text(content, encoding="utf-8")
    other, gone = differences(tmp_path / "made", tmp_path / "site")
    assert other == ["file/is/folder", "new/page", "same", "was"]
    assert gone == ["file", "old/page", "was/folder"]
    take_over(tmp_path / "made", tmp_path / "site", other, gone)
    site = tmp_path / "site"
    found = {p.relative_to(site).as_posix(): p.read_text() for p in site.rglob("*") if p.is_file()}
    assert found == after
    assert not (site / "old").exists()
