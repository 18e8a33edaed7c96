"""`postil check` on whole sites, as a person calls it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main

FILES = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - postil\n",
    "content/speech.md": "---\ntitle: A speech\n---\n\nWe choose to go to the moon.\n",
    "annotations/speech.yml": (
        "id: the-moon\nkind: context\ntitle: Which moon\ntarget: to the moon\nbody: The near one.\n"
    ),
}

Check = Callable[..., Result]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Runs `postil check` with `arguments` in a folder that holds `FILES`, changed by `files`."""

    def run(*arguments: str, **files: str) -> Result:
        for path, content in {**FILES, **files}.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        return CliRunner().invoke(main, ["check", *arguments])

    return run


def note(target: str) -> dict[str, str]:
    text = FILES["annotations/speech.yml"].replace("target: to the moon", f"target: {target}")
    return {"annotations/speech.yml": text}


def test_a_sound_site_prints_its_summary_and_exits_0(check: Check) -> None:
    result = check()
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "1 text, 1 annotation: 1 exact" in result.stderr


def test_quiet_prints_nothing(check: Check) -> None:
    assert check("--quiet").output == ""


def test_a_wrong_quote_names_the_nearest_words(check: Check) -> None:
    result = check(**note("to the mooon"))
    assert result.exit_code == 1
    assert "annotations/speech.yml:4:9: “to the mooon” is " in result.stdout
    assert "“to the moon”" in result.stdout


def test_the_mildest_level_that_fails_can_be_set(check: Check) -> None:
    lost = note("cabbages and kings")
    assert check("--fail-on", "never", **lost).exit_code == 0
    assert check("--fail-on", "error", **lost).exit_code == 1


def test_a_level_that_is_off_is_not_reported(check: Check) -> None:
    config = "site_name: A site\nplugins:\n  - postil:\n      levels:\n        anchor-lost: off\n"
    result = check(**note("cabbages and kings"), **{"mkdocs.yml": config})
    assert result.exit_code == 0
    assert result.stdout == ""


def test_every_form_reports_the_same_finding(check: Check) -> None:
    lost = note("cabbages and kings")
    report = json.loads(check("--format", "json", **lost).stdout)
    assert [one["code"] for one in report["diagnostics"]] == ["anchor-lost"]
    assert "title=anchor-lost" in check("--format", "github", **lost).stdout
    sarif = json.loads(check("--format", "sarif", **lost).stdout)
    assert [one["ruleId"] for one in sarif["runs"][0]["results"]] == ["anchor-lost"]


def test_one_run_writes_several_reports(check: Check, tmp_path: Path) -> None:
    both = ("--report", "markdown=summary.md", "--report", "sarif=postil.sarif")
    result = check("--format", "github", *both, **note("cabbages and kings"))
    assert result.exit_code == 1
    assert result.stdout.startswith("::error file=annotations/speech.yml,line=4,col=9,")
    assert "anchor" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "postil.sarif").read_bytes())["version"] == "2.1.0"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("summary.md", "is not FORMAT=FILE with one of the formats text, json, github"),
        ("word=summary.md", "is not FORMAT=FILE"),
        ("markdown=", "is not FORMAT=FILE"),
        ("markdown=no/such/folder.md", "no/such/folder.md: cannot be written: No such file"),
    ],
)
def test_a_report_that_cannot_be_written_is_said(check: Check, given: str, said: str) -> None:
    result = check("--report", given)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())


def test_without_a_configuration_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 2
    assert "there is no mkdocs.yml here" in result.stderr


def test_the_markdown_extensions_of_the_site_are_used(check: Check) -> None:
    # With attr_list the braces are no part of the visible text, and the note is found.
    config = "site_name: A site\nmarkdown_extensions:\n  - attr_list\nplugins:\n  - postil\n"
    text = "---\ntitle: A speech\n---\n\nWe choose *to*{ .x } the moon.\n"
    files = {**note("choose to the moon"), "content/speech.md": text}
    assert check(**files, **{"mkdocs.yml": config}).exit_code == 0
    assert check(**files, **{"mkdocs.yml": FILES["mkdocs.yml"]}).exit_code == 1
