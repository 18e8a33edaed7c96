"""Each explainer to be read without a browser: as plain text, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from postil.publish.markdown_edition import markdown_edition
from postil.publish.plain_edition import plain_edition
from postil.site import export_paths as paths
from postil.site.made_forms import MadeFile
from postil.site.uris import text_uri
from postil.site.whole import Whole


def edition_files(whole: Whole) -> Iterator[MadeFile]:
    """Two editions of each text."""
    settings = whole.settings
    for one in whole.explained:
        explainer = one.explainer
        text = explainer.text
        context = replace(whole.context, text_language=text.provenance.language)
        address = whole.address(text_uri(settings, text))
        plain = plain_edition(explainer, one.visible, context, address)
        yield MadeFile(paths.text_plain(settings, text.slug), plain.encode())
        written = markdown_edition(explainer, one.html, one.visible, context, address)
        yield MadeFile(paths.text_markdown(settings, text.slug), written.encode())
