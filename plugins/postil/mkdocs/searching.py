"""What the search of a site reads of our pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


def lighten(config: MkDocsConfig, read: Callable[[Page], str | None]) -> None:
    """Has the search of this build read other HTML of a page than the page shows.

    `read` gives that HTML, None for a page that is read as it is. MkDocs' own search and Material's
    keep an index that pages are added to by a method of one name. Where a plugin has none, it reads
    all pages as they are.
    """
    for plugin in config.plugins.values():
        index = getattr(plugin, "search_index", None)
        if add := getattr(index, "add_entry_from_context", None):
            setattr(index, "add_entry_from_context", _adding(add, read))  # noqa: B010 - not typed


def _adding(
    add: Callable[[Page], None], read: Callable[[Page], str | None]
) -> Callable[[Page], None]:
    def add_page(page: Page) -> None:
        shown, other = page.content, read(page)
        if other is not None:
            page.content = other
        try:
            add(page)
        finally:
            page.content = shown

    return add_page
