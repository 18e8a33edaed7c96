"""Parts of a site, put into the pages of the host."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from markupsafe import escape

from postil.mkdocs.filling.filled import Filled
from postil.mkdocs.finished import TEMPLATE, Finished
from postil.mkdocs.hosted import OwnPage
from postil.mkdocs.pages import SitePages
from postil.site.crossing_pages import with_crossing
from postil.site.whole import Whole

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files


def put(parts: Iterable[Filled], files: Files) -> Filled:
    """Gives the pages their content.

    Returns the rest: heads, what the search reads, and the ids of entries.
    """
    rest = Filled()
    for part in parts:
        for uri, content in part.content.items():
            if (file := files.get_file_from_path(uri)) is not None and file.page is not None:
                file.page.content = content
        for uri, finished in part.finished.items():
            if (file := files.get_file_from_path(uri)) is not None:
                _put_finished(finished, file, part.content.get(uri, ""))
        for uri, description in part.descriptions.items():
            if (file := files.get_file_from_path(uri)) is not None and file.page is not None:
                # Material writes it into an attribute as it is.
                file.page.meta["description"] = str(escape(description))
        rest.heads.update(part.heads)
        rest.searched.update(part.searched)
        rest.ids.update(part.ids)
        rest.notes += part.notes
        rest.odd += part.odd
    return rest


def cross(files: Files, pages: SitePages, whole: Whole) -> None:
    """Fills in what notes on pages of other people say of other texts."""
    for file in files.documentation_pages():
        if file.page is not None and file.page.content and not pages.owns(file.src_uri):
            file.page.content = with_crossing(file.page.content, whole, file.src_uri)


def _put_finished(finished: Finished, file: File, content: str) -> None:
    page = file.page
    if isinstance(page, OwnPage):
        page.finished = finished
        page.content = content
        page.meta["template"] = TEMPLATE
