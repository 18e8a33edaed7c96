"""Which files stand beside an explainer."""

from __future__ import annotations

from collections.abc import Callable

from postil.model.settings import Settings
from postil.model.text import Text
from postil.render.downloads import Download
from postil.render.words import Words
from postil.site import export_paths as paths

WEB_ANNOTATION = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
"""https://www.w3.org/TR/annotation-protocol/#annotation-retrieval"""

Groups = tuple[tuple[str, tuple[Download, ...]], ...]


def downloads(settings: Settings, text: Text, words: Words, href: Callable[[str], str]) -> Groups:
    """The files of a text, in two groups: the text with its notes, and the sources.

    `href` gives the address of a file, by its path, as seen from the page.
    """
    slug, sources = text.slug, words["sources"]

    def of_sources(format: str, path: str, type: str) -> Download:
        return Download(format, href(path), type, f"{sources}{words['colon']}{format}")

    return (
        (
            words["download"],
            (
                Download(words["plain-text"], href(paths.text_plain(settings, slug)), "text/plain"),
                Download("Markdown", href(paths.text_markdown(settings, slug)), "text/markdown"),
                Download(
                    "Web Annotation", href(paths.text_annotations(settings, slug)), WEB_ANNOTATION
                ),
                Download("CSV", href(paths.text_table(settings, slug)), "text/csv"),
            ),
        ),
        (
            sources,
            (
                of_sources("CSL-JSON", paths.text_csl(settings, slug), "application/json"),
                of_sources("BibTeX", paths.text_bibtex(settings, slug), "text/x-bibtex"),
                of_sources("CSV", paths.text_sources_table(settings, slug), "text/csv"),
            ),
        ),
    )
