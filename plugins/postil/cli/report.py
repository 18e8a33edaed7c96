"""Diagnostics in the form that a person, a program or a forge reads."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from urllib.parse import quote

from postil import __version__
from postil.model.codes import CODES
from postil.model.diagnostic import Diagnostic, Level
from postil.model.settings import Settings
from postil.site.summary import Summary

Report = Callable[[Sequence[Diagnostic], Settings, Summary], str]

_LEVEL_WORDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "remark"}

# What each level is called elsewhere.
_GITHUB = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
_SARIF = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def as_text(diagnostics: Sequence[Diagnostic], _: Settings, __: Summary) -> str:
    """A line for each diagnostic, in the shape that editors and `grep` understand."""
    return "".join(f"{diagnostic}\n" for diagnostic in diagnostics)


def counted(diagnostics: Sequence[Diagnostic], settings: Settings) -> str:
    """How many diagnostics of each level there are, in words; empty where there are none."""
    levels = [settings.level_of(diagnostic.code) for diagnostic in diagnostics]
    counts = ((levels.count(level), word) for level, word in _LEVEL_WORDS.items())
    return ", ".join(
        f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count
    )


def as_json(diagnostics: Sequence[Diagnostic], settings: Settings, summary: Summary) -> str:
    """One JSON object: `summary` with the counts, `diagnostics` with one object each."""
    rows = [
        {
            "code": diagnostic.code,
            "level": settings.level_of(diagnostic.code).value,
            "path": diagnostic.place.path,
            "line": diagnostic.place.line,
            "column": diagnostic.place.column,
            "message": diagnostic.message,
            "hint": diagnostic.hint,
        }
        for diagnostic in diagnostics
    ]
    report = {"summary": summary.as_dict(), "diagnostics": rows}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def as_github(diagnostics: Sequence[Diagnostic], settings: Settings, _: Summary) -> str:
    """Workflow commands, which GitHub shows at the lines of a pull request.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    lines = []
    for diagnostic in diagnostics:
        place = diagnostic.place
        properties = {
            "file": place.path,
            "line": place.line or 1,
            "col": place.column or 1,
            "title": diagnostic.code,
        }
        written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
        hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
        command = _GITHUB[settings.level_of(diagnostic.code)]
        lines.append(f"::{command} {written}::{_data(diagnostic.message + hint)}\n")
    return "".join(lines)


def as_sarif(diagnostics: Sequence[Diagnostic], settings: Settings, _: Summary) -> str:
    """SARIF 2.1.0, which code-scanning services take.

    https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
    """
    used = sorted({diagnostic.code for diagnostic in diagnostics})
    run = {
        "tool": {
            "driver": {
                "name": "postil",
                "version": __version__,
                "rules": [
                    {
                        "id": code,
                        "shortDescription": {"text": CODES[code].meaning},
                        "defaultConfiguration": {"level": _SARIF[settings.level_of(code)]},
                    }
                    for code in used
                ],
            }
        },
        # Columns count characters, not UTF-16 units, which is SARIF's own default.
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(diagnostic, settings) for diagnostic in diagnostics],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _sarif_result(diagnostic: Diagnostic, settings: Settings) -> dict[str, object]:
    place = diagnostic.place
    location: dict[str, object] = {"artifactLocation": {"uri": quote(place.path)}}
    if place.line:
        location["region"] = {"startLine": place.line, "startColumn": place.column}
    hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
    return {
        "ruleId": diagnostic.code,
        "level": _SARIF[settings.level_of(diagnostic.code)],
        "message": {"text": diagnostic.message + hint},
        "locations": [{"physicalLocation": location}],
    }


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


REPORTS: dict[str, Report] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
