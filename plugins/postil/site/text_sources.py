"""Texts of the site as works that its notes cite, beside the sources."""

from __future__ import annotations

from postil.model.library import Library
from postil.model.source import Source
from postil.model.text import Text
from postil.render.text_item import text_id, text_item


def text_sources(library: Library) -> dict[str, Source]:
    """Each text of which a published note cites a passage, as a source, by its id as one."""
    return {
        text_id(text.slug): text_source(text)
        for text in library.texts.values()
        if text.slug in library.citing
    }


def text_source(text: Text) -> Source:
    """A text as a source: the original, as its front matter tells of it."""
    provenance = text.provenance
    item = text_item(text)
    if provenance.url:
        item["URL"] = provenance.url
    return Source(
        item["id"],
        item,
        text.place,
        archive=provenance.archive,
        checked=provenance.retrieved,
    )
