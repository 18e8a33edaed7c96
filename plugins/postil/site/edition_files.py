"""Each explainer to be read without a browser: as plain text, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from postil.publish.edition import edition_notes, phrases_of
from postil.publish.markdown_edition import markdown_edition
from postil.publish.plain_edition import plain_edition
from postil.site import export_paths as paths
from postil.site.made_forms import MadeFile
from postil.site.uris import text_uri
from postil.site.whole import Whole


def edition_files(whole: Whole) -> Iterator[MadeFile]:
    """Two editions of each text."""
    settings, context = whole.settings, whole.context
    phrases = phrases_of(context)
    for one in whole.explained:
        explainer, visible = one.explainer, one.visible
        text = explainer.text
        address = whole.address(text_uri(settings, text))
        notes = edition_notes(explainer, visible.text, context, phrases)
        plain = plain_edition(explainer, notes, visible, context, address)
        yield MadeFile(paths.text_plain(settings, text.slug), plain.encode())
        written = markdown_edition(explainer, notes, one.html, visible, context, address)
        yield MadeFile(paths.text_markdown(settings, text.slug), written.encode())
