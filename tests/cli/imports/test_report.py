"""What `postil import` says, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main

from .notes import files, row

Import = Callable[..., Result]


def test_standard_input_and_a_dry_run(site: Path) -> None:
    arguments = ["import", "-", "--dry-run", "-q"]
    result = CliRunner().invoke(main, arguments, input=json.dumps(row()))
    assert result.exit_code == 0
    assert "-: to write: annotations/letter/it-was-june.yml" in result.stdout.replace(" (one)", "")
    assert "--- annotations/letter/it-was-june.yml\nid: it-was-june\n" in result.stdout
    assert result.stderr == ""
    assert files(site) == {}


def test_the_report_as_json(take: Import) -> None:
    result = take(
        {"rows": [row(), row(id="two", uri="https://example.org/x", target=[])]},
        *("--format", "json", "--dry-run"),
    )
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert report["dry_run"] is True
    assert report["summary"] == {"new": 1, "unchanged": 0, "conflict": 0, "refused": 1}
    (file,) = report["files"]
    assert [one["state"] for one in file["results"]] == ["new", "refused"]
    assert file["results"][1]["remarks"][-1] == {
        "field": "text",
        "written": "https://example.org/x",
        "why": "no text of this site has this address",
        "fault": False,
    }
    assert list(file["contents"]) == ["annotations/letter/it-was-june.yml"]


# Called wrongly, or with what cannot be read at all.
@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ([], "Missing argument"),
        (["missing.json"], "No such file"),
        (["empty.json"], "holds nothing"),
        (["mkdocs.yml", "--from", "csl"], "must hold a list of sources"),
        (["mkdocs.yml", "--from", "hypothesis"], "no JSON"),
        (["mkdocs.yml", "--text", "leter"], "did you mean “letter”?"),
        (["mkdocs.yml", "--kind", "contxt"], "did you mean “context”?"),
        (["mkdocs.yml", "--contributor", "editor"], "did you mean “editors”?"),
        (["mkdocs.yml", "--map", "x"], "not of the form column=field"),
        (["mkdocs.yml", "--map", "x=bodi"], "did you mean “body”?"),
    ],
)
def test_what_cannot_run_exits_with_2(site: Path, arguments: list[str], why: str) -> None:
    (site / "empty.json").write_bytes(b"")
    result = CliRunner().invoke(main, ["import", *arguments])
    assert result.exit_code == 2
    assert why in result.stderr


def test_one_file_that_cannot_be_read_stops_no_other(take: Import, site: Path) -> None:
    result = take(row(), "missing.json")
    assert result.exit_code == 2
    assert list(files(site)) == ["letter/it-was-june.yml"]
