"""`postil schema`: prints a schema, or writes all of them into a folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli import schema as command
from postil.cli.main import main
from postil.model.settings import Settings
from postil.publish.schema import SCHEMAS, written

Run = Callable[..., Result]

KINDS = "site_name: S\nplugins:\n  - postil:\n      kinds:\n        echo: { label: Echo }\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, ["schema", *arguments])


@pytest.mark.parametrize("name", SCHEMAS)
def test_without_a_site_it_prints_what_ships(run: Run, name: str) -> None:
    done = run(name)
    assert done.exit_code == 0
    assert done.output == written(name, Settings())


def test_a_site_has_its_own_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(KINDS, encoding="utf-8")
    fields = json.loads(run("annotations").output)["definitions"]["annotation"]["properties"]
    assert fields["kind"]["enum"] == ["context", "source", "correction", "echo"]
    (tmp_path / "other.yml").write_text("site_name: S\nplugins: [postil]\n", encoding="utf-8")
    assert run("annotations", "-f", "other.yml").output == written("annotations", Settings())


def test_it_writes_all_of_them_and_tells_which_are_out_of_date(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "schemas" / "annotations.json"
    assert run("--write", "schemas", "--check").exit_code == 1
    assert not path.parent.exists()
    done = run("--write", "schemas")
    assert done.exit_code == 0
    assert done.output.splitlines() == [f"schemas/{name}.json: written" for name in SCHEMAS]
    assert run("--write", "schemas", "--check").exit_code == 0
    (tmp_path / "mkdocs.yml").write_text(KINDS, encoding="utf-8")
    old = path.read_text(encoding="utf-8")
    checked = run("--write", "schemas", "--check")
    assert checked.exit_code == 1
    assert checked.output.splitlines() == [
        "schemas/annotations.json: out of date",
        *(f"schemas/{name}.json: unchanged" for name in list(SCHEMAS)[1:]),
    ]
    assert path.read_text(encoding="utf-8") == old
    assert run("--write", "schemas").exit_code == 0
    assert '"echo"' in path.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> None:
        del content
        if path.name == "sources.json":
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(command, "save", full)
    done = run("--write", "schemas")
    assert done.exit_code == 1
    assert "schemas/sources.json: cannot be written: No space left on device" in done.output
    assert "schemas/front-matter.json: written" in done.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "name one of annotations, sources, contributors, front-matter, or a folder"),
        (("annotations", "--write", "schemas"), "or a folder with --write"),
        (("annotations", "--check"), "--check needs --write"),
        (("letters",), "'letters' is not one of"),
        (("annotations", "-f", "nowhere.yml"), "there is no nowhere.yml here"),
    ],
)
def test_what_cannot_be_done_is_refused(run: Run, arguments: tuple[str, ...], message: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert message in done.output


def test_a_configuration_with_faults_gives_no_schema(run: Run, tmp_path: Path) -> None:
    faulty = "site_name: S\nplugins:\n  - postil:\n      kinds: [echo]\n"
    (tmp_path / "mkdocs.yml").write_text(faulty, encoding="utf-8")
    done = run("annotations")
    assert done.exit_code == 2
    assert "[settings-value]" in done.output
