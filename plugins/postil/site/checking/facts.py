"""What a check finds in each part of a site, without what it was found in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from postil.model.annotation import PassageCitation
from postil.model.diagnostic import Diagnostic
from postil.model.pickled import quickly_pickled
from postil.model.place import Place
from postil.read.files import Content
from postil.read.strings import Strings
from postil.read.unique import Ids
from postil.site.embeds.find import Embed

_SIZE = 16
_NO_IDS = Ids()
_NONE = Strings()


@dataclass(frozen=True, slots=True)
class NoteName:
    """What citations and embedding comments must know of a note."""

    id: str
    draft: bool


@quickly_pickled
@dataclass(frozen=True, slots=True)
class TextFacts:
    """What was found in the files of a text, `digest` of whose bytes it was.

    `readable` tells whether the text itself was read, and `rendered` whether it could be rendered.
    `ids` are those of the annotations and `drafts` the positions of drafts among them, `passages`
    what they cite from texts, by position; `sources` and `contributors` are those that they name.
    `known` is the digest of what they could name; where `closed` is true, any other that has all of
    what they do name gives the same. `counts` tells how many are exact, changed, ambiguous, lost.
    """

    digest: bytes
    known: bytes
    closed: bool
    readable: bool = False
    text_problems: tuple[Diagnostic, ...] = ()
    ids: Strings = _NONE
    drafts: frozenset[int] = frozenset()
    left_out: int = 0
    note_problems: tuple[Diagnostic, ...] = ()
    sources: Strings = _NONE
    contributors: Strings = _NONE
    passages: tuple[tuple[int, tuple[PassageCitation, ...]], ...] = ()
    rendered: bool = False
    counts: tuple[int, int, int, int] = (0, 0, 0, 0)
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def names(self) -> tuple[NoteName, ...]:
        """The annotations, in their order."""
        return tuple(NoteName(id, at in self.drafts) for at, id in enumerate(self.ids))


@dataclass(frozen=True, slots=True)
class ListFacts:
    """What was found in files that belong to no text: the ids that can be named, and the things
    that they list, each with its place."""

    digest: bytes
    problems: tuple[Diagnostic, ...] = ()
    ids: Ids = _NO_IDS
    listed: tuple[tuple[str, Place], ...] = ()


@dataclass(frozen=True, slots=True)
class CitedFacts:
    """What was found of the passages that notes cite from a text; `rendered` as above."""

    digest: bytes
    rendered: bool
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page of the host's documents embeds, and where each comment stands."""

    sign: bytes
    embeds: tuple[tuple[Embed, Place], ...]


class Digest:
    """A key for the contents of files, each as it is read.

    Those that could not be read have none: the next time they may be.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._hash = hashlib.blake2b(digest_size=_SIZE)
        self._sure = True

    def add(self, content: Content) -> Content:
        """Takes one in, and gives it back."""
        self._sure = self._sure and content.problem is None
        head = f"{content.path}\0{len(content.data)}\0"
        self._hash.update(head.encode("utf-8", "surrogateescape"))
        self._hash.update(content.data)
        return content

    def value(self) -> bytes:
        """The key of those that were taken in; empty where it has none."""
        return self._hash.digest() if self._sure else b""


def digest_of(contents: Iterable[Content]) -> bytes:
    """A key for the contents of files; empty where it has none."""
    digest = Digest()
    for content in contents:
        digest.add(content)
    return digest.value()
