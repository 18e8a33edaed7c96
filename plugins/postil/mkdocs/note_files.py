"""The pages of notes among the host's files: there are too many for each to be a page of the host.

A file of such a page can be linked to as any page, and a site that names it under `nav` makes a
page of it. The others are written by `postil.mkdocs.note_pages`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel

from postil.mkdocs.others import PAGES, stranger

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

log = get_plugin_logger(__name__)


class NoteFile(File):
    """The page of a note that the host does not make, unless the navigation made one of it."""

    def is_documentation_page(self) -> bool:
        """Whether the host makes it."""
        return self.page is not None

    def copy_file(self, dirty: bool = False) -> None:
        """It is written when the pages of the host are."""


def note_file(config: MkDocsConfig, uri: str) -> NoteFile:
    """The file of the page of a note by its uri."""
    stem = uri.removesuffix(".md")
    file = NoteFile(
        uri,
        src_dir=None,
        dest_dir=config.site_dir,
        use_directory_urls=config.use_directory_urls,
        dest_uri=f"{stem}/index.html" if config.use_directory_urls else f"{stem}.html",
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    file.generated_by = "postil"
    file.content_string = ""
    return file


def pages_among(files: Files) -> Iterator[File]:
    """The files of all pages, those of notes that the host does not make in their places."""
    made = {id(file) for file in files.documentation_pages()}
    return (file for file in files if id(file) in made or isinstance(file, NoteFile))


def made_apart(config: MkDocsConfig) -> bool:
    """Whether the pages of notes need not be pages of the host: no other plugin may do something to
    them."""
    if name := stranger(config, *PAGES, handed=False):
        log.debug("the host makes the pages of notes: %s may work on them", name)
    return not name
