"""Selectors of the W3C Web Annotation model, which Hypothesis uses too, to passages.

https://www.w3.org/TR/annotation-model/#selectors
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from postil.model.target import TextQuote
from postil.read import limits
from postil.read.foreign.entry import Entry, shortened
from postil.read.foreign.values import Passage, Remark

_WHY = {
    "XPathSelector": "a path of elements of that document, which the text here does not have",
    "CssSelector": "a path of elements of that document, which the text here does not have",
    "SvgSelector": "a shape, and texts have none",
    "DataPositionSelector": "a place in bytes of that file, which the text here does not have",
    "EPUBContentSelector": "a place in an e-book",
    "PageSelector": "a page of a document",
    "MediaTimeSelector": "a moment of a recording",
    "ShapeSelector": "a shape, and texts have none",
}


def passage(
    source: str, selectors: list[tuple[str, Any]], remarks: list[Remark], *, quiet: bool = False
) -> Passage:
    """The passage that alternative selectors of one resource name.

    A quote is taken before a position, and both before a section. What is not taken is noted,
    unless `quiet` and there is a quote. Without any the passage is the whole resource.
    """
    found = [
        one
        for at, value in selectors
        if (one := _selector(source, value, at, [] if quiet else remarks, 0))
    ]
    best = max(found, key=_rank, default=None)
    if best is None:
        if quiet:
            for at, value in selectors:
                _selector(source, value, at, remarks, 0)
        return Passage(source)
    return best


def _rank(found: Passage) -> int:
    return 3 * bool(found.quote) + 2 * bool(found.position or found.ends) + bool(found.fragment)


def _selector(
    source: str, value: Any, at: str, remarks: list[Remark], depth: int
) -> Passage | None:
    """The passage that a selector and those that refine it name, or None."""
    if isinstance(value, str):
        why = "a selector that stands in another document, which is not read"
        remarks.append(Remark(at, shortened(value), why))
        return None
    if not isinstance(value, Mapping):
        return None
    entry = Entry(value, at, remarks)
    own = _own(source, entry, depth)
    refined = entry.list("refinedBy")
    if not refined or depth >= limits.DEPTH:
        return own
    inner = [
        one for way, next_ in refined if (one := _selector(source, next_, way, remarks, depth + 1))
    ]
    best = max(inner, key=_rank, default=None)
    if best is None:
        return own
    if best.position:
        # It counts from the begin of the passage around it, which nobody here can tell.
        why = "a position within another selector"
        remarks.append(Remark(best.field, "", why))
        return own
    return replace(best, within=own) if own else best


def _own(source: str, entry: Entry, depth: int) -> Passage | None:
    silent = Entry(entry.value, entry.at, [])
    kind = _kind(entry.value)
    if kind == "TextQuoteSelector":
        exact = silent.text("exact")
        if not exact.strip():
            entry.fault("exact", "a quote without words")
            return None
        quote = TextQuote(exact.strip(), silent.text("prefix"), silent.text("suffix"))
        return Passage(source, quote=quote, field=entry.at)
    if kind == "TextPositionSelector":
        start, end = silent.number("start"), silent.number("end")
        if start is None or end is None or start >= end:
            entry.fault("start", "a position needs a start, and an end after it")
            return None
        return Passage(source, position=(start, end), field=entry.at)
    if kind == "FragmentSelector":
        return Passage(source, fragment=silent.text("value").strip(), field=entry.at)
    if kind == "RangeSelector" and depth < limits.DEPTH:
        ends = [
            _selector(source, value, way, [], depth + 1)
            for key in ("startSelector", "endSelector")
            for way, value in entry.list(key)[:1]
        ]
        if len(ends) == 2 and ends[0] and ends[1] and ends[0].quote and ends[1].quote:
            return Passage(source, ends=(ends[0], ends[1]), field=entry.at)
        entry.remarks.append(Remark(entry.at, kind, "a range of elements of that document"))
        return None
    why = _WHY.get(kind, "a selector that Postil does not know")
    entry.remarks.append(Remark(entry.at, shortened(kind or entry.value), why))
    return None


def _kind(value: Mapping[str, Any]) -> str:
    kind = value.get("type", value.get("@type"))
    if isinstance(kind, list) and kind:
        kind = kind[0]
    return kind.rpartition(":")[2] if isinstance(kind, str) else ""
