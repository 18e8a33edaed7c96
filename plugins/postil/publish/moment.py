"""Days as moments, for formats that know no days."""

from __future__ import annotations

import calendar
import re

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def day_start(date: str) -> str:
    """The first second of an ISO 8601 day, in UTC; empty for anything but a whole day.

    The Recommendation wants `xsd:dateTime` with a time zone
    (https://www.w3.org/TR/annotation-model/#lifecycle-information). Nobody writes down the hour of
    a note, so all of them are midnight, Coordinated Universal Time.
    """
    found = _ISO.fullmatch(date)
    return f"{date}T00:00:00Z" if found and found[3] else ""


def time_span(date: str) -> tuple[str, str]:
    """The first and the last second of an ISO 8601 year or month, in UTC; empty for others."""
    found = _ISO.fullmatch(date)
    if not found or found[3]:
        return "", ""
    year, month = int(found[1]), int(found[2] or 0)
    first, last = month or 1, month or 12
    if not (1 <= last <= 12 and year):
        return "", ""
    days = calendar.monthrange(year, last)[1]
    return f"{year:04}-{first:02}-01T00:00:00Z", f"{year:04}-{last:02}-{days:02}T23:59:59Z"
