"""What the notes of a text said at each time, made where the text is anchored and kept with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from postil.model.annotation import Annotation
from postil.site.explain import Explained
from postil.site.versions import Step, versions
from postil.site.whole import Whole

Said: TypeAlias = Mapping[str, tuple[str, tuple[Step, ...]]]
"""What `versions` tells of those published notes of a text that were revised, by their ids."""


def said_in(explained: Explained) -> Said:
    """What the notes of a text said. Most were never revised, and say it still."""
    notes = (one.annotation for one in explained.explainer.annotations)
    return {note.id: versions(note) for note in notes if note.revisions}


def said_by(annotation: Annotation, whole: Whole) -> tuple[str, tuple[Step, ...]]:
    """What a note of the site that was revised said when it was first published, and a step for
    each revision."""
    known: Mapping[str, Said] = whole.once("said", dict)
    of_text = known.get(annotation.text, {})
    return of_text[annotation.id] if annotation.id in of_text else versions(annotation)
