"""Annotations in a table: CSV with a header, of Postil's own export or of any spreadsheet.

https://www.rfc-editor.org/rfc/rfc4180. Commas, semicolons and tabs are told apart by the header.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from typing import Any

from postil.model.target import TextQuote
from postil.read import limits
from postil.read.dates import date_problem
from postil.read.foreign.entry import clean, is_time, shortened
from postil.read.foreign.values import (
    Cited,
    Foreign,
    ForeignNote,
    Passage,
    Person,
    Refused,
    Remark,
    Revised,
)
from postil.read.words import listed, nearest, shown

FORM = "csv"

COLUMNS: Mapping[str, str] = {
    "id": "id",
    "text": "slug of the text",
    "url": "address of the text",
    "kind": "kind",
    "title": "title",
    "exact": "words of the passage",
    "prefix": "words before it",
    "suffix": "words after it",
    "section": "section of the passage",
    "targets": "several passages, as JSON",
    "verdict": "verdict",
    "body": "what the note says, in Markdown",
    "wanted": "evidence that is wanted",
    "citations": "ids of sources, with semicolons between, or JSON",
    "contributors": "ids or names, with semicolons between",
    "created": "date",
    "revisions": "changes, as JSON",
    "tags": "tags, with semicolons between",
    "draft": "true or false",
}
"""The fields that a column can hold, and what each is."""

_OTHERS = {
    "slug": "text",
    "page": "url",
    "uri": "url",
    "link": "url",
    "source": "url",
    "source url": "url",
    "type": "kind",
    "heading": "title",
    "target": "exact",
    "quote": "exact",
    "highlight": "exact",
    "passage": "exact",
    "selection": "exact",
    "before": "prefix",
    "after": "suffix",
    "rating": "verdict",
    "note": "body",
    "comment": "body",
    "annotation": "body",
    "content": "body",
    "sources": "citations",
    "author": "contributors",
    "user": "contributors",
    "creator": "contributors",
    "date": "created",
    "tag": "tags",
}
_FORMULA = re.compile(r"'(?=[=+\-@\t\r\n])")
"""What keeps a spreadsheet from running a cell as a formula
(https://owasp.org/www-community/attacks/CSV_Injection)."""
_TRUE = frozenset({"true", "yes", "1", "x"})


class CsvError(Exception):
    """The table cannot be read at all. The message says why."""


def read_csv(text: str, columns: Mapping[str, str] | None = None) -> Foreign:
    """The annotations in a table. `columns` gives the field of a column by its name, for columns
    whose names do not tell.

    Raises CsvError where there is no header with a column that Postil knows.
    """
    rows = _rows(text)
    header = [clean(name).strip() for name in rows[0]] if rows else []
    remarks: list[Remark] = []
    fields = _fields(header, columns or {}, remarks)
    if not {"exact", "body", "title", "targets"} & set(fields):
        known = listed((f"“{name}”" for name in ("exact", "title", "body")), "or")
        raise CsvError(f"the first line must name the columns, and none of them is {known}")
    notes: list[ForeignNote] = []
    refused: list[Refused] = []
    for number, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        at = f"row {number}"
        if len(row) > len(header):
            why = f"the row has {len(row)} cells, and the header {len(header)}"
            refused.append(Refused(at, (Remark(at, shortened(row[-1]), why, fault=True),)))
            continue
        cells = {
            field: _cell(row[column])
            for field, column in fields.items()
            if column < len(row) and row[column].strip()
        }
        notes.append(_Row(cells, at).note())
    return Foreign(FORM, tuple(notes), refused=tuple(refused), remarks=tuple(remarks))


def looks_like_csv(text: str) -> bool:
    """Whether the first line names columns that Postil knows."""
    try:
        read_csv(text[:10_000].rpartition("\n")[0] or text[:10_000])
    except CsvError:
        return False
    return True


def _rows(text: str) -> list[list[str]]:
    first = text[:10_000].partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise CsvError(f"the table cannot be read: {error}") from None


def _fields(header: list[str], columns: Mapping[str, str], remarks: list[Remark]) -> dict[str, int]:
    """The number of the column of each field."""
    fields: dict[str, int] = {}
    for number, name in enumerate(header):
        plain = name.casefold().replace("_", " ").replace("-", " ").strip()
        field = columns.get(name) or (plain if plain in COLUMNS else _OTHERS.get(plain, ""))
        if not field:
            guess = nearest(plain, COLUMNS, 75.0)
            hint = f"; for “{guess}” say --map {shown(name)[1:-1]}={guess}" if guess else ""
            if name:
                remarks.append(Remark(name, "", f"a column that Postil has no field for{hint}"))
        elif field in fields:
            first = header[fields[field]]
            remarks.append(Remark(name, "", f"“{field}” is taken from the column {shown(first)}"))
        else:
            fields[field] = number
    missing = (name for name in columns if name not in header)
    why = "the table has no column of that name"
    remarks.extend(Remark(name, "", why, fault=True) for name in missing)
    return fields


def _cell(written: str) -> str:
    return clean(_FORMULA.sub("", written, count=1) if written[:1] == "'" else written)


class _Row:
    """One line of a table, field by field."""

    def __init__(self, cells: Mapping[str, str], at: str) -> None:
        self.cells = cells
        self.at = at
        self.remarks: list[Remark] = []

    def note(self) -> ForeignNote:
        return ForeignNote(
            where=self.at,
            origin=self.word("id"),
            text=self.word("text"),
            id=self.word("id"),
            kind=self.word("kind"),
            title=" ".join(self.word("title").split()),
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
        return [
            Cited(value.strip()) if isinstance(value, str) else Cited(*found)
            for value in listed_
            if isinstance(value, str)
            or (found := self.texts(value, ("source", "locator", "quote", "supports")))
        ]

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
