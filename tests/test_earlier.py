"""What of an earlier build stands again, and what never does."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from postil.earlier import put_aside


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An earlier build of two pages."""
    for name, content in (("index.html", "one"), ("notes/a/index.html", "two")):
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return tmp_path / "site"


@pytest.fixture
def below(tmp_path: Path) -> Path:
    return tmp_path / "root" / ".cache" / "earlier"


def test_a_file_with_the_same_content_is_the_same_file(site: Path, below: Path) -> None:
    file = site / "notes/a/index.html"
    before = file.stat()
    earlier = put_aside(site, below)
    assert earlier is not None
    assert not list(site.iterdir())
    assert earlier.back(str(file), b"two")
    assert file.read_text() == "two"
    assert (file.stat().st_ino, file.stat().st_mtime) == (before.st_ino, before.st_mtime)
    # It is asked for once more: then it is written, as any other.
    assert not earlier.back(str(file), b"two")
    earlier.end()
    assert not list(below.iterdir())
    assert [one.name for one in site.iterdir()] == ["notes"]


def test_nothing_else_comes_back(site: Path, below: Path) -> None:
    earlier = put_aside(site, below)
    assert earlier is not None
    for path, content in (
        # Other words, of the same length and of another.
        (site / "index.html", b"two"),
        (site / "index.html", b"more"),
        # No file, a folder, a file elsewhere, and one beside what is aside.
        (site / "new.html", b"one"),
        (site / "notes", b""),
        (site.parent / "other" / "index.html", b"one"),
        (site / ".." / "index.html", b"one"),
    ):
        assert not earlier.back(str(path), content)
        assert not path.exists() or path.is_dir()


def linked(file: Path) -> None:
    other = file.parent.parent / "elsewhere"
    file.rename(other)
    file.symlink_to(other)


def linked_hard(file: Path) -> None:
    (file.parent.parent / "elsewhere").hardlink_to(file)


def in_a_linked_folder(file: Path) -> None:
    folder = file.parent
    folder.rename(folder.parent.parent / "elsewhere")
    folder.symlink_to(folder.parent.parent / "elsewhere")


@pytest.mark.parametrize(
    "change",
    [linked, linked_hard, in_a_linked_folder, lambda file: file.chmod(0o600)],
    ids=["a link", "two names", "a linked folder", "its mode"],
)
def test_what_somebody_made_of_a_file_is_none_of_a_build(
    site: Path, below: Path, change: Callable[[Path], None]
) -> None:
    file = site / "notes/a/index.html"
    change(file)
    earlier = put_aside(site, below)
    assert earlier is not None
    assert not earlier.back(str(file), b"two")
    earlier.end()
    assert not list(below.iterdir())


def test_hidden_files_stay(site: Path, below: Path) -> None:
    (site / ".git").mkdir()
    (site / ".nojekyll").write_text("")
    assert put_aside(site, below) is not None
    assert sorted(one.name for one in site.iterdir()) == [".git", ".nojekyll"]


def test_links_stay_for_the_host(site: Path, below: Path) -> None:
    (site / "linked").symlink_to(below.parent)
    assert put_aside(site, below) is not None
    assert [one.name for one in site.iterdir()] == ["linked"]


def test_without_an_earlier_build_nothing_is_made(tmp_path: Path, below: Path) -> None:
    assert put_aside(tmp_path / "site", below) is None
    (tmp_path / "site").mkdir()
    assert put_aside(tmp_path / "site", below) is None
    assert not below.exists()


def test_nothing_is_moved_or_removed_where_a_link_leads(site: Path, below: Path) -> None:
    """Whoever sends a change may add one."""
    other = site.parent / "other"
    (other / "precious").mkdir(parents=True)
    os.utime(other / "precious", (0, 0))
    below.parent.mkdir(parents=True)
    below.symlink_to(other)
    assert put_aside(site, below) is None
    assert (site / "index.html").read_text() == "one"
    assert (other / "precious").is_dir()


def test_what_cannot_be_moved_is_left_to_the_host(
    site: Path, below: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As from one file system to another."""

    def rename(one: Path, to: Path) -> None:
        raise OSError(18, "Invalid cross-device link", str(one), 18, str(to))

    monkeypatch.setattr(Path, "rename", rename)
    earlier = put_aside(site, below)
    assert earlier is not None
    assert (site / "index.html").read_text() == "one"
    assert not earlier.back(str(site / "index.html"), b"one")


def test_what_builds_left_that_were_ended_is_removed(site: Path, below: Path) -> None:
    old, new = below / "old", below / "new"
    for folder in (old, new):
        (folder / "site").mkdir(parents=True)
    os.utime(old, (time.time() - 7200,) * 2)
    assert put_aside(site, below) is not None
    assert new.is_dir()
    assert not old.exists()
