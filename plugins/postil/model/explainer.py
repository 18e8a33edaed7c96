"""A text with its anchored annotations, as published."""

from __future__ import annotations

from dataclasses import dataclass

from postil.model.anchor import Anchor, Status
from postil.model.annotation import Annotation
from postil.model.text import Text


@dataclass(frozen=True, slots=True)
class AnchoredAnnotation:
    """An annotation and the anchors of its targets, one each, in the same order."""

    annotation: Annotation
    anchors: tuple[Anchor, ...]

    @property
    def status(self) -> Status:
        """The worst status among the anchors: a note is as sure as its least sure passage."""
        order = (Status.LOST, Status.AMBIGUOUS, Status.CHANGED, Status.EXACT)
        return min((anchor.status for anchor in self.anchors), key=order.index)

    @property
    def start(self) -> int:
        """Where its first placed passage begins, or -1."""
        return min((anchor.start for anchor in self.anchors if anchor.placed), default=-1)


@dataclass(frozen=True, slots=True)
class Explainer:
    """A text and its annotations in reading order; drafts are counted, not held.

    Reading order is by the start of the first placed passage, then by length, longest first,
    then as read; annotations without a place stand last.
    """

    text: Text
    annotations: tuple[AnchoredAnnotation, ...]
    drafts: int = 0
