"""One JSON object of another program, field by field: values of the wrong type are noted and left
out, and single values stand for lists of one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from postil.read import limits
from postil.read.dates import date_problem
from postil.read.files import CONTROL
from postil.read.foreign.values import Remark

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
_TYPES = {str: "a text", bool: "true or false", int: "a number", float: "a number"}


class Entry:
    """An object of a file, and the way to it. What is wrong with it goes into `remarks`."""

    __slots__ = ("at", "remarks", "value")

    def __init__(self, value: Mapping[str, Any], at: str, remarks: list[Remark]) -> None:
        """Take the object `value`, which stands at `at`."""
        self.value = value
        self.at = at
        self.remarks = remarks

    def way(self, key: str) -> str:
        """The way to a field."""
        return f"{self.at}.{key}" if self.at else key

    def note(self, key: str, why: str, *, fault: bool = False) -> None:
        """Note that a field is not kept, or breaks the rules of its format."""
        self.remarks.append(Remark(self.way(key), shortened(self.value.get(key)), why, fault))

    def fault(self, key: str, why: str) -> None:
        """Note that a field breaks the rules of its format."""
        self.note(key, why, fault=True)

    def has(self, key: str) -> bool:
        """Whether the field is there with a value."""
        return self.value.get(key) is not None

    def list(self, key: str) -> list[tuple[str, Any]]:
        """The values of a field, each with the way to it; null holds none."""
        value = self.value.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            return [(self.way(key), value)]
        items = [(f"{self.way(key)}[{number}]", item) for number, item in enumerate(value)]
        return [(way, item) for way, item in items if item is not None]

    def text(self, key: str) -> str:
        """A field that holds one text, its ends kept; numbers are no texts."""
        value = self.value.get(key)
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if value is None or isinstance(value, str):
            return clean(value or "")
        if isinstance(value, list):
            self.fault(key, f"“{key}” must be one text, and there are {len(value)}")
        else:
            self.fault(key, f"“{key}” must be a text, and is {described(value)}")
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A field that holds texts, one or several, without empty ones."""
        found = []
        for way, value in self.list(key):
            if isinstance(value, str):
                found.append(clean(value).strip())
            else:
                why = f"“{key}” must hold texts, and this is {described(value)}"
                self.remarks.append(Remark(way, shortened(value), why, fault=True))
        return tuple(dict.fromkeys(filter(None, found)))

    def iri(self, key: str) -> str:
        """A field that holds one IRI (RFC 3987)."""
        value = self.text(key).strip()
        if value and not is_iri(value):
            self.fault(key, f"“{key}” must be an address, and is none")
            return ""
        return value

    def date(self, key: str) -> str:
        """The day of a field that holds one ISO 8601 time, as it is written there."""
        written = self.text(key).strip()
        if not written:
            return ""
        if is_time(written) or date_problem(written, whole=True) is None:
            return written[:10]
        self.fault(key, f"“{key}” must be a time such as 2026-11-22T12:00:00Z")
        return ""

    def number(self, key: str) -> int | None:
        """A field that holds one whole number from 0 on."""
        value = self.value.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            self.fault(key, f"“{key}” must be a whole number from 0 on")
            return None
        return value

    def flag(self, key: str) -> bool:
        """A field that is true or false."""
        value = self.value.get(key)
        if value is not None and not isinstance(value, bool):
            self.fault(key, f"“{key}” must be true or false, and is {described(value)}")
        return value is True

    def entry(self, key: str) -> Entry | None:
        """A field that holds one object."""
        value = self.value.get(key)
        if value is None:
            return None
        if isinstance(value, Mapping):
            return Entry(value, self.way(key), self.remarks)
        self.fault(key, f"“{key}” must be an object, and is {described(value)}")
        return None


def is_iri(value: str) -> bool:
    """Whether the text has the form of an absolute IRI."""
    return _IRI.fullmatch(value) is not None


def is_time(value: str) -> bool:
    """Whether the text is a date and time of ISO 8601, as `xsd:dateTime` writes it."""
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return value[10:11] == "T" and date_problem(value[:10], whole=True) is None


def clean(words: str) -> str:
    """Words without characters that no file of Postil's may hold, line ends as line feeds."""
    return CONTROL.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))


def described(value: Any) -> str:
    """What kind of thing a JSON value is."""
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, list):
        return "a list"
    return _TYPES.get(type(value), "nothing")


def shortened(value: Any) -> str:
    """A JSON value as a report shows it."""
    if value is None:
        return ""
    if isinstance(value, str):
        line = " ".join(clean(value[: 4 * limits.SHOWN]).split())
    elif isinstance(value, Mapping | list):
        kind = value.get("type") if isinstance(value, Mapping) else None
        line = clean(kind) if isinstance(kind, str) else described(value)
    else:
        line = str(value) if not isinstance(value, int) or value.bit_length() < 300 else "a number"
    return line if len(line) <= limits.SHOWN else line[: limits.SHOWN - 1].rstrip() + "…"
