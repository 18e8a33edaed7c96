"""The samples of the W3C Working Group, from the file to a valid site."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from .notes import files, valid

Import = Callable[..., Result]

SAMPLES = Path(__file__).parents[2] / "data" / "w3c-web-annotation" / "tools" / "samples"


@pytest.mark.parametrize(
    "path", sorted((SAMPLES / "correct").glob("*.json")), ids=lambda path: path.stem
)
def test_a_correct_sample_is_imported(take: Import, site: Path, path: Path) -> None:
    result = take(path.read_text(encoding="utf-8"), "--text", "letter", "--format", "json")
    report = json.loads(result.stdout)
    (file,) = report["files"]
    if path.stem == "example41":  # its pages are not in it
        assert "another file" in file["remarks"][0]["why"]
        assert result.exit_code == 1
    else:
        assert result.exit_code == 0, result.output
        assert report["summary"]["new"]
    assert not any(remark["fault"] for one in file["results"] for remark in one["remarks"])
    assert len(files(site)) == report["summary"]["new"]
    valid(site)


@pytest.mark.parametrize(
    "path", sorted((SAMPLES / "incorrect").glob("*.json")), ids=lambda path: path.stem
)
def test_an_incorrect_sample_is_refused_or_imported_with_its_faults(
    take: Import, site: Path, path: Path
) -> None:
    arguments = ("--text", "letter", "--from", "web-annotation", "--format", "json")
    result = take(path.read_text(encoding="utf-8"), *arguments)
    if result.exit_code == 2:
        assert "no JSON" in result.stderr
        return
    (file,) = json.loads(result.stdout)["files"]
    remarks = [*file["remarks"], *(one for each in file["results"] for one in each["remarks"])]
    assert any(remark["fault"] for remark in remarks)
    valid(site)
