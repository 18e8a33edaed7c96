"""Dates in each language: a day, a month, a year, and what is none of them."""

from __future__ import annotations

import pytest

from postil.render.dates import long_date
from postil.render.languages import LANGUAGES
from postil.render.words import words_for


@pytest.mark.parametrize(
    ("language", "day", "month", "year"),
    [
        ("en", "22 November 2026", "November 2026", "2026"),
        ("en-US", "November 22, 2026", "November 2026", "2026"),
        ("es", "22 de noviembre de 2026", "noviembre de 2026", "2026"),
        ("fr", "22 novembre 2026", "novembre 2026", "2026"),
        ("de", "22. November 2026", "November 2026", "2026"),
        ("de-AT", "22. November 2026", "November 2026", "2026"),
        ("ar", "22 نوفمبر 2026", "نوفمبر 2026", "2026"),
        # Months and digits of the region.
        ("ar-SY", "٢٢ تشرين الثاني ٢٠٢٦", "تشرين الثاني ٢٠٢٦", "٢٠٢٦"),
        ("bn", "২২ নভেম্বর, ২০২৬", "নভেম্বর ২০২৬", "২০২৬"),
        # Dates go with the words around them, which are English here.
        ("he", "22 November 2026", "November 2026", "2026"),
    ],
)
def test_dates(language: str, day: str, month: str, year: str) -> None:
    words = words_for(language)
    assert long_date("2026-11-22", words) == day
    assert long_date("2026-11", words) == month
    assert long_date("2026", words) == year


@pytest.mark.parametrize(
    ("language", "date", "written"),
    [
        ("fr", "2025-03-01", "1er mars 2025"),
        ("fr-CA", "2025-03-01", "1er mars 2025"),
        ("fr", "2025-03-11", "11 mars 2025"),
        ("fr", "2025-03-21", "21 mars 2025"),
        ("de", "2025-03-01", "1. März 2025"),
        ("es", "2025-03-01", "1 de marzo de 2025"),
    ],
)
def test_the_first_of_a_month(language: str, date: str, written: str) -> None:
    assert long_date(date, words_for(language)) == written


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize(
    "date",
    [
        *("", "spring 2025", "2025-13-01", "2025-02-30", "2025-00", "0000", "-0044-03-15", "12025"),
        *("2020/2021", "2025-10-27T12:00", "٢٠٢٥"),
    ],
)
def test_what_is_no_date_stays_as_it_is(language: str, date: str) -> None:
    assert long_date(date, words_for(language)) == date


def test_years_of_old() -> None:
    assert long_date("0044", words_for("en")) == "44"
    assert long_date("1790-08-18", words_for("de")) == "18. August 1790"
