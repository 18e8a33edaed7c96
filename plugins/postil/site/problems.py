"""The problems that a preview shows on the page of a text."""

from __future__ import annotations

from postil.model.diagnostic import Diagnostic, Level
from postil.model.library import Library
from postil.model.settings import Settings
from postil.site.explain import Explained


def problems_of(
    explained: Explained, library: Library, settings: Settings
) -> tuple[Diagnostic, ...]:
    """A text's own problems and those of its annotations, but for those that are switched off."""
    text = explained.explainer.text
    folder = f"{settings.annotations}/{text.slug}"
    own = (text.place.path, f"{folder}.yml", f"{folder}.yaml")
    read = tuple(
        diagnostic
        for diagnostic in library.diagnostics
        if diagnostic.place.path in own or diagnostic.place.path.startswith(f"{folder}/")
    )
    return tuple(
        diagnostic
        for diagnostic in (*read, *explained.diagnostics)
        if settings.level_of(diagnostic.code) is not Level.OFF
    )
