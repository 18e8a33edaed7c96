"""`postil fmt`, as a person calls it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main
from postil.cli.starter import Start, starter_files

from .repository import write

FILES = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - postil\n",
    "content/letter.md": "---\ntitle:  'A letter'\n---\n\nFriends.\n",
    "annotations/sources.yml": "- {type: book, id: almanac, title: An almanac}\n",
    "annotations/contributors.yml": "- id: editors\n  kind: organization\n  name: The editors\n",
    "annotations/letter.yml": "id: good\nkind: context\ntarget: Friends\ntitle: Good\n",
    "annotations/letter/one.yml": "# A note.\nkind: context  # so far\nid: ‘one’\n"
    "title: Two: a pair\ntarget:\n\texact: Friends\n",
}
ONE = "annotations/letter/one.yml"
FORMED = (
    '# A note.\nid: one\nkind: context  # so far\ntarget:\n  exact: Friends\ntitle: "Two: a pair"\n'
)
OTHERS = ("annotations/contributors.yml", "annotations/sources.yml")

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    write(tmp_path, dict(FILES))
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, ["fmt", *arguments])


def contents(folder: Path) -> dict[str, str]:
    return {path: (folder / path).read_bytes().decode() for path in FILES}


def test_all_files_are_brought_into_the_form(run: Run, tmp_path: Path) -> None:
    result = run()
    assert result.exit_code == 0
    assert result.stdout == "".join(f"{path}: changed\n" for path in (OTHERS[0], ONE, OTHERS[1]))
    assert result.stderr == (
        f"{ONE}:4: mended: quotation marks around “Two: a pair”\n"
        f"{ONE}:6: mended: spaces in place of tabs\n"
        f"{ONE}:3: mended: no typographic marks\n"
        "4 files: 3 changed, 1 as before\n"
    )
    assert contents(tmp_path) == FILES | {
        ONE: FORMED,
        OTHERS[0]: "- id: editors\n  name: The editors\n  kind: organization\n",
        OTHERS[1]: "- id: almanac\n  type: book\n  title: An almanac\n",
    }
    again = run()
    assert again.stdout == ""
    assert again.stderr == "4 files: 0 changed, 4 as before\n"
    assert run("--check").exit_code == 0


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_nothing_is_written_where_nothing_is_to_be(run: Run, option: str, tmp_path: Path) -> None:
    result = run(option, ONE)
    assert result.exit_code == 1
    assert "1 file: 1 to change, 0 as before\n" in result.stderr
    assert contents(tmp_path) == FILES


def test_what_would_change_is_shown(run: Run) -> None:
    assert run("--diff", "-q", OTHERS[0]).stdout == (
        f"--- a/{OTHERS[0]}\n+++ b/{OTHERS[0]}\n@@ -1,3 +1,3 @@\n - id: editors\n"
        "+  name: The editors\n   kind: organization\n-  name: The editors\n"
    )


def test_a_file_that_cannot_be_formed_is_left(run: Run, tmp_path: Path) -> None:
    (tmp_path / ONE).write_text("id: [\n", encoding="utf-8")
    result = run()
    assert result.exit_code == 1
    assert f"{ONE}: left as it is: the file cannot be read ({ONE}:1:5: " in result.stderr
    assert "4 files: 2 changed, 1 as before, 1 left as they are\n" in result.stderr
    assert (tmp_path / ONE).read_text(encoding="utf-8") == "id: [\n"


@pytest.mark.parametrize("name", ["content/letter.md", "annotations/none.yml"])
def test_files_of_other_kinds_are_refused(run: Run, name: str) -> None:
    result = run(name)
    assert result.exit_code == 2
    assert f"{name} is no YAML file of annotations/ that is read" in result.stderr


def test_a_site_without_annotations_has_nothing_to_form(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A site\nplugins:\n  - postil:\n      annotations: notes\n", encoding="utf-8"
    )
    assert run().stderr == "0 files: 0 changed, 0 as before\n"


def test_what_a_new_site_begins_with_is_in_the_form(tmp_path: Path) -> None:
    files = starter_files(Start("A site", "", "", "en", "github", "", "2026-11-22"))
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    result = CliRunner().invoke(main, ["fmt", "--diff", "-f", str(tmp_path / "mkdocs.yml")])
    assert result.stdout == ""
    assert result.exit_code == 0
