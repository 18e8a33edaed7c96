"""Dates as people write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from postil.render.words import Words

_ISO = re.compile(r"(-?\d{4,})(?:-(\d\d?)(?:-(\d\d?))?)?")


def long_date(date: str, words: Words) -> str:
    """An ISO 8601 date, a year or a year and a month, in words; anything else as it is."""
    match = _ISO.fullmatch(date.strip())
    if match is None:
        return date
    year, month, day = match[1], match[2], match[3]
    months = words["months"].split()
    if month is None:
        return year
    if not 1 <= int(month) <= len(months):
        return date
    name = months[int(month) - 1]
    if day is None:
        return words["date-month"].format(month=name, year=year)
    return words["date-day"].format(day=int(day), month=name, year=year)


def iso_date(value: Any) -> str:
    """A CSL date as ISO 8601, or as its own words where it has only words.

    CSL has `date-parts`, `raw` and `literal`; Postil also takes the ISO form itself. Of a range
    the first date counts.
    """
    if isinstance(value, Mapping):
        parts = value.get("date-parts")
        if isinstance(parts, (list, tuple)) and parts and isinstance(parts[0], (list, tuple)):
            numbers = [str(part) for part in parts[0]]
            return "-".join(
                number.zfill(2) if index else number for index, number in enumerate(numbers)
            )
        return str(value.get("raw") or value.get("literal") or "")
    return "" if value is None else str(value)
