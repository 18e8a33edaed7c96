"""A text and its annotations become an explainer: each target is looked for in the page."""

from __future__ import annotations

from dataclasses import dataclass

from postil.anchor import PreparedText, prepare, resolve
from postil.model.annotation import Annotation
from postil.model.diagnostic import Diagnostic
from postil.model.explainer import AnchoredAnnotation, Explainer
from postil.model.library import Library
from postil.model.text import Text
from postil.render.visible import VisibleText, read_visible
from postil.site.diagnose import diagnose
from postil.site.pin import diagnose_pin


@dataclass(frozen=True, slots=True)
class Explained:
    """An explainer, the page that it was anchored in, and what was wrong on the way."""

    explainer: Explainer
    html: str
    visible: VisibleText
    diagnostics: tuple[Diagnostic, ...]


def explain(library: Library, text: Text, html: str) -> Explained:
    """Anchors the annotations of `text` in `html`, its Markdown as the host rendered it."""
    visible = read_visible(html)
    prepared = prepare(visible.text)
    written = library.annotations.get(text.slug, ())
    diagnostics: list[Diagnostic] = []
    anchored = []
    for annotation in written:
        if annotation.draft:
            # A draft may point at words that are still to come.
            continue
        anchored.append(_anchor(annotation, prepared, visible))
        for target, anchor in zip(annotation.targets, anchored[-1].anchors, strict=True):
            diagnostics.extend(diagnose(text, prepared, target, anchor, visible.sections))
    anchored.sort(key=_reading_order)
    explainer = Explainer(
        text=text,
        annotations=tuple(anchored),
        drafts=sum(annotation.draft for annotation in written),
    )
    # First, for it is why the others are there.
    changed = diagnose_pin(text, visible.text, explainer.annotations)
    return Explained(explainer, html, visible, (*changed, *diagnostics))


def _anchor(
    annotation: Annotation, prepared: PreparedText, visible: VisibleText
) -> AnchoredAnnotation:
    return AnchoredAnnotation(
        annotation,
        tuple(resolve(prepared, target, visible.sections) for target in annotation.targets),
    )


def _reading_order(anchored: AnchoredAnnotation) -> tuple[bool, int, int]:
    placed = [anchor for anchor in anchored.anchors if anchor.placed]
    if not placed:
        return (True, 0, 0)
    first = min(placed, key=lambda anchor: (anchor.start, -anchor.end))
    return (False, first.start, -first.end)
