"""BibTeX entries to nodes with the names of CSL, so that all forms of sources are read by one
code."""

from __future__ import annotations

import re

from postil.model.diagnostic import Diagnostic
from postil.read import bibtex_names as names
from postil.read import limits
from postil.read.bibtex_entries import MONTHS, BibEntry, BibField, BibReader
from postil.read.bibtex_people import read_people
from postil.read.nodes import Document, Entries, Items, Node, Scalar
from postil.read.tex import read_tex
from postil.read.words import nearest, shown

CHECKS = (
    *("archive", "archived", "checked", "copy", "seen", "extent", "excerpt", "remark", "link"),
)
"""Postil's own fields, which have the same names in every form."""

_MONTHS = {month: number for number, month in enumerate(MONTHS, start=1)}


def compose_bibtex(text: str, path: str) -> tuple[Document | None, list[Diagnostic]]:
    """The entries in `text` as a list of CSL items, and what is wrong with the file; None where it
    holds too much."""
    reader = BibReader(text, path)
    for sign, most in limits.BIBTEX_SIGNS.items():
        if text.count(sign) > most:
            message = f"the file holds more than {most} entries, fields or names"
            reader.note("bibtex-limits", message, 0, "split it into several files")
            return None, reader.problems
    entries = list(reader.entries())
    known = {entry.key.casefold(): entry for entry in reversed(entries)}
    items: list[Node] = []
    for entry in entries:
        if entry.type in ("set", "xdata"):
            continue
        items.append(_Item(reader, _inherited(entry, known, reader)).node())
    found = bool(items or reader.problems)
    root = Items(items, 1, 1) if found else None
    return Document(path, reader.positions.lines, root), reader.problems


def _inherited(entry: BibEntry, known: dict[str, BibEntry], reader: BibReader) -> BibEntry:
    """The entry with what it takes from the one that its `crossref` names."""
    field = entry.fields.get("crossref")
    if field is None:
        return entry
    parent = known.get(field.value.strip().casefold())
    if parent is None:
        message = f"“crossref” names {shown(field.value)}, which is not in this file"
        reader.note("bibtex-name", message, field.at, "write the key of an entry of this file")
        return entry
    fields = dict(entry.fields)
    own = {"crossref", "ids", "label", "key", *CHECKS, "title", "subtitle", "url", "doi"}
    for name, taken in parent.fields.items():
        if name in ("title", "subtitle"):
            fields.setdefault(f"book{name}", taken)
        elif name not in own:
            fields.setdefault(name, taken)
    return BibEntry(entry.type, entry.type_at, entry.key, entry.key_at, fields)


class _Item:
    """Makes the node of one entry."""

    def __init__(self, reader: BibReader, entry: BibEntry) -> None:
        self.reader = reader
        self.entry = entry
        self._told: set[tuple[int, str]] = set()
        self._node = Entries({}, *reader.positions.at(entry.type_at))

    def node(self) -> Entries:
        entry = self.entry
        self._add("id", entry.key, entry.key_at, entry.key_at)
        self._type()
        self._titles()
        self._date()
        for name, field in entry.fields.items():
            self._field(name, field)
        self._web()
        return self._node

    def _type(self) -> None:
        type = names.TYPES.get(self.entry.type)
        at = self.entry.type_at + 1
        if type is None:
            guess = nearest(self.entry.type, tuple(names.TYPES))
            message = f"@{self.entry.type} is not a type of BibTeX entries"
            hint = f"did you mean “@{guess}”?" if guess else "@misc fits every work"
            self.reader.note("value-unknown", message, at, hint)
        self._add("type", type or "document", at, at)
        genre = names.GENRES.get(self.entry.type, "")
        if genre and "type" not in self.entry.fields:
            self._add("genre", genre, at, at)

    def _titles(self) -> None:
        """Titles, each with its subtitle."""
        fields = self.entry.fields
        for name in ("title", "booktitle", "journaltitle", "journal", "maintitle"):
            if field := fields.get(name):
                text = self._tex(field)
                sub = next((s for s, of in names.SUBTITLES.items() if of == name), "")
                if sub in fields:
                    text = f"{text}: {self._tex(fields[sub])}"
                self._add(names.TEXTS.get(name, name), text, field.name_at, field.at)

    def _date(self) -> None:
        """The date of `year`, `month` and `day`, where there is no `date`."""
        fields = self.entry.fields
        year = fields.get("year")
        if "date" in fields or year is None:
            return
        text = self._tex(year)
        if month := fields.get("month"):
            written = re.sub(r"[^a-z0-9]", "", self._tex(month).casefold())
            # Python takes no number of thousands of digits.
            if written.isdigit():
                number = int(written) if len(written) <= 2 else 0
            else:
                number = _MONTHS.get(written[:3], 0)
            if 1 <= number <= 12:
                text = f"{text}-{number:02}"
                if (day := fields.get("day")) and (found := self._tex(day)).isdigit():
                    text = f"{text}-{found.zfill(2)}"
            else:
                message = f"{shown(month.value)} is not a month"
                self.reader.note("date-form", message, month.at, "such as jan, or 1")
        self._add("issued", text, year.name_at, year.at)

    def _field(self, name: str, field: BibField) -> None:
        if name in names.NAMES:
            self._names(names.NAMES[name], field)
        elif name in names.TEXTS:
            text = self._tex(field)
            if name == "pages":
                text = re.sub(r"(?<!\s)\s*[–—]\s*", "-", text)
            key = names.TEXTS[name]
            if name == "organization" and self.entry.type in names.WEB:
                key = "container-title"
            self._add(key, text, field.name_at, field.at)
        elif name in names.DATES:
            self._add(names.DATES[name], _day(self._tex(field)), field.name_at, field.at)
        elif name in names.VERBATIM:
            self._add(names.VERBATIM[name], _verbatim(field.value), field.name_at, field.at)
        elif name in CHECKS:
            self._check(name, field)
        elif name == "number":
            article = self.entry.type in ("article", "suppperiodical", "periodical")
            book = "series" in self.entry.fields
            key = "issue" if article else "collection-number" if book else "number"
            self._add(key, self._tex(field), field.name_at, field.at)
        elif name in ("language", "langid"):
            text = self._tex(field)
            self._add(
                "language", names.LANGUAGES.get(text.casefold(), text), field.name_at, field.at
            )
        elif name not in names.READ_ELSEWHERE | names.IGNORED and not name.startswith(
            names.IGNORED_FAMILIES
        ):
            known = (*names.TEXTS, *names.NAMES, *names.VERBATIM, *names.DATES, *CHECKS)
            guess = nearest(name, (*known, *names.READ_ELSEWHERE))
            self.reader.note(
                "field-unknown",
                f"{shown(name)} is not a field of BibTeX or of Postil",
                field.name_at,
                f"did you mean “{guess}”?" if guess else "x- before its name keeps it for yourself",
            )

    def _check(self, name: str, field: BibField) -> None:
        if name == "archive":
            self._add(name, _verbatim(field.value), field.name_at, field.at)
            return
        text = self._tex(field)
        style = "" if name == "link" else '"'
        self._add(name, text, field.name_at, field.at, style)

    def _web(self) -> None:
        """An address that stands in `howpublished`, or that an `eprint` stands for."""
        fields = self.entry.fields
        published = fields.get("howpublished")
        if published and "url" not in fields:
            found = re.search(r"https?://[^\s{}]+", _verbatim(published.value))
            if found:
                self._node.entries.pop("publisher", None)
                self._add("URL", found[0], published.name_at, published.at)
        eprint = fields.get("eprint")
        kind = fields.get("eprinttype") or fields.get("archiveprefix")
        if eprint and kind and kind.value.casefold() == "arxiv":
            number = _verbatim(eprint.value)
            self._add("number", f"arXiv:{number}", eprint.name_at, eprint.at)
            self._add("URL", f"https://arxiv.org/abs/{number}", eprint.name_at, eprint.at)
        elif eprint and kind and kind.value.casefold() in ("pubmed", "pmid"):
            self._add("PMID", _verbatim(eprint.value), eprint.name_at, eprint.at)
        if self.entry.type == "misc" and "URL" in self._node.entries:
            at, old = self._node.entries["type"]
            if isinstance(old, Scalar):
                self._node.entries["type"] = (at, old._replace(value="webpage"))

    def _names(self, key: str, field: BibField) -> None:
        positions = self.reader.positions
        self._tex(field)
        if people := read_people(field.value, *positions.at(field.at)):
            at = positions.scalar(key, "", field.name_at, field.name_at)
            self._node.entries.setdefault(key, (at, people))

    def _tex(self, field: BibField) -> str:
        text, unknown = read_tex(field.value)
        for name, _ in unknown:
            if (field.at, name) not in self._told:
                self._told.add((field.at, name))
                message = f"“\\{name}” is a command of TeX that is not read here"
                hint = "write what it stands for, in Unicode"
                self.reader.note("bibtex-tex", message, field.at, hint)
        return text

    def _add(self, key: str, value: str, name_at: int, at: int, style: str = '"') -> None:
        """Adds a field, unless the entry has it under another name already."""
        positions = self.reader.positions
        name = positions.scalar(key, "", name_at, name_at)
        self._node.entries.setdefault(key, (name, positions.scalar(value, style, at, at)))


def _day(date: str) -> str:
    """A date of biblatex without its time of day."""
    return re.sub(r"T[0-9:+Z-]+", "", date.replace("?", "~").replace("%", "~"))


def _verbatim(written: str) -> str:
    """A field that is no TeX, without the backslashes that people write all the same."""
    plain = re.sub(r"\\([&%$#_~{}])", r"\1", written)
    return re.sub(r"^\\url\{(.*)\}$|[{}]", r"\1", "".join(plain.split()))
