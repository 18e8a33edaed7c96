"""The fields of CSL items, as Postil holds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from postil.model.fields.source import SOURCE
from postil.read import csl
from postil.read.dates import date_problem
from postil.read.foreign.entry import clean, described, shortened
from postil.read.forms import Problem, doi_problem, isbn_problem, issn_problem, url_problem

_FORMS: Mapping[str, Callable[[str], Problem | None]] = {
    "URL": url_problem,
    "archive": url_problem,
    "DOI": doi_problem,
    "ISBN": isbn_problem,
    "ISSN": issn_problem,
}
_OWN = (*("archive", "archived", "checked", "copy", "seen", "extent", "excerpt", "remark", "link"),)
"""Postil's fields, which its own CSL-JSON keeps under `custom`."""
_SHOWN = "a field that Postil has no place for"


def lifted(item: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an item, with those of Postil's that stand under `custom`."""
    custom = item.get("custom")
    if not isinstance(custom, Mapping):
        return dict(item)
    own = {key: custom[key] for key in _OWN if key in custom}
    rest = {key: value for key, value in custom.items() if key not in own}
    return {**item, **own, "custom": rest}


def read_field(key: str, value: Any) -> tuple[Any, str]:
    """A field as Postil holds it, and why it is not as it was."""
    if key.startswith("x-") and isinstance(value, str):
        return clean(value), ""
    if key not in SOURCE.by_name:
        return None, _SHOWN
    if key in csl.DATES:
        return _date(value)
    if key in csl.NAMES:
        return _names(value)
    if key in csl.OTHERS:
        return _cleaned(value), ""
    if key == "link":
        return (value, "") if isinstance(value, bool) else (None, "it must be true or false")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None, f"it must be a text, and is {described(value)}"
    words = clean(str(value)).strip()
    if key == "DOI" and "10." in words:
        words = words[words.find("10.") :]
    if key not in _FORMS:
        return words, ""
    problem = _FORMS[key](words)
    return (None, f"“{shortened(words)}” {problem[0]}") if problem else (words, "")


def _names(value: Any) -> tuple[Any, str]:
    names: list[dict[str, Any]] = []
    why = ""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and one.strip():
            names.append({"literal": clean(one).strip()})
        elif isinstance(one, Mapping):
            parts = {
                part: clean(given).strip() if isinstance(given, str) else given
                for part in csl.NAME_PARTS
                if isinstance(given := one.get(part), str | bool) and given != ""
            }
            if parts:
                names.append(parts)
            if set(one) - set(csl.NAME_PARTS):
                why = "parts of a name that CSL does not have are left out"
        else:
            why = f"a name must be an object, and this is {described(one)}"
    return names, why


def _date(value: Any) -> tuple[Any, str]:
    """A date as ISO 8601 where it is one, else with CSL's parts as they are."""
    if isinstance(value, str):
        written = value.strip()
        if date_problem(written, whole=False) is None or "/" in written or written[-1:] == "~":
            return written, ""
        if date_problem(written[:10], whole=True) is None:
            return written[:10], ""
        return {"literal": clean(written)}, ""
    if not isinstance(value, Mapping):
        return None, f"it must be a date, and is {described(value)}"
    parts = value.get("date-parts")
    if isinstance(parts, list) and not value.keys() - {"date-parts"}:
        days = [_day(one) for one in parts if isinstance(one, list)]
        if days and len(days) <= 2 and len(days) == len(parts) and all(days):
            return "/".join(days), ""
    raw = value.get("raw")
    if isinstance(raw, str) and not value.keys() - {"raw"}:
        return _date(raw)
    return {part: _cleaned(value[part]) for part in csl.DATE_PARTS if part in value}, ""


def _day(parts: list[Any]) -> str:
    """Year, month and day as ISO 8601; empty where they are no date."""
    numbers = [str(part) for part in parts if str(part).isascii() and str(part).isdigit()]
    if len(numbers) != len(parts) or not 1 <= len(parts) <= 3 or len(numbers[0]) > 4:
        return ""
    written = "-".join([numbers[0].zfill(4), *(number.zfill(2) for number in numbers[1:])])
    return written if date_problem(written, whole=False) is None else ""


def _cleaned(value: Any) -> Any:
    """A value of JSON's types with every text cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, Mapping):
        return {clean(str(key)): _cleaned(one) for key, one in value.items()}
    return value
