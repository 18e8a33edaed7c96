"""The record of `make trust`, and the table of it in the manual."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools import tried as record
from tools.tried import Outcome, add, function_of, merged, read, table

from .trying import TRUST, Recorder, Tried


def test_every_test_that_takes_long_is_in_the_record(request: pytest.FixtureRequest) -> None:
    """`make trust ARGS="-k name"` puts a new one there. Of some tests, these are looked at."""
    told = {function_of(name) for name, outcome in read().items() if outcome.tried}
    assert request.config.stash[TRUST] <= told


def test_the_record_has_no_test_that_is_gone(root: Path) -> None:
    for name in map(function_of, read()):
        path, _, function = name.partition("::")
        assert f"def {function}(" in (root / path).read_text(encoding="utf-8"), name


def test_the_page_is_what_the_record_makes() -> None:
    assert table(read()) in record.PAGE.read_text(encoding="utf-8")


def test_a_run_of_some_tests_changes_what_these_tried() -> None:
    before = {"a": Outcome({"Signs": 3}, clean="one"), "b": Outcome({"Signs": 2}, clean="one")}
    now = {"b": Outcome({"Signs": 4})}
    assert merged(before, now, "two", whole=False) == {
        "a": before["a"],
        "b": Outcome({"Signs": 4}, clean="two"),
    }
    assert merged(before, now, "two", whole=True) == {"b": Outcome({"Signs": 4}, clean="two")}


def test_a_test_that_fails_keeps_its_count_and_its_last_clean_run() -> None:
    before = {"a": Outcome({"Signs": 3}, clean="one")}
    now = {"a": Outcome({}, failed=True), "b": Outcome({"Words": 1}, failed=True)}
    after = merged(before, now, "two", whole=True)
    assert after["a"] == Outcome({"Signs": 3}, failed=True, clean="one")
    assert after["b"] == Outcome({"Words": 1}, failed=True)
    assert "| Words | 1 | 1 of 1 test failed | none |" in table(after)


def test_a_test_that_never_came_to_say_what_it_tried_is_not_forgotten() -> None:
    kept = {
        "f.py::a[1]": Outcome({"Signs": 3}, clean="one"),
        "f.py::a[2]": Outcome({}, failed=True),
        "f.py::b": Outcome({}, failed=True),
    }
    assert table(kept).splitlines()[2:] == [
        "| Signs | 3 | 1 of 2 tests failed | none |",
        "| `b` | 0 | 1 of 1 test failed | none |",
    ]


def test_a_line_is_the_sum_of_its_tests() -> None:
    kept = {
        "b": Outcome({"Signs": 1000, "Words": 1}, clean="two"),
        "a": Outcome({"Signs": 2}, clean="one"),
        "c": Outcome({"Signs": 3}, failed=True, clean="one"),
    }
    assert table(kept).splitlines()[2:] == [
        "| Signs | 1,005 | 1 of 3 tests failed | `two`, `one` |",
        "| Words | 1 | all held | `two` |",
    ]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    page, kept = tmp_path / "page.md", tmp_path / "record.json"
    page.write_text("Before.\n<!-- trust: begin -->\nold\n<!-- trust: end -->\nAfter.\n")
    add({"a[\x00é]": Outcome({"Signs": 3})}, True, kept, page)
    (found,) = read(kept).values()
    assert found.tried == {"Signs": 3}
    assert found.clean
    assert table(read(kept)) in page.read_text()
    assert "old" not in page.read_text()


def test_what_tests_say_reaches_the_record(
    request: pytest.FixtureRequest, tried: Tried, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried("Signs", 2)
    tried("Signs", 3)
    said = list(request.node.user_properties)
    request.node.user_properties.clear()
    recorder = Recorder(request.config)

    def report(name: str, marks: tuple[str, ...], when: str, outcome: str) -> None:
        keywords = dict.fromkeys(marks, 1)
        recorder.pytest_runtest_logreport(
            pytest.TestReport(
                name, ("", None, ""), keywords, outcome, None, when, (), 0, 0, 0, said
            )  # type: ignore[arg-type]  # `outcome` is a word, and not one of three
        )

    for when in ("setup", "call", "teardown"):
        report("held", ("trust",), when, "passed")
        report("other", (), when, "passed")
    report("failed", ("trust",), "call", "failed")
    report("failed", ("trust",), "teardown", "passed")
    report("died", (), "call", "failed")
    kept: dict[str, Outcome] = {}
    monkeypatch.setattr(record, "add", lambda now, _: kept.update(now))
    recorder.pytest_sessionfinish(1)
    assert kept == {
        "held": Outcome({"Signs": 5}),
        "failed": Outcome({"Signs": 5}, failed=True),
        "died": Outcome({"Signs": 5}, failed=True),
    }
