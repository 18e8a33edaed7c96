"""The pages that a build adds to MkDocs', and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import escape

from postil.mkdocs import files as added
from postil.mkdocs.language import language_of
from postil.mkdocs.note_files import made_apart, note_file
from postil.model.library import Library
from postil.model.settings import Settings
from postil.model.text import Text
from postil.site.index_sheets import index_sheet_title, index_uris
from postil.site.made import Overview, overview_title, overviews_of
from postil.site.overviews.entries import entries_of, listed
from postil.site.pages import index_title
from postil.site.uris import note_uri, text_uri

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page


class _Made(NamedTuple):
    """A page without a file of its own: what it is called, and whether the search reads it."""

    title: str
    searched: bool = True


class SitePages:
    """The pages of one build by their uris.

    `texts` are those of texts, `overviews` those about all explainers; `indexes` are those of the
    list of explainers, none where a person wrote its first page: it is never replaced.
    """

    def __init__(self, config: MkDocsConfig, settings: Settings, library: Library, root: Path):
        self.texts: dict[str, Text] = {}
        self.overviews: dict[str, Overview] = {}
        self.indexes: list[str] = []
        self._config, self._settings, self._root = config, settings, root
        self._library = library
        self._made: dict[str, _Made] = {}
        self._entries = entries_of(library)
        self._light = made_apart(config)

    def add_to(self, files: Files) -> Iterator[str]:
        """Adds all pages and what belongs to them; yields what is in their way."""
        self._files = files
        for text in self._library.texts.values():
            uri = text_uri(self._settings, text)
            if (other := files.get_file_from_path(uri)) is not None:
                yield self._in_the_way(text, other)
            else:
                self._add_text(uri, text)
        language = language_of(self._config)
        yield from self._add_index(language)
        overviews = overviews_of(self._library, self._settings)
        self._overviews = [one.uri for one in overviews]
        for overview in overviews:
            # A page that a person wrote stands here as well.
            if files.get_file_from_path(overview.uri) is None:
                self.overviews[overview.uri] = overview
                title = overview_title(overview, self._settings, language)
                self._made[overview.uri] = _Made(title, overview.searched)
                files.append(added.unlisted_file(self._config, overview.uri))
        for asset in added.asset_files(self._config):
            files.append(asset)

    def renew(self, text: Text, library: Library) -> list[File] | None:
        """Takes a text and its notes as they are now, in a library in which nothing else changed.

        Gives the files of its page and of those of its notes; None where the site has other lists
        of pages than before.
        """
        uri = text_uri(self._settings, text)
        if uri not in self.texts:
            return None
        if listed(library, text.slug) != listed(self._library, text.slug):
            if [one.uri for one in overviews_of(library, self._settings)] != self._overviews:
                return None
            self._entries = entries_of(library)
        self._library, self.texts[uri] = library, text
        return [one for one in map(self.file, (uri, *self._add_notes(text))) if one is not None]

    def add_page(self, uri: str, title: str) -> bool:
        """Adds a page that no search reads; False where a person wrote one of that name."""
        if self._files.get_file_from_path(uri) is not None:
            return False
        self._made[uri] = _Made(title, searched=False)
        self._files.append(added.unlisted_file(self._config, uri))
        return True

    def text(self, page: Page) -> Text | None:
        """The text that the page shows, if it is the page of one."""
        return self.texts.get(page.file.src_uri)

    def of_texts(self) -> Iterator[tuple[Text, Page]]:
        """The texts that have a page, with it."""
        for uri, text in self.texts.items():
            if (file := self.file(uri)) is not None and file.page is not None:
                yield text, file.page

    def notes(self, text: Text) -> Iterator[str]:
        """The pages of the notes of a text."""
        for annotation in self._library.annotations[text.slug]:
            uri = note_uri(self._settings, text, annotation.id)
            if uri in self._made:
                yield uri

    def hosted(self, uri: str) -> bool:
        """Whether the host makes a page, as it does all but most of those of notes."""
        file = self.file(uri)
        return file is not None and file.page is not None

    def front_matter(self, uri: str) -> dict[str, Any]:
        """What a page of ours says of itself to the host; nothing for any other page."""
        if text := self.texts.get(uri):
            # The sidebars give way to the text, unless its front matter says otherwise.
            meta = dict(text.meta) if text.trusted else _escaped(text.meta)
            # As plain text, whoever wrote it: Material writes both into the page as they are.
            meta["title"] = str(escape(text.title))
            if text.description:
                meta["description"] = str(escape(text.description))
            return {"hide": ["navigation", "toc"], **meta}
        if made := self._made.get(uri):
            hidden = {} if made.searched else {"search": {"exclude": True}}
            return {"title": str(escape(made.title)), "hide": ["navigation", "toc"], **hidden}
        return {}

    def owns(self, uri: str) -> bool:
        """Whether Postil makes the page: that of a text or a note, the index, an overview."""
        return uri in self.texts or uri in self._made

    def file(self, uri: str) -> File | None:
        """The file of a page by its uri."""
        return self._files.get_file_from_path(uri)

    def note_address(self, here: File, text: Text, id: str) -> str:
        """The address of a note's page, as seen from `here`; empty if it has none."""
        file = self.file(note_uri(self._settings, text, id))
        return "" if file is None else file.url_relative_to(here)

    def entry(self, what: str, id: str) -> tuple[str, str]:
        """The page of a source or contributor among all of them, by its uri, and the fragment."""
        return self._entries.get((what, id), ("", ""))

    def entry_address(self, here: File, what: str, id: str) -> str:
        """The address of a source or contributor among all of them; empty if it has none."""
        uri, fragment = self.entry(what, id)
        file = self.file(uri) if uri in self.overviews else None
        return "" if file is None else f"{file.url_relative_to(here)}#{fragment}"

    def _add_index(self, language: str) -> Iterator[str]:
        first, *others = index_uris(self._settings, len(self.texts))
        if self._files.get_file_from_path(first) is not None:
            return
        self.indexes.append(first)
        self._made[first] = _Made(index_title(self._settings, language))
        self._files.append(added.index_file(self._config, self._settings))
        for number, uri in enumerate(others, start=2):
            if self.add_page(uri, index_sheet_title(self._settings, language, number)):
                self.indexes.append(uri)
            else:
                yield f"{uri}: a page stands where the list of explainers would go on"

    def _add_text(self, uri: str, text: Text) -> None:
        self.texts[uri] = text
        self._files.append(added.text_file(self._config, self._settings, self._root, text))
        for _ in self._add_notes(text):
            pass
        for media in added.text_media(self._config, self._settings, self._root, text):
            self._files.append(media)

    def _add_notes(self, text: Text) -> Iterator[str]:
        """Adds the pages of notes that are not there yet; yields those of all."""
        if self._settings.note_pages:
            for annotation in self._library.annotations[text.slug]:
                if not annotation.draft:
                    note = note_uri(self._settings, text, annotation.id)
                    if note not in self._made:
                        # Of a folder, it is the page of the folder.
                        light = self._light and annotation.id != "index"
                        made = note_file if light else added.unlisted_file
                        self._files.append(made(self._config, note))
                    # The search finds a note in its text.
                    self._made[note] = _Made(annotation.title, searched=False)
                    yield note

    def _in_the_way(self, text: Text, other: File) -> str:
        path = other.src_path if other.generated_by else f"{self._config.docs_dir}/{other.src_path}"
        return (
            f"{text.place.path}: the page {path} has the same address, and stands in its place "
            "(give one of them another name)"
        )


def _escaped(value: Any) -> Any:
    """Plain values in which no text is markup: themes write what they find into pages as it is."""
    if isinstance(value, Mapping):
        return {key: _escaped(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_escaped(one) for one in value]
    return str(escape(value)) if isinstance(value, str) else value
