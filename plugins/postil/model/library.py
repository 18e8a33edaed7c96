"""Everything that was read, before any text is rendered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from postil.model.annotation import Annotation
from postil.model.contributor import Contributor
from postil.model.diagnostic import Diagnostic
from postil.model.link import LinkCheck
from postil.model.source import Source
from postil.model.text import Text


@dataclass(frozen=True, slots=True)
class Library:
    """The texts by slug, their annotations by slug, the sources and contributors by id.

    Mappings keep the order in which things are shown: texts and annotation files by path, and
    within a file as written. `annotations` has every slug of `texts`, and no other; every kind,
    verdict, source and contributor that an annotation names exists. `rejected` counts the
    annotations that were written and are not here, because too little of them could be read (a
    file that cannot be parsed counts as one): annotations read = those here + `rejected`.
    `links` tells, by address, what came of opening the addresses of sources; one that was never
    asked is not there. `style` is the CSL style of the references as XML, empty for the one that
    ships. `diagnostics` holds every problem of every file, sorted by place.
    """

    texts: Mapping[str, Text]
    annotations: Mapping[str, tuple[Annotation, ...]]
    sources: Mapping[str, Source]
    contributors: Mapping[str, Contributor]
    diagnostics: tuple[Diagnostic, ...] = ()
    rejected: int = 0
    links: Mapping[str, LinkCheck] = field(default_factory=dict)
    style: str = ""

    @property
    def published(self) -> Iterator[Annotation]:
        """All annotations but drafts, in the order of the texts and then as read."""
        for of_text in self.annotations.values():
            yield from (one for one in of_text if not one.draft)
