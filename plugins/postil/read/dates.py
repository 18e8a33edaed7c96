"""Dates: ISO 8601, by the day or less, and what was probably meant by others."""

from __future__ import annotations

import calendar
import re
from datetime import date

from postil.read import limits

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if number}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_NUMBERS = re.compile(r"(\d{1,4})([-/. ]+)(\d{1,2})\2(\d{1,4})\.?", re.ASCII)
_WORDS = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.ASCII)
_WORDS_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)? ([^\W\d]+)\.?,? (\d{4})", re.ASCII)


def date_problem(written: str, whole: bool) -> tuple[str, str] | None:
    """What is wrong with a date, and a hint; None for a good one.

    `whole` wants year, month and day; otherwise a year, or year and month, are enough.
    """
    form = "year-month-day" if whole else "year, year-month or year-month-day"
    found = _ISO.fullmatch(written)
    if not found:
        guess = _guess(written) if len(written) <= limits.DATE_LENGTH else None
        hint = f"write {guess}" if guess else "such as 2026-11-22 for 22 November 2026"
        return f"is not a date of the form {form}", hint
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if year == 0:
        return "is no date: there is no year 0000", "write the year with four digits"
    if found[2] and not 1 <= month <= 12:
        return f"is no date: there is no month {found[2]}", "months go from 01 to 12"
    if found[3]:
        last = calendar.monthrange(year, month)[1]
        if not 1 <= day <= last:
            name = calendar.month_name[month]
            return f"is no date: {name} {year} has {last} days", "check the day"
    if whole and not found[3]:
        return "is not a whole date", "write year, month and day, such as 2026-11-22"
    return None


def _guess(written: str) -> str | None:
    """The date that was meant, where only one can be."""
    text = " ".join(written.split())
    if _ISO.match(text[:10]) and text[10:11] in {"T", " "}:
        return text[:10] if not date_problem(text[:10], whole=True) else None
    if re.fullmatch(r"[0-9]{8}", text):
        return _day(text[:4], text[4:6], text[6:])
    if found := _NUMBERS.fullmatch(text):
        first, sign, second, third = found.groups()
        if len(first) == 4:
            return _day(first, second, third)
        if len(third) != 4:
            return None
        # Days come first where dots stand; with strokes it depends on the country.
        if "." in sign or int(first) > 12 or first == second:
            return _day(third, second, first)
        return _day(third, first, second) if int(second) > 12 else None
    if found := _WORDS.fullmatch(text):
        return _day(found[3], str(_MONTHS.get(found[1].lower(), 0)), found[2])
    if found := _WORDS_DAY_FIRST.fullmatch(text):
        return _day(found[3], str(_MONTHS.get(found[2].lower(), 0)), found[1])
    return None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
