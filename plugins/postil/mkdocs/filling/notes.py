"""What is made of the notes of one text: the content of their pages."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from postil.mkdocs.filling.filled import Filled
from postil.mkdocs.pages import SitePages
from postil.publish.iri import as_uri
from postil.publish.publisher import publisher_reference
from postil.render.addresses import addresses
from postil.site.crossing_pages import with_crossing
from postil.site.explain import Explained
from postil.site.made import head_of
from postil.site.note_pages import note_page
from postil.site.note_parts import NoteParts, pack
from postil.site.uris import note_uri, text_uri
from postil.site.whole import Whole


def add_notes(made: Filled, pages: SitePages, whole: Whole, explained: Explained) -> None:
    """Adds the content of the pages that the host makes, and the parts of the others."""
    text = explained.explainer.text
    home = text_uri(whole.settings, text)
    context = replace(whole.context, page_url=whole.address(home))
    publisher = publisher_reference(whole.settings.publisher, as_uri(whole.root))
    ids = addresses(explained.explainer.annotations, explained.visible.ids)
    parts: list[NoteParts] = []
    for number, anchored in enumerate(explained.explainer.annotations, start=1):
        uri = note_uri(whole.settings, text, anchored.annotation.id)
        file = pages.file(uri)
        if file is None:
            continue

        def href(id: str, here: str = uri) -> str:
            to = note_uri(whole.settings, text, id) if id else home
            return whole.href(to, here)

        page = note_page(
            explained,
            number,
            ids[number - 1],
            whole.library,
            whole.facts,
            replace(context, entry=partial(pages.entry_address, file)),
            href,
            whole.address(uri),
            publisher,
        )
        content = with_crossing(page.content, whole, uri)
        if pages.hosted(uri):
            made.content[uri] = content
            made.descriptions[uri] = page.description
            made.heads[uri] = page.head
            continue
        note, head = anchored.annotation, page.head + head_of(whole, uri)
        parts.append(NoteParts(text.slug, note.id, note.title, page.description, content, head))
    for some, packs in ((True, made.notes), (False, made.odd)):
        if chosen := [one for one in parts if one.plain is some]:
            packs.append(pack(text.slug, chosen))
