"""Changes what is named, or everything, and lists what no test noticed."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import hypothesis
import pytest
from tools.marked import write_between
from tools.mutation.changes import Change, write_changed
from tools.mutation.outcomes import Outcomes, is_enough, report, table
from tools.mutation.trials import Trials

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".cache" / "mutation"
"""Holds the package with its changes, and what was found out of each."""
PAGE = ROOT / "docs" / "explanation" / "fuzzing.md"


@dataclass(frozen=True, slots=True)
class Group:
    """Modules that are changed, and the tests that should notice: quick ones, without a browser."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


_SPLICING = ("addresses", "annotate", "flow", "marks", "passages", "points", "rows", "spans")
GROUPS = {
    "splicing": Group(
        tuple(f"render/{name}.py" for name in (*_SPLICING, "tokens", "tree", "visible")),
        (
            "tests/render/test_cases.py",
            "tests/render/test_visible.py",
            "tests/render/test_tokens.py",
            "tests/render/test_tree.py",
            "tests/render/test_spans.py",
            "tests/render/test_splicing.py",
        ),
    ),
    "anchor": Group(
        ("anchor/*.py",),
        (
            "tests/anchor/test_accept.py",
            "tests/anchor/test_concise.py",
            "tests/anchor/test_describe.py",
            "tests/anchor/test_find_cases.py",
            "tests/anchor/test_golden_alignments.py",
            "tests/anchor/test_golden_edits.py",
            "tests/anchor/test_golden_targets.py",
            "tests/anchor/test_graphemes.py",
            "tests/anchor/test_lookup.py",
            "tests/anchor/test_normal.py",
            "tests/anchor/test_properties.py",
            "tests/anchor/test_resolve.py",
            "tests/anchor/test_small_parts.py",
        ),
    ),
}


def main() -> int:
    """Tries what is named and not known to be noticed; 1 if too little was noticed.

    What was not noticed before and is not explained is tried again, for there may be new tests.
    `--record` tries nothing, and writes the table of the documentation from what is known.
    """
    os.chdir(ROOT)
    patterns = [pattern for group in GROUPS.values() for pattern in group.modules]
    changes = write_changed(
        ROOT / "plugins" / "postil", FOLDER / "postil", patterns, FOLDER / "changed"
    )
    outcomes = Outcomes.read(FOLDER / "outcomes.json", changes)
    if sys.argv[1:] == ["--record"]:
        write_between(PAGE, "mutation", table(outcomes))
        return 0
    wanted = [one for one in changes if _is_named(one, sys.argv[1:])]
    if unknown := [one for one in wanted if not outcomes.is_settled(one)]:
        _try(unknown, outcomes)
    print(report(wanted, outcomes, FOLDER / "postil"))
    return int(not is_enough(wanted, outcomes))


def _try(changes: list[Change], outcomes: Outcomes) -> None:
    """Raises SystemExit where the tests fail without any change."""
    # The same examples for each change, and no more than find what there is to find.
    hypothesis.settings.register_profile(
        "mutation",
        max_examples=10,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),
    )
    hypothesis.settings.load_profile("mutation")
    sys.path.insert(0, str(FOLDER))
    modules = {one.module for one in changes}
    tests = [
        test
        for group in GROUPS.values()
        if any(fnmatch(module, pattern) for module in modules for pattern in group.modules)
        for test in group.tests
    ]
    trials = Trials(changes, outcomes, jobs=int(os.environ.get("JOBS", "2")))
    # Tests that hold how time grows take long, and would fail for what is slow alone.
    options = ("-p", "no:cacheprovider", "-k", "not take_time and not linear", "--assert=plain")
    if code := pytest.main([*options, "-qq", "-s", "--tb=no", *tests], plugins=[trials]):
        raise SystemExit(code)


def _is_named(change: Change, names: list[str]) -> bool:
    patterns = [
        pattern
        for name in names
        for pattern in (GROUPS[name].modules if name in GROUPS else (name,))
    ]
    return not names or any(fnmatch(change.module, pattern) for pattern in patterns)


if __name__ == "__main__":
    raise SystemExit(main())
