"""BibTeX text to entries: what is written, and where.

bibtexparser splits the file and goes on after what it cannot read; places within a line, values
of several parts, and limits are found here.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)
from bibtexparser.splitter import Splitter

from postil.model.diagnostic import Diagnostic
from postil.read import limits
from postil.read.bibtex_value import BrokenValueError, Value, read_value
from postil.read.positions import Positions
from postil.read.words import meant, shown

# It logs what it cannot read, which is told as a diagnostic here.
logging.getLogger("bibtexparser.splitter").setLevel(logging.CRITICAL + 1)

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LOST = re.compile(r"^[ \t]*([A-Za-z]+)[ \t]*\{[^\s,{}]+,[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class BibField:
    """A field: where its name stands, its value as TeX, and where that stands. Indexes are those of
    characters in the file."""

    name_at: int
    value: str
    at: int


@dataclass(frozen=True, slots=True)
class BibEntry:
    """An entry: its type and fields by their names in small letters, and its key as written."""

    type: str
    type_at: int
    key: str
    key_at: int
    fields: dict[str, BibField] = field(default_factory=dict)


class BibReader:
    """Reads one file; what is wrong with it goes into `problems`."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.positions = Positions(text, path)
        self.problems: list[Diagnostic] = []
        self._strings = {month: month for month in MONTHS}
        self._written = 0
        self._cursor = 0

    def entries(self) -> Iterator[BibEntry]:
        """The entries, in the order of the file."""
        for block in Splitter(self.text).split().blocks:
            start = self._find(block)
            if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
                # What stands twice is found by the reader of sources, and below.
                block = block.ignore_error_block or block
            if isinstance(block, Entry):
                yield self._entry(block, start)
            elif isinstance(block, String):
                self._string(block, start)
            elif isinstance(block, ParsingFailedBlock):
                self._failed(block, start)
            elif isinstance(block, ImplicitComment) and (lost := _LOST.search(block.comment or "")):
                at = start + lost.start(1)
                message = f"{shown(lost[1])} begins no entry, and what follows is left out"
                self.note("bibtex-syntax", message, at, f"write @{lost[1]}{{…")

    def note(self, code: str, message: str, at: int, hint: str = "") -> None:
        """Note a problem at a character of the file."""
        self.problems.append(Diagnostic(code, message, self.positions.place(at), hint))

    def _find(self, block: Block) -> int:
        raw = (block.raw or "").strip()
        start = self.text.find(raw, self._cursor) if raw else -1
        if start < 0:
            return self._cursor
        # What could not be read ends with the sign that was not expected there, which may be the
        # begin of the next block.
        next_ = raw.rfind("@") if isinstance(block, ParsingFailedBlock) else 0
        self._cursor = start + (next_ if next_ > 0 else len(raw))
        return start

    def _failed(self, block: ParsingFailedBlock, start: int) -> None:
        reason = str(getattr(block.error, "abort_reason", "") or "")
        head = self.text[start : start + limits.SHOWN].split("\n")[0]
        if "Expected comma" in reason:
            hint = "write a comma after its key, which has no spaces"
        elif "entry key" in reason:
            hint = "write “name = {…},” for each field, with a comma between two"
        else:
            hint = "look for a brace or a quotation mark that is not closed, or one too many"
        self.note("bibtex-syntax", f"the entry {shown(head)} cannot be read", start, hint)

    def _string(self, block: String, start: int) -> None:
        opening = re.compile(r"@\w*\s*[{(]\s*").match(self.text, start)
        name_at = opening.end() if opening else start
        at = self.text.find("=", name_at) + 1
        value = self._value(block.value, at)
        # One that cannot be read is defined all the same, and nothing more is said of it.
        self._strings.setdefault(block.key.casefold(), value.text if value else "")

    def _entry(self, block: Entry, start: int) -> BibEntry:
        opening = re.compile(r"@\w*\s*[{(]\s*").match(self.text, start)
        cursor = opening.end() if opening else start
        entry = BibEntry(block.entry_type.casefold(), start, block.key, cursor)
        cursor += len(block.key)
        for one in block.fields:
            name_at = max(cursor, self.text.find(one.key, cursor))
            cursor = self.text.find("=", name_at + len(one.key)) + 1
            value = self._value(one.value, cursor)
            cursor += len(one.value)
            if value is None:
                continue
            name = one.key.casefold()
            if first := entry.fields.get(name):
                line = self.positions.at(first.name_at)[0]
                message = f"{shown(one.key)} stands a second time, after line {line}"
                self.note("field-twice", message, name_at, "keep one of the two")
            else:
                entry.fields[name] = BibField(name_at, value.text, value.at)
        return entry

    def _value(self, written: str, after: int) -> Value | None:
        """A value whose text is `written`, somewhere after a place in the file."""
        found = re.compile(r"\s*").match(self.text, after)
        start = found.end() if found else after
        try:
            value = read_value(written, self._strings)
        except BrokenValueError as error:
            self.note(error.code, error.message, start + error.at, error.hint)
            return None
        for name, at in value.unknown:
            hint = meant(name, self._strings) if len(self._strings) > len(MONTHS) else ""
            hint = hint or "put the value in braces, or define it with @string before this entry"
            message = f"there is no abbreviation {shown(name)}"
            self.note("bibtex-name", message, start + at, hint)
        self._written += len(value.text)
        if self._written > limits.BIBTEX_WRITTEN:
            if self._written - len(value.text) <= limits.BIBTEX_WRITTEN:
                message = "the file holds too much, its abbreviations written out"
                self.note("bibtex-limits", message, start, "split it, and use fewer @string")
            return None
        return Value(value.text, start + value.at)
