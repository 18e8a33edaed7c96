"""A file is saved whole, or what was there stays."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from postil.save import create, save

Break = Callable[[pytest.MonkeyPatch], None]


def test_a_new_file_is_for_whom_any_other_would_be(tmp_path: Path) -> None:
    save(tmp_path / "new.md", b"new")
    (tmp_path / "other.md").write_text("other")

    assert (tmp_path / "new.md").read_bytes() == b"new"
    assert (tmp_path / "new.md").stat().st_mode == (tmp_path / "other.md").stat().st_mode


def test_a_saved_file_keeps_its_mode_and_its_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)

    save(link, b"new")

    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.md", "real.md"]


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_is_full_after_the_first_half_loses_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("old")

    with no_file_larger_than(100_000), pytest.raises(OSError, match="File too large"):
        save(file, b"x" * 200_000)

    assert file.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def fail(*_: object) -> None:
    raise OSError("it failed")


@pytest.mark.parametrize(
    "broken",
    [
        # The disk takes the bytes and does not keep them.
        lambda patch: patch.setattr(os, "fsync", fail),
        # The file may not be moved to its place.
        lambda patch: patch.setattr(Path, "replace", fail),
    ],
)
def test_a_save_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: Break
) -> None:
    file = tmp_path / "a.md"
    file.write_text("old")
    broken(monkeypatch)

    with pytest.raises(OSError, match="it failed"):
        save(file, b"new")

    assert file.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_save_that_fails_leaves_no_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(OSError, match="it failed"):
        save(tmp_path / "a.md", b"new")

    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_not_created_again(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("old")
    (tmp_path / "lost.md").symlink_to(tmp_path / "nowhere.md")

    for name in ("a.md", "lost.md"):
        with pytest.raises(FileExistsError, match=f"{name} is there already"):
            create(tmp_path / name, b"new")

    assert (tmp_path / "a.md").read_text() == "old"
    assert not (tmp_path / "nowhere.md").exists()


def meanwhile(patch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Somebody else acts while a new file is being written, just before it is put in its place."""
    sync = os.fsync

    def after(descriptor: int) -> None:
        sync(descriptor)
        act()

    patch.setattr(os, "fsync", after)


def test_what_somebody_else_wrote_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.md"
    file.write_text("old")
    meanwhile(monkeypatch, lambda: file.write_text("of somebody else"))

    with pytest.raises(OSError, match=r"a\.md was changed meanwhile"):
        save(file, b"new", b"old")

    assert file.read_text() == "of somebody else"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("links", [True, False])
def test_what_somebody_else_created_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    meanwhile(monkeypatch, lambda: (tmp_path / "a.md").write_text("of somebody else"))
    if not links:  # A file system that gives a file one name alone.
        monkeypatch.setattr(os, "link", fail)

    with pytest.raises(FileExistsError, match=r"a\.md is there already"):
        create(tmp_path / "a.md", b"new")

    assert (tmp_path / "a.md").read_text() == "of somebody else"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("missing", ["links", "locks"])
def test_file_systems_that_know_less_are_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    if missing == "links":
        monkeypatch.setattr(os, "link", fail)
    else:
        monkeypatch.setattr("postil.save.fcntl", None)

    create(tmp_path / "a.md", b"old")
    save(tmp_path / "a.md", b"new", b"old")

    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
