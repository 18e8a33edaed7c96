"""What the search of a site reads of our pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from postil.render.searched import searched

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


def lighten(config: MkDocsConfig, ours: Callable[[Page], bool]) -> None:
    """Has the search of this build read less of the pages that are `ours`, and find the same.

    MkDocs' own search and Material's keep an index that pages are added to by a method of one name.
    Where a plugin has none, it reads the pages as they are.
    """
    for plugin in config.plugins.values():
        index = getattr(plugin, "search_index", None)
        if add := getattr(index, "add_entry_from_context", None):
            setattr(index, "add_entry_from_context", _adding(add, ours))  # noqa: B010 - not typed


def _adding(add: Callable[[Page], None], ours: Callable[[Page], bool]) -> Callable[[Page], None]:
    def add_page(page: Page) -> None:
        whole = page.content
        if whole is None or not ours(page):
            add(page)
            return
        page.content = searched(whole)
        try:
            add(page)
        finally:
            page.content = whole

    return add_page
