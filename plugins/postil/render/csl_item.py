"""A CSL item as the processor takes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from citeproc.source import Date, DateRange, LiteralDate, Name, Reference  # type: ignore[import-untyped]  # it ships no types
from citeproc.string import String  # type: ignore[import-untyped]  # it ships no types

from postil.render import csl_style as sign
from postil.render.csl_lead import lead_name
from postil.render.dates import iso_date, long_date
from postil.render.words import Words

_NAMES = 500
"""Names of one list, and characters of one field, beyond which nothing is printed: the processor
takes time that grows with their square. Papers of physics have thousands of authors."""
_LONGEST = 5000

_DATES = frozenset(
    ("issued", "accessed", "available-date", "event-date", "original-date", "submitted")
)
_PARTICLES = ("dropping-particle", "non-dropping-particle")
_NAME = ("family", "given", "suffix", *_PARTICLES)

_PRIVATE = re.compile("[\ue000-\ue0ff]")
_TAGS = {
    **{"i": sign.ITALIC, "/i": sign.END_ITALIC, "b": sign.BOLD, "/b": sign.END_BOLD},
    **{"sup": sign.RAISED, "/sup": sign.END_RAISED, "sub": sign.LOWERED, "/sub": sign.END_LOWERED},
}
"""What CSL's data may mark up. https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html"""
_MARKUP = re.compile(r"<(i|b|sup|sub)>([^<>]*)</\1>")
_SPAN = re.compile(r'<span (?:class="nocase"|style="font-variant: ?small-caps;")>([^<>]*)</span>')


def date_words(
    item: Mapping[str, Any], dates: Iterable[tuple[str, str]], words: Words
) -> dict[str, str]:
    """The dates that a style prints in words, as texts by the names that the style has for them."""
    texts = {}
    for variable, parts in dates:
        ends = iso_ends(item.get(variable))
        named = dict.fromkeys(long_date(_cut(end, parts), words) for end in ends)
        if any(named):
            texts[sign.date_text(variable, parts)] = "–".join(named)
    return texts


def iso_ends(value: Any) -> tuple[str, ...]:
    """A CSL date as ISO 8601: one, or the two of a range; words where it has only words."""
    if isinstance(value, Mapping):
        parts = value.get("date-parts")
        if isinstance(parts, (list, tuple)) and len(parts) > 1:
            return tuple(iso_date({"date-parts": [one]}) for one in parts[:2])
    # EDTF: a stroke between two, and ~ behind an uncertain one.
    ends = re.split(r"(?<=\d)~?/(?=\d)", iso_date(value).removesuffix("~"))
    return tuple(ends) if len(ends) == 2 else ("/".join(ends),)


def as_reference(item: Mapping[str, Any], leads: bool = False) -> Reference:
    """The item, with nothing in it that could stop the processor; with `leads`, its fields also by
    the names that they have where they lead.

    What it escapes is nothing: fields go through as they are, and the page escapes what comes out.
    """
    reference = Reference("item", str(item.get("type") or "document"))
    for key, value in item.items():
        if key in ("id", "type", "categories", "custom"):
            continue
        taken: Any
        if key in _DATES:
            taken = _date(value)
        elif isinstance(value, (list, tuple)):
            taken = _names(value)
        else:
            taken = String(_marked(plain(value)))
        if taken:
            # It looks some up by one spelling, and some by the other.
            reference[key] = reference[key.replace("-", "_")] = taken
    if "event_title" in reference:
        reference.setdefault("event", reference["event_title"])
    if "shortTitle" in reference:
        reference.setdefault("title_short", reference["shortTitle"])
    if leads:
        for key, value in list(reference.items()):
            if isinstance(value, String):
                reference[lead_name(key).replace("-", "_")] = value
    if "language" not in reference:
        reference["language"] = String("")
    return reference


def _cut(date: str, parts: str) -> str:
    """An ISO date down to the day, the month or the year."""
    if not re.fullmatch(r"\d{4}(-\d\d?){0,2}", date, re.ASCII):
        return date
    return "-".join(date.split("-")[: parts.count("-") + 1])


def _date(value: Any) -> Any:
    ends = [_single(end) for end in iso_ends(value) if end]
    if len(ends) == 2 and all(type(end) is Date for end in ends) and ends[0].year != ends[1].year:
        # Of a range within a year the processor prints nothing where a style prints the year alone.
        return DateRange(begin=ends[0], end=ends[1])
    return ends[0] if ends else None


def _single(date: str) -> Any:
    if not re.fullmatch(r"\d{4}(-\d\d?){0,2}", date, re.ASCII):
        return LiteralDate(plain(date))
    names = ("year", "month", "day")
    return Date(**dict(zip(names, map(int, date.split("-")), strict=False)))


def _names(values: Sequence[Any]) -> list[Any]:
    names = []
    for value in values[:_NAMES]:
        if not isinstance(value, Mapping):
            names.append(Name(literal=String(plain(value))))
        elif value.get("literal"):
            names.append(Name(literal=String(plain(value["literal"]))))
        elif parts := {part: String(plain(value[part])) for part in _NAME if value.get(part)}:
            names.append(Name(**parts))
    return names


def plain(value: Any) -> str:
    """A value as words, without the signs that stand for markup, and of bounded length."""
    text = _PRIVATE.sub("", str(value))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _marked(text: str) -> str:
    """`text` with the tags that CSL's data may have as signs; all others are words."""
    if "</" not in text:
        return text
    text = _SPAN.sub(r"\1", text)
    return _MARKUP.sub(lambda at: _TAGS[at[1]] + at[2] + _TAGS[f"/{at[1]}"], text)
