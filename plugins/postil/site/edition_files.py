"""Each explainer to be read without a browser: as plain text, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from postil.model.annotation import Annotation
from postil.publish.edition import Across, EditionSource, Line, edition_notes, phrases_of
from postil.publish.markdown_edition import markdown_edition
from postil.publish.plain_edition import plain_edition
from postil.site import export_paths as paths
from postil.site.crossing_pages import cited_view, citing_notes
from postil.site.explain import Explained
from postil.site.made_forms import MadeFile
from postil.site.overviews.places import Places
from postil.site.uris import text_uri
from postil.site.whole import Whole


def edition_files(whole: Whole, some: Iterable[Explained]) -> Iterator[MadeFile]:
    """Two editions of each of some texts."""
    settings, context = whole.settings, whole.context
    phrases = whole.once(
        "phrases", lambda: replace(phrases_of(context), across=partial(_across, whole))
    )
    for one in some:
        explainer, visible = one.explainer, one.visible
        text = explainer.text
        address = whole.address(text_uri(settings, text))
        notes = edition_notes(explainer, visible.text, context, phrases)
        plain = plain_edition(explainer, notes, visible, context, address)
        yield MadeFile(paths.text_plain(settings, text.slug), plain.encode())
        written = markdown_edition(explainer, notes, one.html, visible, context, address)
        yield MadeFile(paths.text_markdown(settings, text.slug), written.encode())


def _across(whole: Whole, annotation: Annotation) -> Across:
    """What leads from a note to other texts of the site, and back."""
    words, places = whole.context.words, Places(whole, "", whole.context)
    cited = []
    for citation in annotation.cited_passages:
        if view := cited_view(annotation, citation, places, whole):
            parts = (
                view.reference.striptags(),
                view.locator,
                *(f"“{said}”" for said in view.said),
                view.note,
                view.notice,
                f"{words['supports']} {view.supports}" if view.supports else "",
            )
            said = words["comma"].join(part for part in parts if part)
            text = whole.library.texts[citation.text]
            address = whole.address(text_uri(whole.settings, text))
            at = f"{address}#{citation.note}" if address and citation.note else address
            addresses = (Line("", at),) if at else ()
            cited.append(EditionSource(f"{said} ({words['own-text']})", "", addresses))
    citing = [f"{one.title} ({one.text.title})" for one in citing_notes(annotation, places, whole)]
    colon, semicolon = words["colon"], words["semicolon"]
    line = f"{words['cited-by']}{colon}{semicolon.join(citing)}"
    return Across(tuple(cited), (line,) if citing else ())
