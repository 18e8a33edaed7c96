"""What the head of a page says of the files beside it."""

from __future__ import annotations

from html import escape

from postil.site import export_paths as paths
from postil.site.downloads import WEB_ANNOTATION
from postil.site.uris import index_uri, note_uri, text_uri
from postil.site.whole import Whole


def annotation_link(whole: Whole, uri: str) -> str:
    """What a page says of its Web Annotations in its head: those of the note, of the text, or, on
    the list of explainers, of the site."""
    path = _annotations_of(whole, uri)
    if not path:
        return ""
    href = escape(whole.href(path, uri))
    # Material asks for a site map beside every link whose only relation is `alternate`.
    return f'<link rel="alternate describedby" type="{escape(WEB_ANNOTATION)}" href="{href}">'


def _annotations_of(whole: Whole, uri: str) -> str:
    """The file with the annotations of a page, or nothing. It goes by the name of the page alone:
    it is asked for every page of the site."""
    settings, texts = whole.settings, whole.library.texts
    folder, _, name = uri.removesuffix(".md").rpartition("/")
    slug = folder.removeprefix(f"{settings.path}/").removesuffix("/notes")
    if slug in texts and uri == note_uri(settings, texts[slug], name):
        return paths.note_annotation(settings, slug, name)
    for named in (name, slug):
        if named in texts and uri == text_uri(settings, texts[named]):
            return paths.text_annotations(settings, named)
    return paths.ANNOTATIONS if uri == index_uri(settings) else ""
