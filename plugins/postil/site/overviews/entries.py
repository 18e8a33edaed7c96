"""Where sources and contributors have an entry of their own, for other pages to link to.

It follows from what was read alone, so that a page can link before the others are made.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from postil.model.library import Library
from postil.model.place import Place
from postil.site.overviews.contributors import contributor_fragment, contributor_uris
from postil.site.overviews.sources import source_fragment, source_uris
from postil.site.text_sources import text_source

Entries = dict[tuple[str, str], tuple[str, str]]
"""By `source` or `contributor`, and an id: the uri of a page and the fragment of the entry."""


def entries_of(library: Library) -> Entries:
    """The entry of each contributor, and of each source that more than one note cites: on the
    others a reader of the note would find nothing new."""
    citing = Counter(
        id
        for annotation in library.published
        for id in {citation.source for citation in annotation.citations}
    )
    found: Entries = {
        ("contributor", id): (uri, contributor_fragment(id))
        for id, uri in contributor_uris(library).items()
    }
    for id, uri in source_uris(library).items():
        if citing[id] > 1:
            found["source", id] = (uri, source_fragment(id))
    return found


def listed(library: Library, slug: str) -> Any:
    """What the entries, and the number of pages about all explainers, follow from of one text:
    where two libraries differ in no other text, and not in this, those are the same."""
    nowhere = Place("")
    notes = [
        replace(
            one,
            title="",
            body="",
            targets=(),
            place=nowhere,
            body_place=nowhere,
            citations=tuple(replace(each, place=nowhere) for each in one.citations),
            cited_passages=tuple(replace(each, place=nowhere) for each in one.cited_passages),
            revisions=tuple(replace(each, place=nowhere) for each in one.revisions),
        )
        for one in library.annotations[slug]
        if not one.draft
    ]
    text = library.texts[slug]
    return notes, replace(text_source(text), place=nowhere) if slug in library.citing else None
