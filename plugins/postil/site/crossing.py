"""What the texts of a site cite from one another.

Only published notes cite, and only passages of published notes are theirs: see `explain`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from postil.model.anchor import Anchor
from postil.model.annotation import PassageCitation
from postil.site.explain import CitedPassage, Explained
from postil.site.overviews.places import published
from postil.site.whole import Whole

Note = tuple[str, int]
"""A note: the slug of its text, and its number there."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """What is cited across the site.

    `numbers` are those of the notes, by the slug of their text and their id. `found` has the text
    and the passage of each citation, by the slug of the text and the id of the note that it stands
    in; `citing` the notes that cite the passage of each note, and `quoted` what is cited of a text,
    by its slug, that no note there is about.
    """

    numbers: Mapping[tuple[str, str], int]
    found: Mapping[tuple[str, str, PassageCitation], tuple[Explained, CitedPassage]]
    citing: Mapping[Note, Sequence[Note]]
    quoted: Mapping[str, Sequence[tuple[CitedPassage, Note]]]


def crossing_of(whole: Whole) -> Crossing:
    """What the notes of a site cite from its texts."""
    return whole.once("crossing", lambda: _crossing(whole))


def note_of(passage: CitedPassage, explained: Explained) -> int:
    """The number of the note that a cited passage belongs to: the one that the citation names, or
    the first that is about some of its words; 0 where there is none."""
    if passage.number or not passage.anchors[0].placed:
        return passage.number
    found = passage.anchors[0]
    notes = enumerate(explained.explainer.annotations, start=1)
    return next((number for number, one in notes if _meets(found, one.anchors)), 0)


def _meets(one: Anchor, others: Sequence[Anchor]) -> bool:
    return any(other.placed and one.start < other.end and other.start < one.end for other in others)


def _crossing(whole: Whole) -> Crossing:
    numbers = {(slug, annotation.id): number for slug, number, annotation in published(whole)}
    found: dict[tuple[str, str, PassageCitation], tuple[Explained, CitedPassage]] = {}
    citing: dict[Note, dict[Note, None]] = {}
    quoted: dict[str, list[tuple[CitedPassage, Note]]] = {}
    for explained in whole.explained:
        slug = explained.explainer.text.slug
        for passage in explained.cited:
            name = (passage.by.text, passage.by.id)
            if name not in numbers:
                continue
            by = (name[0], numbers[name])
            found[passage.by.text, passage.by.id, passage.citation] = (explained, passage)
            if number := note_of(passage, explained):
                citing.setdefault((slug, number), {})[by] = None
            elif passage.anchors[0].placed:
                quoted.setdefault(slug, []).append((passage, by))
    return Crossing(numbers, found, {note: tuple(by) for note, by in citing.items()}, quoted)
