"""What anchoring found in a text, without what it was given: little enough to hand to a process."""

from __future__ import annotations

from dataclasses import dataclass

from postil.model.anchor import Anchor
from postil.model.diagnostic import Diagnostic
from postil.model.explainer import AnchoredAnnotation, Explainer
from postil.model.library import Library
from postil.model.text import Text
from postil.render.visible import VisibleText
from postil.site.explain import CitedPassage, Explained


@dataclass(frozen=True, slots=True)
class Packed:
    """An explainer without its annotations, its text and the HTML of that.

    `notes` has, in reading order, the position of each annotation among those that were read of
    the text, and its anchors; `cited` the position of each citation among those that published
    notes make of the text (see `Library.citing`), its anchors, and the number of the note.
    """

    visible: VisibleText
    diagnostics: tuple[Diagnostic, ...]
    notes: tuple[tuple[int, tuple[Anchor, ...]], ...]
    cited: tuple[tuple[int, tuple[Anchor, ...], int], ...]


def packed(explained: Explained, library: Library) -> Packed:
    """What anchoring found."""
    slug = explained.explainer.text.slug
    notes = {id(one): at for at, one in enumerate(library.annotations[slug])}
    citing = {id(one): at for at, (_, one) in enumerate(library.citing.get(slug, ()))}
    return Packed(
        visible=explained.visible,
        diagnostics=explained.diagnostics,
        notes=tuple(
            (notes[id(one.annotation)], one.anchors) for one in explained.explainer.annotations
        ),
        cited=tuple((citing[id(one.citation)], one.anchors, one.number) for one in explained.cited),
    )


def unpacked(found: Packed, text: Text, html: str, library: Library) -> Explained:
    """The explainer of `text` again, of its HTML and the annotations that `library` holds."""
    written = library.annotations[text.slug]
    citing = library.citing.get(text.slug, ())
    return Explained(
        explainer=Explainer(
            text=text,
            annotations=tuple(
                AnchoredAnnotation(written[at], anchors) for at, anchors in found.notes
            ),
            drafts=sum(annotation.draft for annotation in written),
        ),
        html=html,
        visible=found.visible,
        diagnostics=found.diagnostics,
        cited=tuple(
            CitedPassage(*citing[at], anchors, number) for at, anchors, number in found.cited
        ),
    )
