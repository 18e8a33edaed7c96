"""The dates in the site map: those of the notes, and never that of the build."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from mkdocs.utils import get_build_date

if TYPE_CHECKING:
    from mkdocs.structure.files import Files


class _NoDate(str):
    """A date that the template of the site map leaves out, since it counts as nothing, and that
    MkDocs can still compare with others and read, for it dates the packed site map by the latest
    page."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


_NONE = _NoDate("1980-01-01")  # the first day that gzip and zip programs agree on


def date_pages(files: Files, dates: Mapping[str, str]) -> None:
    """Gives pages the dates on which they last changed, by their uris.

    MkDocs gives every page the day of the build, so that the same input would make another site
    map tomorrow, and tell search engines of changes that were none. A page of another date than
    those in `dates` loses that day, unless the publisher set it (`SOURCE_DATE_EPOCH`) or another
    plugin found a better one.
    """
    built = get_build_date()
    for file in files.documentation_pages():
        page = file.page
        if page is not None and page.update_date == built:
            page.update_date = date_of(file.src_uri, dates)


def date_of(uri: str, dates: Mapping[str, str]) -> str:
    """The date of a page by its uri, which no other plugin knows better."""
    if date := dates.get(uri, ""):
        return date
    return get_build_date() if "SOURCE_DATE_EPOCH" in os.environ else _NONE
