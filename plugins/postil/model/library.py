"""Everything that was read, before any text is rendered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from postil.model.annotation import Annotation, PassageCitation
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

    `citing` has, by the slug of a text, what published notes cite from it, each with its note, in
    the order of `published`; `cited` the notes whose passages they cite, by the slug of their text
    and their id, with an empty id for words that a citation names itself.
    """

    texts: Mapping[str, Text]
    annotations: Mapping[str, tuple[Annotation, ...]]
    sources: Mapping[str, Source]
    contributors: Mapping[str, Contributor]
    diagnostics: tuple[Diagnostic, ...] = ()
    rejected: int = 0
    links: Mapping[str, LinkCheck] = field(default_factory=dict)
    style: str = ""
    citing: Mapping[str, Sequence[tuple[Annotation, PassageCitation]]] = field(
        init=False, compare=False, repr=False
    )
    cited: frozenset[tuple[str, str]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Looks for citations once: each text asks for those of it."""
        citing: dict[str, list[tuple[Annotation, PassageCitation]]] = {}
        for annotation in self.published:
            for citation in annotation.cited_passages:
                citing.setdefault(citation.text, []).append((annotation, citation))
        cited = ((one.text, one.note) for of_text in citing.values() for _, one in of_text)
        object.__setattr__(self, "citing", citing)
        object.__setattr__(self, "cited", frozenset(cited))

    @property
    def published(self) -> Iterator[Annotation]:
        """All annotations but drafts, in the order of the texts and then as read."""
        for of_text in self.annotations.values():
            yield from (one for one in of_text if not one.draft)
