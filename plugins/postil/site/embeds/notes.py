"""A note with its passage, on another page than that of its text."""

from __future__ import annotations

from dataclasses import replace

from postil.render.addresses import addresses
from postil.render.embeds import Shown
from postil.render.head import shortened
from postil.render.header import kind_of_text
from postil.render.note import view_note
from postil.render.surroundings import Surroundings, surroundings
from postil.render.visible import VisibleText
from postil.site.overviews.entries import entries_of
from postil.site.overviews.places import Places
from postil.site.uris import note_uri, text_uri
from postil.site.whole import Whole

# Characters of a passage that are shown: a note may be about a whole text.
_MOST = 480


def shown_note(whole: Whole, here: str, slug: str, id: str, level: int) -> Shown | None:
    """The note `id` of the text `slug`, with a heading of that `level`, for the page `here`; None
    where the host left the page of the text out."""
    explained = whole.by_slug.get(slug)
    if explained is None:
        return None
    explainer, visible = explained.explainer, explained.visible
    at = next(at for at, one in enumerate(explainer.annotations) if one.annotation.id == id)
    anchored, provenance = explainer.annotations[at], explainer.text.provenance
    entries = whole.once("entries of notes", lambda: entries_of(whole.library))

    def page(id: str) -> str:
        uri = note_uri(whole.settings, explainer.text, id)
        return whole.href(uri, here) if uri in whole.urls else ""

    def entry(what: str, id: str) -> str:
        uri, fragment = entries.get((what, id), ("", ""))
        return f"{whole.href(uri, here)}#{fragment}" if uri in whole.urls else ""

    context = replace(
        whole.context,
        note_address=page,
        entry=entry,
        text_language=provenance.language,
        text_url=provenance.url,
        page_url=whole.address(text_uri(whole.settings, explainer.text)),
    )
    ids = addresses(explainer.annotations, visible.ids)[at]
    placed = next((anchor for anchor in anchored.anchors if anchor.placed), None)
    return Shown(
        note=view_note(anchored, at + 1, ids, visible, context, level),
        link=Places(whole, here, context).note(slug, at + 1),
        kind_of_text=kind_of_text(provenance, context.words),
        passage=_passage(visible, placed.start, placed.end) if placed else None,
        language=provenance.language,
        direction=provenance.direction,
    )


def _passage(visible: VisibleText, start: int, end: int) -> Surroundings:
    """A passage with the words around it; of a long one its beginning."""
    found = surroundings(visible, start, end)
    words = shortened(found.words, _MOST)
    return (
        found if words == " ".join(found.words.split()) else replace(found, words=words, after="")
    )
