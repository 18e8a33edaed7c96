"""One line of a table, field by field, as a note."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from postil.model.target import TextQuote
from postil.read import limits
from postil.read.dates import date_problem
from postil.read.foreign.entry import clean, is_time, shortened
from postil.read.foreign.values import Cited, ForeignNote, Passage, Person, Remark, Revised

_TRUE = frozenset({"true", "yes", "1", "x"})


def read_row(cells: Mapping[str, str], at: str) -> ForeignNote:
    """The note in a row, whose cells are given by the field that each holds."""
    return _Row(cells, at).note()


class _Row:
    """The cells of one row; what is wrong with them stands in `remarks`."""

    def __init__(self, cells: Mapping[str, str], at: str) -> None:
        self.cells = cells
        self.at = at
        self.remarks: list[Remark] = []

    def note(self) -> ForeignNote:
        return ForeignNote(
            where=self.at,
            origin=self.word("address") or self.word("id"),
            text=self.word("text"),
            id=self.word("id"),
            kind=self.word("kind"),
            title=self.word("title"),
            body=self.cells.get("body", ""),
            verdict=self.word("verdict"),
            wanted=self.word("wanted"),
            tags=self.words("tags"),
            people=tuple(Person(name, name) for name in self.words("contributors")),
            created=self.date("created"),
            passages=self.passages(),
            citations=tuple(self.citations()),
            revisions=tuple(self.revisions()),
            draft=self.word("draft").casefold() in _TRUE,
            remarks=tuple(self.remarks),
        )

    def word(self, field: str) -> str:
        return self.cells.get(field, "").strip()

    def words(self, field: str) -> tuple[str, ...]:
        parts = re.split(r"[;\n]", self.cells.get(field, ""))
        return tuple(dict.fromkeys(filter(None, (part.strip() for part in parts))))

    def fault(self, field: str, why: str) -> None:
        written = shortened(self.cells.get(field))
        self.remarks.append(Remark(f"{self.at}, {field}", written, why, fault=True))

    def date(self, field: str) -> str:
        written = self.word(field)
        if not written or is_time(written):
            return written[:10]
        problem = date_problem(written, whole=True)
        if problem:
            self.fault(field, f"{problem[0]}; {problem[1]}")
            return ""
        return written

    def json(self, field: str) -> list[Any] | None:
        """A cell that holds a JSON list; None where it holds something else."""
        written = self.word(field)
        if not written.startswith("["):
            return None
        try:
            value = json.loads(written)
        except (ValueError, RecursionError):
            return None
        return value if isinstance(value, list) else None

    def passages(self) -> tuple[Passage, ...]:
        url = self.word("url")
        several = self.json("targets")
        if several is not None:
            found = [one for value in several if (one := self.target(value, url, 0))]
            if found:
                return tuple(found)
        exact = self.word("exact")
        quote = None
        if exact:
            quote = TextQuote(exact, self.cells.get("prefix", ""), self.cells.get("suffix", ""))
        return (Passage(url, quote=quote, section=self.word("section")),)

    def target(self, value: Any, url: str, depth: int) -> Passage | None:
        if isinstance(value, str) and value.strip():
            return Passage(url, quote=TextQuote(clean(value).strip()))
        if not isinstance(value, Mapping) or depth > limits.DEPTH:
            self.fault("targets", "a target must be a text or an object")
            return None
        words = {
            key: clean(part) if isinstance(part := value.get(key), str) else ""
            for key in ("exact", "prefix", "suffix", "section")
        }
        within = self.target(value["within"], "", depth + 1) if value.get("within") else None
        exact = words["exact"].strip()
        quote = TextQuote(exact, words["prefix"], words["suffix"]) if exact else None
        return Passage(url, quote=quote, section=words["section"].strip(), within=within)

    def citations(self) -> list[Cited]:
        listed_ = self.json("citations")
        if listed_ is None:
            return [Cited(id) for id in self.words("citations")]
        return [one for value in listed_ if (one := self.citation(value))]

    def citation(self, value: Any) -> Cited | None:
        if isinstance(value, str):
            return Cited(value.strip())
        if found := self.texts(value, ("source", "locator", "quote", "supports")):
            source, locator, quote, supports = found
            return Cited(source, locator, quote, supports)
        if found := self.texts(value, ("passage", "locator", "supports")):
            words = self.target(value["target"], "", 0) if value.get("target") else None
            return Cited("", found[1], "", found[2], found[0], words)
        return None

    def revisions(self) -> list[Revised]:
        names = ("date", "kind", "summary", "before")
        return [
            Revised(*found)
            for value in self.json("revisions") or ()
            if (found := self.texts(value, names))
        ]

    def texts(self, value: Any, names: tuple[str, ...]) -> tuple[str, ...]:
        """The texts of an object in a cell by their names; none where the first is missing."""
        if not isinstance(value, Mapping) or not isinstance(value.get(names[0]), str):
            return ()
        parts = (value.get(name) for name in names)
        return tuple(clean(part).strip() if isinstance(part, str) else "" for part in parts)
