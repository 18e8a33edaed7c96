"""An explainer whose notes nobody looked for, for a build that makes other texts."""

from __future__ import annotations

from postil.model.anchor import Anchor, Status
from postil.model.explainer import AnchoredAnnotation, Explainer
from postil.model.library import Library
from postil.model.text import Text
from postil.render.visible import read_visible
from postil.site.explain import Explained


def unanchored(library: Library, text: Text) -> Explained:
    """A text with its published notes in no order, and none of them at a place.

    That is enough for what a page says of texts that neither cite it nor are cited by it: how many
    notes there are on the site, and of which day.
    """
    written = library.annotations.get(text.slug, ())
    return Explained(
        explainer=Explainer(
            text=text,
            annotations=tuple(
                AnchoredAnnotation(one, tuple(Anchor(Status.LOST) for _ in one.targets))
                for one in written
                if not one.draft
            ),
            drafts=sum(one.draft for one in written),
        ),
        html="",
        visible=read_visible(""),
        diagnostics=(),
    )
