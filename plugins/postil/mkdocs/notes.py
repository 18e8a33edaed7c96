"""The pages of single notes among MkDocs' files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import escape
from mkdocs.structure.files import File, InclusionLevel

from postil.model.library import Library
from postil.model.settings import Settings
from postil.model.text import Text
from postil.site.explain import Explained
from postil.site.note_pages import NotePage, SiteFacts, note_page
from postil.site.pages import context_of
from postil.site.uris import note_uri

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def note_files(
    config: MkDocsConfig, settings: Settings, library: Library, text: Text
) -> Iterator[tuple[str, File]]:
    """A page for each note of `text` that is published, with the title of the note.

    Its content comes when the text is anchored. It stays out of the navigation, for there are
    many of them, and out of the search, which finds the note in its text.
    """
    for annotation in library.annotations[text.slug]:
        if not annotation.draft:
            uri = note_uri(settings, text, annotation.id)
            yield (
                annotation.title,
                File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV),
            )


def fill_notes(
    explained: Explained,
    text_uri: str,
    library: Library,
    settings: Settings,
    facts: SiteFacts,
    files: Files,
    entry: Callable[[File, str, str], str],
) -> Iterator[tuple[str, NotePage]]:
    """Gives each note's page of an explainer its content; yields what belongs into its head.

    `text_uri` is the address of the explainer among MkDocs' source files; `entry` gives that of a
    source or contributor, as seen from a page.
    """
    text = explained.explainer.text
    context = context_of(library, settings, facts.language)
    for number, anchored in enumerate(explained.explainer.annotations, start=1):
        uri = note_uri(settings, text, anchored.annotation.id)
        file = files.get_file_from_path(uri)
        if file is None or file.page is None:
            continue

        def href(id: str, file: File = file) -> str:
            other = files.get_file_from_path(note_uri(settings, text, id) if id else text_uri)
            return other.url_relative_to(file) if other is not None else ""

        address = file.page.canonical_url or ""
        seen = replace(context, entry=partial(entry, file))
        made = note_page(explained, number, library, facts, seen, href, address)
        file.page.content = made.content
        # Material writes it into an attribute as it is.
        file.page.meta["description"] = str(escape(made.description))
        yield uri, made
