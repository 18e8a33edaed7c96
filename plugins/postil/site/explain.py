"""A text and its annotations become an explainer: each target is looked for in the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postil.anchor import PreparedText, prepare, resolve
from postil.model.anchor import Anchor
from postil.model.annotation import Annotation, PassageCitation
from postil.model.diagnostic import Diagnostic
from postil.model.explainer import AnchoredAnnotation, Explainer
from postil.model.library import Library
from postil.model.text import Text
from postil.render.visible import VisibleText, read_visible
from postil.site.diagnose import diagnose
from postil.site.original import original
from postil.site.pin import diagnose_pin


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """A passage of the text that a note, of this text or another, cites.

    `anchors` are those of the note whose passage it is, which is number `number` of the text, or
    the one of the words that the citation names; `number` is 0 then.
    """

    by: Annotation
    citation: PassageCitation
    anchors: tuple[Anchor, ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Explained:
    """An explainer, the page that it was anchored in, what published notes cite from it, and what
    was wrong on the way."""

    explainer: Explainer
    html: str
    visible: VisibleText
    diagnostics: tuple[Diagnostic, ...]
    cited: tuple[CitedPassage, ...] = ()


def explain(library: Library, text: Text, html: str) -> Explained:
    """Anchors the annotations of `text` in `html`, its Markdown as the host rendered it.

    What a text may not hold is taken out first, unless the site trusts it; see `original`.
    """
    return anchored_in(library, text, *original(text, html))


def anchored_in(
    library: Library, text: Text, html: str, removed: tuple[Diagnostic, ...] = ()
) -> Explained:
    """Anchors the annotations of `text` in its HTML, from which the things `removed` were taken."""
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
    cited = tuple(_cited(library, explainer, prepared, visible))
    for one in cited:
        if one.citation.target:
            target, anchor = one.citation.target, one.anchors[0]
            diagnostics.extend(diagnose(text, prepared, target, anchor, visible.sections))
    # First, for it is why the others are there.
    changed = diagnose_pin(text, visible.text, explainer.annotations)
    return Explained(explainer, html, visible, (*removed, *changed, *diagnostics), cited)


def _cited(
    library: Library, explainer: Explainer, prepared: PreparedText, visible: VisibleText
) -> Iterator[CitedPassage]:
    """What published notes cite from the text, in the order of the texts and then as read."""
    notes = {
        anchored.annotation.id: (number, anchored.anchors)
        for number, anchored in enumerate(explainer.annotations, start=1)
    }
    for annotation, citation in library.citing.get(explainer.text.slug, ()):
        if citation.target:
            anchor = resolve(prepared, citation.target, visible.sections)
            yield CitedPassage(annotation, citation, (anchor,))
        elif citation.note in notes:
            number, anchors = notes[citation.note]
            yield CitedPassage(annotation, citation, anchors, number)


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
