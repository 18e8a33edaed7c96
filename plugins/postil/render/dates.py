"""Dates as people write them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from babel import Locale
from babel.dates import format_date

from postil.render.words import Words

_ISO = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?", re.ASCII)

# Where a language counts the first day of a month and CLDR does not say so.
_FIRST = {"fr": "1er "}


def long_date(date: str, words: Words) -> str:
    """An ISO 8601 date, a year or a year and a month, in words; anything else as it is."""
    written = _written(date, words.locale)
    return date if written is None else words.digits(written)


# The days of a site are few, and each stands in many notes.
@lru_cache(maxsize=4096)
def _written(date: str, locale: Locale) -> str | None:
    match = _ISO.fullmatch(date.strip())
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        when = datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if not day:
        # The patterns that CLDR has for a date without a day.
        pattern = locale.datetime_skeletons["yMMMM" if month else "y"]
        return str(pattern.apply(when, locale))
    written = str(format_date(when, "long", locale))
    if when.day == 1 and locale.language in _FIRST:
        written = written.replace("1 ", _FIRST[locale.language], 1)
    return written


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
