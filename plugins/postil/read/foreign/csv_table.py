"""Annotations in a table: CSV with a header, of Postil's own export or of any spreadsheet.

https://www.rfc-editor.org/rfc/rfc4180. Commas, semicolons and tabs are told apart by the header.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping

from postil.read.foreign.csv_rows import read_row
from postil.read.foreign.entry import clean, shortened
from postil.read.foreign.values import Foreign, ForeignNote, Refused, Remark
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
    "address": "where the note was",
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
_FORMULA = re.compile("'+(?:[\t\r\n]|[\\s\u200b\u2060\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20])")
"""What keeps a spreadsheet from running a cell as a formula
(https://owasp.org/www-community/attacks/CSV_Injection); see `postil.publish.csv_table`."""


class CsvError(Exception):
    """The table cannot be read at all. The message says why."""


def read_csv(text: str, columns: Mapping[str, str] | None = None) -> Foreign:
    """The annotations in a table. `columns` gives the field of a column by its name, for columns
    whose names do not tell.

    Raises CsvError where there is no header with a column that Postil knows.
    """
    rows = _rows(text)
    header = [clean(name).strip() for name in rows[0]] if rows else []
    if {"type", "issued", "cited-by"} <= set(header):
        raise CsvError("the table lists sources; import them as CSL-JSON or BibTeX, which say more")
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
            if column < len(row) and row[column]
        }
        notes.append(read_row(cells, at))
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
            guess = nearest(plain, tuple(COLUMNS), 75.0)
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
    return clean(written[1:] if _FORMULA.match(written) else written)
