"""What became of every target after texts changed, and what to write in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from postil.anchor import PreparedText, prepare
from postil.model.anchor import Anchor, Status
from postil.model.annotation import Annotation
from postil.model.target import Target
from postil.site.diagnose import NEAR
from postil.site.explain import Explained
from postil.site.in_context import in_context
from postil.site.renewed import renewed


@dataclass(frozen=True, slots=True)
class Reanchored:
    """A target and its anchor.

    `before` are its words; `after` those that stand there now or, for a lost one, the nearest, and
    empty where nothing is like them. `places` are those of an ambiguous one, each with the words
    around it. `target` is what to write for a changed one, None where nothing is to be written.
    """

    annotation: Annotation
    was: Target
    anchor: Anchor
    before: str
    after: str
    places: tuple[str, ...] = ()
    target: Target | None = None

    @property
    def status(self) -> Status:
        """That of the anchor."""
        return self.anchor.status

    @property
    def score(self) -> float:
        """How alike the words are, from 0 to 1; that of the nearest ones where none were found."""
        if self.anchor.placed or not self.anchor.candidates:
            return self.anchor.score
        return self.anchor.candidates[0].score


def reanchored(explained: Explained) -> Iterator[Reanchored]:
    """A value for each target of each published annotation of a text, in reading order."""
    visible = explained.visible
    prepared = prepare(visible.text)
    for anchored in explained.explainer.annotations:
        pairs = zip(anchored.annotation.targets, anchored.anchors, strict=True)
        for target, anchor in pairs:
            changed = anchor.status is Status.CHANGED
            yield Reanchored(
                anchored.annotation,
                target,
                anchor,
                target.words,
                _after(prepared, anchor),
                tuple(_places(prepared, anchor)),
                renewed(prepared, target, visible.sections) if changed else None,
            )


def count(found: Sequence[Reanchored]) -> dict[str, int]:
    """How many targets there are of each status."""
    states = [one.status for one in found]
    return {status.value: states.count(status) for status in Status}


def _after(prepared: PreparedText, anchor: Anchor) -> str:
    if anchor.placed:
        words = prepared.text[anchor.start : anchor.end]
    else:
        near = [one for one in anchor.candidates[:1] if one.score >= NEAR]
        lost = anchor.status is Status.LOST
        words = prepared.text[near[0].start : near[0].end] if near and lost else ""
    return " ".join(words.split())


def _places(prepared: PreparedText, anchor: Anchor) -> Iterator[str]:
    if anchor.status is Status.AMBIGUOUS:
        for one in sorted(anchor.candidates, key=lambda one: one.start):
            yield in_context(prepared.text, one.start, one.end)
