"""What a field is: its name, what its value can be, and what it means.

The tables of this package are what reading knows of the files: which names there are, which words
a value can be. The reference is printed from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Form(StrEnum):
    """What the value of a field can be, by the name that readers of the reference see."""

    TEXT = "text"
    """Any words, numbers included; kept as they were written."""
    MARKDOWN = "Markdown"
    ID = "id"
    """Small letters a to z, digits, and single hyphens between them."""
    SOURCE_ID = "id of a source"
    """Letters a to z, digits, hyphens, underscores and full stops, as bibliographies have them."""
    REFERENCE = "reference"
    """The id of a thing that is listed elsewhere."""
    WORD = "word"
    """One of some words."""
    FLAG = "true or false"
    NUMBER = "number"
    DATE = "date"
    """ISO 8601: a day, a month or a year."""
    DAY = "day"
    """ISO 8601: year, month and day."""
    RANGE = "date or dates"
    """A date, two with a stroke between, or the parts that CSL-JSON has."""
    PARTS = "numbers of dates"
    """One or two lists of year, month and day."""
    ADDRESS = "address"
    """Of the web: http or https."""
    DOI = "DOI"
    ISBN = "ISBN"
    ISSN = "ISSN"
    LANGUAGE = "language tag"
    """BCP 47."""
    HASH = "SHA-256"
    FIELDS = "fields"
    """A list of `key: value` lines."""
    ENTRIES = "entries"
    """Lists of fields, each below an id."""
    LINES = "lines"
    """Lines of `key: value`."""
    FOLDER = "folder"
    """A path below the folder of the configuration."""
    NAMES = "names"
    """A list of names of texts."""
    STYLE = "style"
    """`postil`, or the path of a CSL file below the folder of the configuration."""
    PAGE = "file or address"
    """The path of a file below the folder of documents, or an address of the web."""
    ANY = "anything"


@dataclass(frozen=True, slots=True)
class Field:
    """One field.

    `meaning` is Markdown, `example` YAML: the field with a value. `many` says that the value may be
    a list, and a single value stands for a list of one. `words` are those that a value can be, with
    what each means; where a site chooses them, `option` names its option. `default` is what counts
    where the field is left out. `of` is the id of the shape that the value has, or of the things
    that it names. `alone` is the field of that shape for which a text alone stands. `filled` says
    that a field may be left out and not be empty, `beside` names one that it cannot stand without,
    `apart` those that it cannot stand with.
    """

    name: str
    form: Form
    meaning: str
    example: str = ""
    required: bool = False
    many: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    option: str = ""
    default: str = ""
    of: str = ""
    alone: str = ""
    filled: bool = False
    beside: str = ""
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields that one kind of thing has.

    `what` names the thing with its article, as messages do; `meaning` says in Markdown what it is.
    `others` are words that people write for the names of fields, small, with the name that is
    meant. Of the fields that `needs` names, one at least has to be there. `by_name` holds the
    fields by their names, in order.
    """

    id: str
    what: str
    meaning: str
    fields: tuple[Field, ...]
    others: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    by_name: Mapping[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {one.name: one for one in self.fields})

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields, in order."""
        return tuple(self.by_name)


ASKED: Mapping[Form, str] = {
    Form.TEXT: "Any words. Numbers and dates are kept as they were written.",
    Form.MARKDOWN: "Markdown of several lines, of which links, lists, quotations, tables and the"
    " like are kept. What could run script is left out.",
    Form.ID: "Small letters a to z, digits, and single hyphens between them; 100 characters at"
    " most.",
    Form.SOURCE_ID: "Letters a to z, digits, hyphens, underscores and full stops, of which the"
    " first is a letter or a digit; 100 characters at most.",
    Form.REFERENCE: "The id of something that is listed elsewhere.",
    Form.WORD: "One of the words that the field lists.",
    Form.FLAG: "`true` or `false`, without quotation marks.",
    Form.NUMBER: "A whole number.",
    Form.DATE: "ISO 8601, as exact as is known: `2025-10-27`, `2025-10` or `2025`.",
    Form.DAY: "ISO 8601, with year, month and day: `2026-11-22`.",
    Form.RANGE: "A date (`2025-10-27`, `2025-10` or `2025`), two with a stroke between"
    " (`2025-10/2025-11`), either with `~` after it where it is uncertain, or the parts that"
    " CSL-JSON has.",
    Form.PARTS: "A list of year, month and day, or of year and month, or of a year, in a list; two"
    " of them for a span.",
    Form.ADDRESS: "An address of the web, which begins with `https://` or `http://`.",
    Form.DOI: "A DOI alone, not its address; it begins with `10.`.",
    Form.ISBN: "An ISBN of 10 or 13 digits, or several. The last digit is checked.",
    Form.ISSN: "An ISSN of 8 digits. The last digit is checked.",
    Form.LANGUAGE: "The tag of a language (BCP 47), such as `en`, `ar` or `pt-BR`.",
    Form.HASH: "A SHA-256 hash: 64 digits from 0 to 9 and a to f.",
    Form.FIELDS: "A list of `key: value` lines.",
    Form.ENTRIES: "Lists of fields, each below an id.",
    Form.LINES: "Lines of `key: value`.",
    Form.FOLDER: "The path of a folder below that of `mkdocs.yml`.",
    Form.NAMES: "A list of names of texts, in which `*` stands for any letters.",
    Form.STYLE: "`postil`, or the path of a CSL file below the folder of `mkdocs.yml`.",
    Form.PAGE: "The path of a file below the folder of documents, such as `about/method.md`, or an"
    " address of the web.",
    Form.ANY: "Anything.",
}
"""What is asked of a value of each form, in Markdown."""
