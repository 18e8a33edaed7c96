"""Diagnostics in the forms of forges: at lines, as a table, as a report of quality."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence

from postil.cli.report_words import LEVEL_WORDS, counted, hinted, serious_first
from postil.model.diagnostic import Diagnostic, Level
from postil.model.place import inactive
from postil.model.settings import Settings
from postil.publish.forge_markdown import inline, table
from postil.site.summary import Summary

_AT_LINES = 10
"""GitHub shows so many of each level from one step, and drops others without a word.

https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations
"""
_SUMMARY_BYTES = 900_000
"""A job summary may have 1 MiB from each step; one that is longer is not shown at all."""

_GITHUB = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
_GITLAB = {Level.ERROR: "major", Level.WARNING: "minor", Level.INFO: "info"}


def as_github(diagnostics: Sequence[Diagnostic], settings: Settings, _: Summary) -> str:
    """Workflow commands, which GitHub shows at the lines of a pull request: the first ten of each
    level, and a line that says how many more there are.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    shown: Counter[Level] = Counter()
    lines = []
    for diagnostic in diagnostics:
        level = settings.level_of(diagnostic.code)
        shown[level] += 1
        if shown[level] > _AT_LINES:
            continue
        place = diagnostic.place
        properties = {
            "file": place.path,
            "line": place.line or 1,
            "col": place.column or 1,
            "title": diagnostic.code,
        }
        written = ",".join(
            f"{key}={inactive(_property(str(value)))}" for key, value in properties.items()
        )
        lines.append(f"::{_GITHUB[level]} {written}::{_data(hinted(diagnostic))}\n")
    if more := len(diagnostics) - len(lines):
        lines.append(
            f"{more} more not shown at lines, of which a step can have {_AT_LINES} of each level.\n"
        )
    return "".join(lines)


def as_gitlab(diagnostics: Sequence[Diagnostic], settings: Settings, _: Summary) -> str:
    """A report of code quality, which GitLab shows in a merge request.

    A finding is known again by its code, file and words, and not by its line, so that it is not new
    where lines moved. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    rows = []
    for diagnostic in diagnostics:
        same = (diagnostic.code, diagnostic.place.encodable, diagnostic.message)
        seen[same] += 1
        rows.append(
            {
                "description": hinted(diagnostic),
                "check_name": diagnostic.code,
                "fingerprint": hashlib.sha256(
                    "\0".join((*same, str(seen[same]))).encode()
                ).hexdigest(),
                "severity": _GITLAB[settings.level_of(diagnostic.code)],
                "location": {
                    "path": diagnostic.place.encodable,
                    "lines": {"begin": diagnostic.place.line or 1},
                },
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_markdown(diagnostics: Sequence[Diagnostic], settings: Settings, summary: Summary) -> str:
    """A table of everything, the most serious first, for the summary of a job or a comment.

    What contributors wrote stands in it as words: no link, picture or mention.
    """
    found = counted(diagnostics, settings) or "nothing found"
    parts = [f"## Postil: {found}", f"{summary}."]
    rows: list[tuple[str, str, str, str]] = []
    left = _SUMMARY_BYTES
    for diagnostic in serious_first(diagnostics, settings):
        row = (
            LEVEL_WORDS[settings.level_of(diagnostic.code)],
            inline(str(diagnostic.place)),
            inline(hinted(diagnostic)),
            inline(diagnostic.code),
        )
        left -= sum(len(cell.encode()) + 3 for cell in row) + 2
        if left < 0:
            break
        rows.append(row)
    if rows:
        parts.append(table(("level", "where", "what", "code"), rows))
    if more := len(diagnostics) - len(rows):
        parts.append(f"{more} more have no room here.")
    return "\n\n".join(parts) + "\n"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
