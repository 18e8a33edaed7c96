"""Diagnostics in the form that a person, a program or a forge reads."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from urllib.parse import quote

from postil import __version__
from postil.cli.report_forges import as_github, as_gitlab, as_markdown
from postil.cli.report_words import hinted
from postil.model.codes import CODES
from postil.model.diagnostic import Diagnostic, Level
from postil.model.settings import Settings
from postil.site.summary import Summary

Report = Callable[[Sequence[Diagnostic], Settings, Summary], str]

# What each level is called there.
_SARIF = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def as_text(diagnostics: Sequence[Diagnostic], _: Settings, __: Summary) -> str:
    """A line for each diagnostic, in the shape that editors and `grep` understand."""
    return "".join(f"{diagnostic}\n" for diagnostic in diagnostics)


def as_json(diagnostics: Sequence[Diagnostic], settings: Settings, summary: Summary) -> str:
    """One JSON object: `summary` with the counts, `diagnostics` with one object each."""
    rows = [
        {
            "code": diagnostic.code,
            "level": settings.level_of(diagnostic.code).value,
            "path": diagnostic.place.encodable,
            "line": diagnostic.place.line,
            "column": diagnostic.place.column,
            "message": diagnostic.message,
            "hint": diagnostic.hint,
        }
        for diagnostic in diagnostics
    ]
    report = {"summary": summary.as_dict(), "diagnostics": rows}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


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
    location: dict[str, object] = {
        "artifactLocation": {"uri": quote(place.path, errors="surrogateescape")}
    }
    if place.line:
        location["region"] = {"startLine": place.line, "startColumn": place.column or 1}
    return {
        "ruleId": diagnostic.code,
        "level": _SARIF[settings.level_of(diagnostic.code)],
        "message": {"text": hinted(diagnostic)},
        "locations": [{"physicalLocation": location}],
    }


REPORTS: dict[str, Report] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
    "gitlab": as_gitlab,
    "markdown": as_markdown,
}
