"""What the search of a site reads of our pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from postil.mkdocs.finished import entries_in, search_indexes
from postil.mkdocs.hosted import OwnPage
from postil.mkdocs.pages import SitePages
from postil.render.searched import searched
from postil.site.explain import Explained
from postil.site.searched import searched_explainer

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


def lighten(config: MkDocsConfig, read: Callable[[Page], str | None]) -> None:
    """Has the search of this build read other HTML of a page than the page shows.

    `read` gives that HTML, None for a page that is read as it is. MkDocs' own search and Material's
    keep an index that pages are added to by a method of one name. Where a plugin has none, it reads
    all pages as they are.
    """
    for number, index in enumerate(search_indexes(config)):
        index.add_entry_from_context = _adding(index, number, read)


def _adding(index: Any, number: int, read: Callable[[Page], str | None]) -> Callable[[Page], None]:
    add: Callable[[Page], None] = index.add_entry_from_context

    def add_page(page: Page) -> None:
        if isinstance(page, OwnPage) and page.finished:
            entries_in(index).extend(page.finished.entries[number])
            return
        shown, other = page.content, read(page)
        if other is not None:
            page.content = other
        try:
            add(page)
        finally:
            page.content = shown

    return add_page


def read_of(
    pages: SitePages, explained: Mapping[str, Explained], notes: Mapping[str, str], page: Page
) -> str | None:
    """The HTML that is read of a page of ours; `notes` has that of their notes by the slugs of
    texts. None for a page of anybody else."""
    text, shown = pages.text(page), page.content or ""
    if text is not None and (found := explained.get(text.slug)):
        return searched_explainer(shown, found, notes.get(text.slug, ""))
    return searched(shown) if pages.owns(page.file.src_uri) else None
