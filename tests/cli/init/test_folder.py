"""What is in the folder of a new site already stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from postil.cli import init_folder

from .files import COMMON, GITHUB, GITLAB, written

Run = Callable[..., Result]


def test_a_folder_that_holds_something_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    for number in range(12):
        (tmp_path / "full" / f"{number:02}.txt").write_text("mine")
    result = run("full")
    assert result.exit_code == 1
    assert "full is not empty. It holds 00.txt, 01.txt," in result.output
    assert "09.txt, and 2 more; choose another folder, or add --keep" in result.output
    assert len(written(tmp_path / "full")) == 12


def test_a_repository_without_files_is_empty(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert run(".").exit_code == 0
    assert written(tmp_path) == COMMON | GITHUB | GITLAB


def test_what_is_there_is_kept(run: Run, tmp_path: Path) -> None:
    for path in ("README.md", "docs/index.md", "other.txt"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("mine")
    (tmp_path / "mkdocs.yml").symlink_to("nowhere.yml")
    result = run(".", "--keep")
    assert result.exit_code == 0
    for path in ("README.md", "docs/index.md", "mkdocs.yml"):
        assert f"{path}: is there already, and stays as it is" in result.output
    assert ".: a new site of 31 files." in result.output
    assert (tmp_path / "README.md").read_text() == "mine"
    assert (tmp_path / "docs/index.md").read_text() == "mine"
    assert not (tmp_path / "nowhere.yml").exists()


def test_a_second_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    run("site")
    (tmp_path / "site/docs/about.md").write_text("mine")
    assert run("site").exit_code == 1
    assert ": a new site of 0 files." in run("site", "--keep").output
    assert (tmp_path / "site/docs/about.md").read_text() == "mine"


def test_nothing_is_written_through_a_file_or_a_link(run: Run, tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "site"
    outside.mkdir()
    folder.mkdir()
    (folder / "content").symlink_to(outside)
    (folder / "docs").write_text("a file")
    result = run("site", "--keep")
    assert result.exit_code == 1
    assert "in the way of folders: content, docs; move them away" in result.output
    assert list(outside.iterdir()) == []
    assert written(folder) == {"docs"}


def test_a_write_that_fails_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> None:
        if path.name == "README.md":
            raise OSError(28, "No space left on device")
        path.write_bytes(content)

    monkeypatch.setattr(init_folder, "create", full)
    result = run("site")
    assert result.exit_code == 1
    assert re.search(
        r"README.md: cannot be written: No space left on device \(\d+ of 34", result.output
    )
