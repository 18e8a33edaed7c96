"""Texts by the names that a person gives them, and a shell completes."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from postil.cli.main import COMMANDS, main


def completed(words: list[str], incomplete: str) -> list[str]:
    shell = ShellComplete(main, {}, "postil", "_POSTIL_COMPLETE")
    return [one.value for one in shell.get_completions(words, incomplete)]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content").mkdir()
    for slug in ("letter", "law", "speech"):
        (tmp_path / "content" / f"{slug}.md").write_text(f"---\ntitle: {slug}\n---\n\nWords.\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: A site\nplugins:\n  - postil\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", ["add", "pin", "reanchor", "status"])
@pytest.mark.usefixtures("site")
def test_a_shell_is_told_the_names_of_texts(command: str) -> None:
    assert completed([command], "l") == ["law", "letter"]
    assert completed([command], "x") == []


def test_a_shell_is_told_nothing_where_there_is_no_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert completed(["status"], "") == []
    (tmp_path / "mkdocs.yml").write_text("site_name: A site\nplugins:\n  - postil\n")
    assert completed(["status"], "") == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_how_it_ends_and_gives_an_example(name: str) -> None:
    command = main.command_named(name)
    said = click.Context(command, info_name=name).get_help()
    assert "Exit codes:" in said
    assert "Example" in said
