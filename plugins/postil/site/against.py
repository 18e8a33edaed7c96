"""A site beside what it was at a revision of its repository."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from postil.anchor.normal import normal
from postil.model.annotation import Annotation
from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.read.settings import HostConfig
from postil.site.explain import Explained
from postil.site.markdown import explained, renderer_of
from postil.site.past import read_past
from postil.site.record import compare

BySlug = Callable[[str], Explained]
"""The explainer of a text by its slug."""


def check_against(
    root: Path, host: HostConfig, library: Library, ref: str
) -> tuple[Diagnostic, ...]:
    """What changed since the git revision `ref` without being on record.

    Raises postil.read.revision.RevisionError where it cannot be read.
    """
    past = read_past(root, host, ref)
    same = same_passages(_explainers(past.library, past.host), _explainers(library, host))
    return compare(past.library, library, ref, same)


def same_passages(before: BySlug, after: BySlug) -> Callable[[Annotation, Annotation], bool]:
    """Whether readers saw the same words as the passages of a note, as it was, that they see of
    it as it is: how it names them does not count."""

    def same(was: Annotation, now: Annotation) -> bool:
        return _seen(before(was.text), was) == _seen(after(now.text), now)

    return same


def _explainers(library: Library, host: HostConfig) -> BySlug:
    """Few texts are asked for, so each is rendered when it is."""
    renderer = renderer_of(host)
    return cache(lambda slug: explained(library, renderer, library.texts[slug]))


def _seen(explained: Explained, annotation: Annotation) -> frozenset[str]:
    """The words of the passages of a note; where one has no place, those that its target has."""
    notes = explained.explainer.annotations
    anchors = next(one.anchors for one in notes if one.annotation.id == annotation.id)
    text = explained.visible.text
    words = (
        text[anchor.start : anchor.end] if anchor.placed else target.words
        for target, anchor in zip(annotation.targets, anchors, strict=True)
    )
    return frozenset(normal(one.strip()).text for one in words)
