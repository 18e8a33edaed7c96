"""Dates: which are good, what is said of others, and what is offered."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.read.dates import date_problem


@pytest.mark.parametrize("written", ["2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31"])
def test_whole_dates(written: str) -> None:
    assert date_problem(written, whole=True) is None
    assert date_problem(written, whole=False) is None


@pytest.mark.parametrize("written", ["2026", "2026-11"])
def test_parts_of_dates(written: str) -> None:
    assert date_problem(written, whole=False) is None
    assert date_problem(written, whole=True) is not None


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        # Day first, where dots stand between
        ("22.11.2026", "2026-11-22"),
        ("1.2.2026", "2026-02-01"),
        ("22. 11. 2026", "2026-11-22"),
        # Strokes: only where one number can be the month
        ("22/11/2026", "2026-11-22"),
        ("11/22/2026", "2026-11-22"),
        ("11/11/2026", "2026-11-11"),
        ("11/12/2026", None),
        # Year first
        ("2026/11/22", "2026-11-22"),
        ("2026.11.22", "2026-11-22"),
        ("2026-1-2", "2026-01-02"),
        ("20261122", "2026-11-22"),
        ("2026-11-22T10:00:00Z", "2026-11-22"),
        ("2026-11-22 10:00", "2026-11-22"),
        # Words
        ("November 22, 2026", "2026-11-22"),
        ("Nov 22 2026", "2026-11-22"),
        ("Sept. 1, 2026", "2026-09-01"),
        ("22 November 2026", "2026-11-22"),
        ("1st May 2026", "2026-05-01"),
        # Nothing can be told
        ("22/11/26", None),
        ("32.11.2026", None),
        ("22.13.2026", None),
        ("2026-11-32T10:00", None),
        ("yesterday", None),
        ("Smarch 1, 2026", None),
    ],
)
def test_offers(written: str, offered: str | None) -> None:
    problem = date_problem(written, whole=True)
    assert problem is not None
    assert problem[1] == (f"write {offered}" if offered else problem[1])
    assert problem[1].startswith("write ") == bool(offered)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2026-13-01", "no month 13"),
        ("2026-00-01", "no month 00"),
        ("2026-02-29", "February 2026 has 28 days"),
        ("2026-11-00", "November 2026 has 30 days"),
        ("0000-01-01", "no year 0000"),
        ("２０２６-11-22", "not a date"),
    ],
)
def test_says_what_is_wrong(written: str, said: str) -> None:
    problem = date_problem(written, whole=True)
    assert problem is not None
    assert said in problem[0]


@given(st.dates())
def test_every_day_is_good(day: date) -> None:
    assert date_problem(day.isoformat(), whole=True) is None


@given(st.text())
def test_never_raises(written: str) -> None:
    date_problem(written, whole=True)
