"""What rendering needs to know besides the text and its notes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from postil.model.contributor import Contributor
from postil.model.link import LinkCheck
from postil.model.place import Place
from postil.model.scale import Kind, Verdict
from postil.model.settings import Settings
from postil.model.source import Source
from postil.render.words import ENGLISH, Words

_Made = TypeVar("_Made")


def no_address(place: Place) -> str:
    """Stands for a site without a repository."""
    del place
    return ""


def no_note_address(id: str) -> str:
    """Stands for a site whose notes have no pages of their own."""
    del id
    return ""


def no_entry(what: str, id: str) -> str:
    """Stands for a site without pages about all its explainers."""
    del what, id
    return ""


def no_problem(title: str, address: str) -> str:
    """Stands for a site without a repository."""
    del title, address
    return ""


@dataclass(frozen=True, slots=True)
class RenderContext:
    """What is known of the site.

    `address` gives the address where a file is seen and edited at its line, or an empty string;
    `suggest` where a change of it is proposed, and `problem` where a problem of a note is reported,
    by its title and its address. `page_url` is the absolute address of the page of the text at
    hand, or empty.
    `note_address` gives that of a note's own page by the id of the note, or an empty string.
    `entry` gives that of a `source` or `contributor` among all of them, by its id, or an empty
    string. `language` is that of the notes and of the interface, whose words are `words`;
    `text_language` is that of the text at hand, and `text_url` where it was published, or empty.
    `style` is the CSL style of the references as XML, or empty for the one that ships.
    `cited` are the notes whose passages other notes cite, by the slug of their text and their id,
    with an empty id for words that a citation names itself. `links` tells,
    by address, what came of opening the addresses of sources.
    """

    settings: Settings = field(default_factory=Settings)
    sources: Mapping[str, Source] = field(default_factory=dict)
    contributors: Mapping[str, Contributor] = field(default_factory=dict)
    address: Callable[[Place], str] = no_address
    suggest: Callable[[Place], str] = no_address
    problem: Callable[[str, str], str] = no_problem
    note_address: Callable[[str], str] = no_note_address
    entry: Callable[[str, str], str] = no_entry
    language: str = "en"
    text_language: str = ""
    text_url: str = ""
    page_url: str = ""
    words: Words = field(default_factory=lambda: ENGLISH)
    style: str = ""
    links: Mapping[str, LinkCheck] = field(default_factory=dict)
    cited: frozenset[tuple[str, str]] = frozenset()
    _known: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What `make` gives, made at the first call with this key: a source is cited by many notes,
        on pages of several kinds. It must not depend on the page or the text at hand, for contexts
        that were made from this one by `replace` share it."""
        if key not in self._known:
            self._known[key] = make()
        found: _Made = self._known[key]
        return found

    def kind(self, id: str) -> Kind:
        """The kind of that id; one that the site does not have shows its id."""
        for kind in self.settings.kinds:
            if kind.id == id:
                return kind
        return Kind(id, id, id, "dashed")

    def verdict(self, id: str) -> Verdict | None:
        """The verdict of that id, None for the empty id; an unknown one shows its id."""
        for verdict in self.settings.verdicts:
            if verdict.id == id:
                return verdict
        return Verdict(id, id, "", "?") if id else None
