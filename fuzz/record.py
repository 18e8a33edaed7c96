"""What was tried so far, and the table of it in the documentation."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable

from tools.commit import commit_of
from tools.marked import write_between

from fuzz.inputs import ROOT
from fuzz.run import Result
from fuzz.targets import NAMES

RECORD = ROOT / "fuzz" / "record.json"
PAGE = ROOT / "docs" / "explanation" / "fuzzing.md"
FINDINGS = ROOT / "tests" / "fuzz" / "findings"


def table(results: Iterable[Result]) -> str:
    """The results of one run, for a terminal."""
    head = f"{'target':18} {'inputs':>12} {'branches':>9} {'ways':>7} {'findings':>9}\n"
    return head + "".join(
        f"{one.name:18} {one.executions:12,} {one.branches:9,} {one.ways:7,}"
        f" {len(one.findings):9}\n"
        for one in results
    )


def add(results: Iterable[Result]) -> None:
    """Adds the results of a run to the record. Of which commit the code was is noted where nothing
    was found."""
    record = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    commit = commit_of(ROOT)
    for one in results:
        before = record.get(one.name, {"inputs": 0, "branches": 0, "clean": ""})
        record[one.name] = {
            "inputs": before["inputs"] + one.executions,
            "branches": max(before["branches"], one.branches),
            "clean": before["clean"] if one.findings else commit,
        }
    RECORD.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def write_table() -> None:
    """The table of the documentation, from the record."""
    record = json.loads(RECORD.read_text(encoding="utf-8"))
    lines = [
        "| What was fuzzed | Inputs | Branches reached | Mended | Last clean run |",
        "|---|--:|--:|--:|---|",
    ]
    mended = 0
    for name, title in NAMES.items():
        if one := record.get(name):
            found = _mended(name)
            mended += found
            figures = f"{one['inputs']:,} | {one['branches']:,} | {found} | `{one['clean']}`"
            lines.append(f"| {title} | {figures} |")
    inputs = sum(one["inputs"] for one in record.values())
    lines.append(f"| **Together** | **{inputs:,}** | | **{mended}** | |")
    write_between(PAGE, "fuzzing", "\n".join(lines) + "\n")


def _mended(name: str) -> int:
    """Findings that were mended: those that are kept as tests."""
    file = FINDINGS / f"{name}.txt"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return sum(isinstance(ast.literal_eval(one), bytes) for one in lines if one[:1] == "b")
