"""The pages and files that are made from every explainer together.

A new one is a line in one of the three lists below; the host's adapter asks for nothing else. The
modules that make them take the forms of a page and a file from `postil.site.made_forms`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from postil.model.settings import Settings
from postil.site.alternates import annotation_link
from postil.site.annotation_files import annotation_files
from postil.site.edition_files import edition_files
from postil.site.made_forms import MadeFile, Overview
from postil.site.source_files import source_files
from postil.site.table_files import table_files
from postil.site.whole import Whole

__all__ = [
    "EXPORTS",
    "HEADS",
    "OVERVIEWS",
    "MadeFile",
    "Overview",
    "files_of",
    "head_of",
    "overviews_of",
]


OVERVIEWS: tuple[Overview, ...] = ()
"""Pages, in the order in which the navigation of a site may name them."""

EXPORTS: tuple[Callable[[Whole], Iterable[MadeFile]], ...] = (
    annotation_files,
    edition_files,
    table_files,
    source_files,
)
"""What makes files. Two of them never make the same path."""

HEADS: tuple[Callable[[Whole, str], str], ...] = (annotation_link,)
"""What adds to the head of a page, such as the address of its feed: from the whole and the uri of
the page, the HTML of `link` and `meta` elements, or nothing."""


def files_of(whole: Whole) -> Iterable[MadeFile]:
    """The files of the whole site, those that its settings leave out left out."""
    if whole.settings.exports:
        for export in EXPORTS:
            yield from export(whole)


def overviews_of(settings: Settings) -> tuple[Overview, ...]:
    """The pages that the site has."""
    return OVERVIEWS if settings.overviews else ()


def head_of(whole: Whole, uri: str) -> str:
    """What the whole adds to the head of the page `uri`."""
    return "".join(head(whole, uri) for head in HEADS)
