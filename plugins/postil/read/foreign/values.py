"""An annotation as another program wrote it, and what of it Postil has no place for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from postil.model.target import TextQuote


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that is not kept as it was.

    `field` is the way to it in the file, such as `target.selector[1]`; `written` what stands
    there, shortened; `why` a sentence for people. A `fault` breaks the rules of its own format.
    """

    field: str
    written: str
    why: str
    fault: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Who wrote a note: the identifier and the name that the file gives, either may be empty."""

    id: str = ""
    name: str = ""
    kind: str = "person"
    url: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """How a file names the words that a note is about, or that it is about the whole document.

    `source` is the address of the document. `position` counts characters of its text, the end
    exclusive. `fragment` is what stands after # in an address, which may name a section.
    `section` is one that the file calls so. `ends` are the passages that a range begins with, and
    ends before. `within` is the wider passage in which this one stands.
    """

    source: str = ""
    quote: TextQuote | None = None
    position: tuple[int, int] | None = None
    fragment: str = ""
    section: str = ""
    ends: tuple[Passage, Passage] | None = None
    within: Passage | None = None
    field: str = ""

    @property
    def named(self) -> bool:
        """Whether anything in it could name words."""
        return bool(self.quote or self.position or self.fragment or self.section or self.ends)


@dataclass(frozen=True, slots=True)
class Cited:
    """One use of a source, by the id of the source; or of a `passage` of a text of the same site,
    as Postil names it, and by its words where that names a text alone."""

    source: str
    locator: str = ""
    quote: str = ""
    supports: str = ""
    passage: str = ""
    words: Passage | None = None


@dataclass(frozen=True, slots=True)
class Revised:
    """A change that the file records."""

    date: str
    kind: str
    summary: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class ForeignNote:
    """A note of another program.

    `where` is its place in the file; `origin` the identifier that it had there; `answers` that of
    the note that it replies to. `text` is the slug of the text and `id` the id of the note where
    the file gives them. `body` is Markdown. `uses` says what it was written for, in the words
    of W3C motivations; `tags` are words that it was filed under. `hidden` says why it must not
    be published as it is, or is empty.
    """

    where: str
    origin: str = ""
    answers: str = ""
    text: str = ""
    id: str = ""
    kind: str = ""
    title: str = ""
    body: str = ""
    verdict: str = ""
    wanted: str = ""
    uses: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    created: str = ""
    passages: tuple[Passage, ...] = ()
    citations: tuple[Cited, ...] = ()
    revisions: tuple[Revised, ...] = ()
    draft: bool = False
    hidden: str = ""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Something in a file that could not be read as a note or source, and why."""

    where: str
    remarks: tuple[Remark, ...]
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ForeignSource:
    """A source as a bibliography has it: a CSL item with the fields that Postil adds."""

    where: str
    item: Mapping[str, Any]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Foreign:
    """What a file holds. `form` names its format; `remarks` concern the file as a whole."""

    form: str
    notes: tuple[ForeignNote, ...] = ()
    sources: tuple[ForeignSource, ...] = ()
    refused: tuple[Refused, ...] = ()
    remarks: tuple[Remark, ...] = field(default=())
