"""Names and dates in CSL items."""

from __future__ import annotations

import re
from typing import Any

from postil.model.fields.field import Form
from postil.model.fields.source import DATE, NAME
from postil.read import csl
from postil.read.dates import date_problem
from postil.read.fields import Fields
from postil.read.nodes import Entries, Scalar
from postil.read.scalars import plain, truth
from postil.read.words import shown


def read_names(fields: Fields, key: str) -> list[dict[str, Any]]:
    """A list of CSL names. A name in one piece stands under `literal`."""
    names: list[dict[str, Any]] = []
    for item in fields.lists(key, NAME):
        if isinstance(item, Scalar):
            fields.report(
                "field-type",
                f"{shown(item.value)} does not say which part of the name is which",
                fields.document.place(item),
                "write “- family: …” and “given: …” below each other,"
                " or “- literal: …” for an organisation",
            )
            continue
        name: dict[str, Any] = {}
        for part in csl.NAME_PARTS:
            if node := item.get(part):
                name[part] = item.word(part) if truth(node) is None else truth(node)
        needed = any(name.get(part) for part in NAME.needs)
        if item.required("family", needed, "or “literal” for a name in one piece"):
            names.append(name)
    return names


def read_date(fields: Fields, key: str) -> str | dict[str, Any]:
    """A CSL date: an ISO 8601 date, a range of two with a stroke between, or CSL's parts."""
    node = fields.get(key)
    if isinstance(node, Scalar):
        return fields.checked(key, "date-form", range_problem)
    if not isinstance(node, Entries):
        fields.report(
            "field-type",
            f"“{key}” must be a date, and is a list",
            fields.place(key),
            f"write “{key}: 2026-11-22”",
        )
        return ""
    inside = Fields(fields.document, node, DATE, fields.problems)
    for part in DATE.fields:
        if part.form is Form.TEXT:
            inside.text(part.name)
    value = plain(node)
    if problem := _parts_problem(value["date-parts"]) if "date-parts" in value else None:
        fields.report("date-form", problem, fields.place(key), f"write “{key}: 2026-11-22” instead")
        return ""
    return {part: value[part] for part in csl.DATE_PARTS if part in value}


def range_problem(written: str) -> tuple[str, str] | None:
    """What is wrong with a date or a range of two, and a hint; None for a good one.

    EDTF, level 0, and `~` for an uncertain date: what pandoc reads.
    """
    ends = re.split(r"(?<=\d)~?/(?=\d)", written.removesuffix("~"))
    if len(ends) == 2 and all(date_problem(end, whole=False) is None for end in ends):
        return None
    return date_problem(written.removesuffix("~"), whole=False)


def _parts_problem(parts: Any) -> str | None:
    """What is wrong with CSL's `date-parts`: one or two lists of year, month and day."""
    form = "“date-parts” must hold one or two lists of year, month and day"
    if not isinstance(parts, list) or not 1 <= len(parts) <= 2:
        return form
    for day in parts:
        if not isinstance(day, list) or not 1 <= len(day) <= 3:
            return form
        numbers = [str(number) for number in day]
        if not all(re.fullmatch(r"-?[0-9]{1,5}", number) for number in numbers):
            return form
        # A year before 1000, or before Christ, is no ISO 8601, and its days are those of any other.
        year = numbers[0] if re.fullmatch(r"[0-9]{4}", numbers[0]) else "2000"
        written = "-".join([year, *(number.zfill(2) for number in numbers[1:])])
        if problem := date_problem(written, whole=False):
            return f"{shown('-'.join(numbers))} {problem[0]}"
    return None
