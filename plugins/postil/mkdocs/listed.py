"""Pages of notes that the host does not make, for templates that list all pages: the site map."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from postil.mkdocs.dates import date_of
from postil.mkdocs.note_files import NoteFile, pages_among

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page as a list of pages names it, by the names that MkDocs gives these things."""

    title: str
    url: str
    canonical_url: str | None
    abs_url: str | None
    update_date: str
    meta: Mapping[str, Any]
    edit_url: None = None
    is_page: bool = True
    is_link: bool = False
    is_homepage: bool = False


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file of such a page."""

    src_uri: str
    url: str
    page: ListedPage


def listed(
    files: Files, config: MkDocsConfig, meta: Callable[[str], Any], dates: Mapping[str, str]
) -> list[Any]:
    """The files of all pages of a site, in their order; by the uri of a page, `meta` gives its
    front matter, and `dates` when it changed."""
    base = f"{config.site_url.rstrip('/')}/" if config.site_url else ""
    return [
        _listed(file, base, meta(file.src_uri), date_of(file.src_uri, dates))
        if isinstance(file, NoteFile) and file.page is None
        else file
        for file in pages_among(files)
    ]


def _listed(file: File, base: str, meta: Mapping[str, Any], date: str) -> ListedFile:
    address = urljoin(base, file.url) if base else None
    path = urlsplit(address).path if address else None
    page = ListedPage(meta["title"], file.url, address, path, date, meta)
    return ListedFile(file.src_uri, file.url, page)
