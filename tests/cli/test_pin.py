"""`postil pin`, as a person calls it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main

CONFIG = "site_name: A site\nmarkdown_extensions:\n  - attr_list\nplugins:\n  - postil\n"
LETTER = "---\r\ntitle: A letter\r\n---\r\n\r\nDear *reader*{ .x },\r\n"

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in the folder of a site with the texts `letter` and `speech`."""
    files = {
        "mkdocs.yml": CONFIG,
        "content/letter.md": LETTER,
        "content/speech/index.md": "---\ntitle: A speech\n---\n\nFriends.\n",
    }
    for path, content in files.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode())
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, arguments)


def test_all_texts_are_pinned_and_stay_so(run: Run, tmp_path: Path) -> None:
    first = run("pin")
    assert first.exit_code == 0
    assert first.output.count(": pinned to ") == 2
    letter = (tmp_path / "content/letter.md").read_bytes().decode()
    sha256 = letter.partition("sha256: ")[2][:64]
    assert letter == LETTER.replace("---\r\n\r\n", f"text:\r\n  sha256: {sha256}\r\n---\r\n\r\n")
    second = run("pin")
    assert second.output.count(": unchanged") == 2
    assert run("pin", "--check").exit_code == 0
    assert run("check").exit_code == 0


def test_a_text_that_changed_is_found_by_both_commands(run: Run, tmp_path: Path) -> None:
    run("pin")
    file = tmp_path / "content/letter.md"
    file.write_bytes(file.read_bytes().replace(b"Dear", b"Beloved"))
    checked = run("check")
    assert checked.exit_code == 1
    assert "content/letter.md:4:11: the words of the text are no longer" in checked.stdout
    assert run("pin", "--check").exit_code == 1
    assert "was " in run("pin", "letter").output
    assert run("check").exit_code == 0


def test_markup_is_no_change(run: Run, tmp_path: Path) -> None:
    run("pin")
    file = tmp_path / "content/letter.md"
    file.write_bytes(file.read_bytes().replace(b"*reader*{ .x }", b"**reader**"))
    assert run("pin", "--check").exit_code == 0


@pytest.mark.parametrize("option", ["--check", "--dry-run"])
def test_nothing_is_written_where_nothing_is_to_be(run: Run, option: str, tmp_path: Path) -> None:
    result = run("pin", option)
    assert result.exit_code == (1 if option == "--check" else 0)
    assert ": would be pinned to " in result.output
    assert (tmp_path / "content/letter.md").read_bytes() == LETTER.encode()


@pytest.mark.parametrize("name", ["letter", "content/letter.md", "./content/letter.md"])
def test_a_text_is_known_by_its_name_and_its_file(run: Run, name: str, tmp_path: Path) -> None:
    result = run("pin", name)
    assert result.output.startswith("content/letter.md: pinned to ")
    assert b"sha256" not in (tmp_path / "content/speech/index.md").read_bytes()


def test_a_text_that_is_not_there_is_said(run: Run) -> None:
    result = run("pin", "leter")
    assert result.exit_code == 2
    assert "there is no text “leter”; did you mean “letter”?" in result.output


def test_a_file_that_cannot_be_pinned_does_not_keep_others_from_it(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "content/letter.md").write_text("---\ntext: [\n---\n", encoding="utf-8")
    result = run("pin")
    assert result.exit_code == 1
    assert "content/letter.md: cannot be pinned: its front matter cannot be read" in result.output
    assert "content/speech/index.md: pinned to " in result.output


def test_an_unsound_configuration_pins_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(CONFIG.replace("postil", "postil:\n      contents: x"))
    result = run("pin")
    assert result.exit_code == 2
    assert "settings-value" in result.output
