"""Tables as CSV (https://www.rfc-editor.org/rfc/rfc4180)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

# What spreadsheets run as a formula (https://owasp.org/www-community/attacks/CSV_Injection), also
# in the wide forms of East Asian keyboards and after what is not seen, with any apostrophes before
# it, so that one can be taken away again.
_FORMULA = re.compile("'*(?:[\t\r\n]|[\\s\u200b\u2060\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20])")


def csv_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table with a header: UTF-8 with the mark by which spreadsheets know it, CRLF after a row.

    A cell that a spreadsheet would run gets an apostrophe before it. To undo that, take one away
    from a cell that begins with an apostrophe and that, after all of them, goes on with `=`, `+`,
    `-` or `@`, in full width too and after white space, or with a tab or the end of a line.
    """
    return csv_file(header, csv_rows(rows))


def csv_rows(rows: Iterable[Sequence[str]]) -> str:
    """Rows of such a table, which may stand in several of them."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows([tame(cell) for cell in row] for row in rows)
    return written.getvalue()


def csv_file(header: Sequence[str], *written: str) -> bytes:
    """Such a table of rows that are written already."""
    head = io.StringIO(newline="")
    csv.writer(head).writerow(header)
    return "".join((head.getvalue(), *written)).encode("utf-8-sig")


def tame(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
