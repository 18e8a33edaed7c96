"""The one line that a build prints: nothing that was read is left out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from postil.model.anchor import Status
from postil.model.explainer import Explainer
from postil.model.library import Library


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of what was read and what became of it.

    `annotations` = `exact` + `changed` + `ambiguous` + `lost` + `drafts` + `rejected`, where
    rejected ones could not be read; a diagnostic names each of them.
    """

    texts: int
    annotations: int
    exact: int
    changed: int
    ambiguous: int
    lost: int
    drafts: int
    rejected: int
    sources: int

    def __str__(self) -> str:
        rejected = f", {self.rejected} unreadable" if self.rejected else ""
        return (
            f"{_count(self.texts, 'text')}, {_count(self.annotations, 'annotation')}: "
            f"{self.exact} exact, {self.changed} changed, {self.ambiguous} ambiguous, "
            f"{self.lost} lost, {_count(self.drafts, 'draft')}{rejected}; "
            f"{_count(self.sources, 'source')}"
        )

    def as_dict(self) -> dict[str, int]:
        """The counts by name, for JSON."""
        return asdict(self)


def summarise(library: Library, explainers: Iterable[Explainer]) -> Summary:
    """Counts the annotations of `library` by what became of them in `explainers`."""
    found = Counter(
        anchored.status for explainer in explainers for anchored in explainer.annotations
    )
    read = [annotation for notes in library.annotations.values() for annotation in notes]
    # Notes whose text does not exist, or cannot be rendered, have no explainer; they have no place,
    # so they are lost.
    stray = sum(not annotation.draft for annotation in read if annotation.text not in library.texts)
    return Summary(
        texts=len(library.texts),
        annotations=len(read) + library.rejected,
        exact=found[Status.EXACT],
        changed=found[Status.CHANGED],
        ambiguous=found[Status.AMBIGUOUS],
        lost=found[Status.LOST] + stray,
        drafts=sum(annotation.draft for annotation in read),
        rejected=library.rejected,
        sources=len(library.sources),
    )


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
