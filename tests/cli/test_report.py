"""The forms in which `postil check` reports."""

import json

import pytest

from postil.cli.report import REPORTS, counted
from postil.model.diagnostic import Diagnostic, Level
from postil.model.place import Place
from postil.model.settings import Settings
from postil.site.summary import Summary

SUMMARY = Summary(1, 2, 1, 0, 0, 1, 0, 0, 3)
SETTINGS = Settings(levels={"anchor-changed": Level.INFO})
FOUND = [
    Diagnostic(
        "anchor-lost", "“50 % of\nit” is lost", Place("annotations/a, b.yml", 3, 9), "look: again"
    ),
    Diagnostic("anchor-changed", "“a” is now “b”", Place("annotations/c.yml")),
]


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
