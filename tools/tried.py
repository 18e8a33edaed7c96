"""What `make trust` tried, and the table of it in the documentation.

The record has every test by its name, for a run of some of them changes what these tried alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tools.commit import commit_of
from tools.marked import write_between

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "tests" / "trust" / "record.json"
PAGE = ROOT / "docs" / "explanation" / "fuzzing.md"
NAME = "trust"
"""The part of the page that is the table."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a test: how many of what it tried, whether it failed, and the commit of the last
    run in which it did not; no commit where there was none."""

    tried: Mapping[str, int] = field(default_factory=dict)
    failed: bool = False
    clean: str = ""


def read(record: Path = RECORD) -> dict[str, Outcome]:
    """The outcome of each test when it was last run."""
    if not record.exists():
        return {}
    kept = json.loads(record.read_text(encoding="utf-8"))
    return {name: Outcome(**outcome) for name, outcome in kept.items()}


def merged(
    before: Mapping[str, Outcome], now: Mapping[str, Outcome], commit: str, whole: bool
) -> dict[str, Outcome]:
    """The record after a run: of some tests, or of all, which forgets those that are gone."""
    after = {} if whole else dict(before)
    for name, outcome in now.items():
        known = before.get(name, Outcome())
        # One that failed may not have come to say what it tried.
        tried = known.tried if outcome.failed else outcome.tried
        clean = known.clean if outcome.failed else commit
        after[name] = Outcome(tried or outcome.tried, outcome.failed, clean)
    return after


def table(record: Mapping[str, Outcome]) -> str:
    """A line for each thing that was tried, in the order of the files of the tests."""
    lines = [
        "| What was tried | How many | What came of it | Last clean run |",
        "|---|--:|---|---|",
    ]
    counts = _counts(record)
    whats = dict.fromkeys(what for name in sorted(record) for what in counts[name])
    for what in whats:
        mine = [outcome for name, outcome in record.items() if what in counts[name]]
        count = sum(outcome.tried.get(what, 0) for outcome in mine)
        failed = sum(outcome.failed for outcome in mine)
        tests = "1 test" if len(mine) == 1 else f"{len(mine)} tests"
        came = f"{failed} of {tests} failed" if failed else "all held"
        # Tests that were run by themselves may be of another commit.
        commits = dict.fromkeys(outcome.clean for outcome in mine)
        clean = ", ".join(f"`{one}`" for one in commits) if all(commits) else "none"
        lines.append(f"| {what} | {count:,} | {came} | {clean} |")
    return "\n".join(lines) + "\n"


def _counts(record: Mapping[str, Outcome]) -> dict[str, Mapping[str, int]]:
    """What each test tried. One that failed before it could say so tried what the others of its
    function did, and stands under its own name where there are none."""
    functions: dict[str, dict[str, int]] = {}
    for name, outcome in record.items():
        functions.setdefault(function_of(name), {}).update(dict.fromkeys(outcome.tried, 0))
    return {
        name: outcome.tried
        or functions[function_of(name)]
        or {f"`{function_of(name).rpartition('::')[2]}`": 0}
        for name, outcome in record.items()
    }


def function_of(name: str) -> str:
    """The function of a test, without its parameters."""
    return name.partition("[")[0]


def add(now: Mapping[str, Outcome], whole: bool, record: Path = RECORD, page: Path = PAGE) -> None:
    """Adds a run to the record, and writes the table from it."""
    after = merged(read(record), now, commit_of(ROOT), whole)
    lines = (f"{json.dumps(name)}: {json.dumps(asdict(after[name]))}" for name in sorted(after))
    record.write_text("{\n " + ",\n ".join(lines) + "\n}\n", encoding="utf-8")
    write_between(page, NAME, table(after))
