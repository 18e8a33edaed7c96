"""What a change of texts does to the annotations on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from postil.anchor.normal import normal
from postil.model.anchor import Status
from postil.model.annotation import Annotation
from postil.model.explainer import AnchoredAnnotation
from postil.render.visible import VisibleText
from postil.site.explain import Explained
from postil.site.pin import hash_of


class Effect(StrEnum):
    """What became of an annotation, the most serious first."""

    GONE = "gone"
    """Its text is no longer there."""
    LOST = "lost"
    """A passage is no longer found."""
    AMBIGUOUS = "ambiguous"
    """A passage fits several places now."""
    CHANGED = "changed"
    """A passage is found by words that are others now."""
    REWORDED = "reworded"
    """The words of a passage are others, and the annotation was changed with them."""
    AROUND = "around"
    """The passages stand, and the words around one of them are others."""
    NONE = "none"
    """Neither the passages nor their paragraphs changed."""


_SERIOUS = (Effect.GONE, Effect.LOST, Effect.AMBIGUOUS, Effect.CHANGED)


@dataclass(frozen=True, slots=True)
class Impact:
    """What became of one annotation. `before` and `after` are the words of its passages, and, where
    only what stands around them changed, of their paragraphs; either may be empty."""

    annotation: Annotation
    effect: Effect
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class TextImpact:
    """A text whose words changed, or that is gone, and every published annotation that it had."""

    slug: str
    path: str
    impacts: tuple[Impact, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many annotations there are of each effect."""
        found = Counter(one.effect for one in self.impacts)
        return {effect.value: found[effect] for effect in Effect}

    @property
    def serious(self) -> bool:
        """Whether somebody has to look at one of them."""
        return any(one.effect in _SERIOUS for one in self.impacts)

    @property
    def touched(self) -> tuple[Impact, ...]:
        """Those that something happened to, the most serious first."""
        order = list(Effect)
        found = (one for one in self.impacts if one.effect is not Effect.NONE)
        return tuple(sorted(found, key=lambda one: order.index(one.effect)))


def impacts(
    before: Mapping[str, Explained], after: Mapping[str, Explained]
) -> tuple[TextImpact, ...]:
    """The texts, by slug, whose words are others than before, with what that does to the
    annotations that each had; those that are new are not touched by it."""
    found = []
    for slug, old in before.items():
        new = after.get(slug)
        if new is None or hash_of(old.visible.text) != hash_of(new.visible.text):
            text = (new or old).explainer.text
            found.append(TextImpact(slug, text.place.path, tuple(_of_text(old, new))))
    return tuple(found)


def _of_text(old: Explained, new: Explained | None) -> Iterator[Impact]:
    now = {one.annotation.id: one for one in new.explainer.annotations} if new else {}
    for was in old.explainer.annotations:
        words = _words(was, old.visible)
        current = now.get(was.annotation.id)
        if new is None:
            yield Impact(was.annotation, Effect.GONE, words)
        elif current is not None:
            yield _compared(was, current, old, new)


def _compared(
    was: AnchoredAnnotation, now: AnchoredAnnotation, old: Explained, new: Explained
) -> Impact:
    before, after = _words(was, old.visible), _words(now, new.visible)
    bad = {Status.LOST: Effect.LOST, Status.AMBIGUOUS: Effect.AMBIGUOUS}
    # What was as bad before was not done by this change.
    if now.status in bad and was.status is not now.status:
        return Impact(now.annotation, bad[now.status], before, after)
    if _plain(before) != _plain(after):
        changed = now.status is Status.CHANGED
        return Impact(now.annotation, Effect.CHANGED if changed else Effect.REWORDED, before, after)
    around, there = _paragraphs(was, old.visible), _paragraphs(now, new.visible)
    if _plain(around) != _plain(there):
        return Impact(now.annotation, Effect.AROUND, around, there)
    return Impact(now.annotation, Effect.NONE, before, after)


def _words(anchored: AnchoredAnnotation, visible: VisibleText) -> str:
    return _joined(
        visible.text[anchor.start : anchor.end] for anchor in anchored.anchors if anchor.placed
    )


def _paragraphs(anchored: AnchoredAnnotation, visible: VisibleText) -> str:
    """The blocks in which the passages stand."""
    placed = [anchor for anchor in anchored.anchors if anchor.placed]
    return _joined(
        visible.text[start:end]
        for start, end in visible.blocks
        if any(anchor.start < end and start < anchor.end for anchor in placed)
    )


def _joined(parts: Iterable[str]) -> str:
    return " … ".join(" ".join(part.split()) for part in parts)


def _plain(words: str) -> str:
    return normal(words).text
