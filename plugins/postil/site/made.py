"""The pages and files that are made from every explainer together.

A new one is a line in one of the four lists below; the host's adapter asks for nothing else. The
modules that make them take the forms of a page and a file from `postil.site.made_forms`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from postil.model.library import Library
from postil.model.settings import Settings
from postil.render.words import say, words_for
from postil.site.alternates import annotation_link
from postil.site.annotation_files import annotation_files, collection_files
from postil.site.edition_files import edition_files
from postil.site.explain import Explained
from postil.site.feeds import feed_links, site_feed_files, text_feed_files
from postil.site.form_facts import form_facts
from postil.site.made_forms import MadeFile, Overview
from postil.site.overviews.changes import change_pages
from postil.site.overviews.contributors import contributor_pages
from postil.site.overviews.corrections import correction_pages
from postil.site.overviews.open_questions import open_pages
from postil.site.overviews.sources import source_pages
from postil.site.publisher import publisher_head
from postil.site.robots import robots_file
from postil.site.schema_files import schema_files
from postil.site.sharing import page_card, page_picture
from postil.site.source_files import source_files, text_source_files
from postil.site.table_files import table_files, text_table
from postil.site.whole import Whole

__all__ = [
    "EXPORTS",
    "HEADS",
    "OVERVIEWS",
    "TEXT_EXPORTS",
    "MadeFile",
    "Overview",
    "files_of",
    "files_of_one",
    "head_of",
    "overview_title",
    "overviews_of",
    "site_exports",
    "text_files",
]


OVERVIEWS: tuple[Callable[[Library, Settings], Iterable[Overview]], ...] = (
    source_pages,
    correction_pages,
    change_pages,
    contributor_pages,
    open_pages,
)
"""What makes pages, in the order in which the navigation of a site may name them. How many there
are, and their names, follows from what was read; their content, from every explainer."""

EXPORTS: tuple[Callable[[Whole], Iterable[MadeFile]], ...] = (
    collection_files,
    table_files,
    source_files,
    site_feed_files,
    schema_files,
)
"""What makes files of the whole site. No two of these and the next ones make the same path."""

TEXT_EXPORTS: tuple[Callable[[Whole, Sequence[Explained]], Iterable[MadeFile]], ...] = (
    annotation_files,
    edition_files,
    text_feed_files,
)
"""What makes the files of each of some texts: nothing in them depends on which others are asked
for, so that several processes may share the texts among them."""

HEADS: tuple[Callable[[Whole, str], str], ...] = (
    annotation_link,
    feed_links,
    page_card,
    page_picture,
    publisher_head,
)
"""What adds to the head of a page, such as the address of its feed: from the whole and the uri of
the page, the HTML of `link` and `meta` elements, or nothing."""


def files_of(whole: Whole) -> Iterable[MadeFile]:
    """Every file, those that the settings of the site leave out left out."""
    for make in site_exports(whole.settings):
        yield from make(whole)
    yield from text_files(whole, whole.explained)


def site_exports(settings: Settings) -> tuple[Callable[[Whole], Iterable[MadeFile]], ...]:
    """What makes the files of the whole site."""
    return (robots_file, form_facts, *(EXPORTS if settings.exports else ()))


def text_files(whole: Whole, some: Sequence[Explained]) -> Iterable[MadeFile]:
    """The files of some texts."""
    if whole.settings.exports:
        for export in TEXT_EXPORTS:
            yield from export(whole, some)


def files_of_one(whole: Whole, one: Explained) -> Iterable[MadeFile]:
    """Those files of one text that exports of the whole site make, too."""
    if whole.settings.exports:
        yield from text_table(whole, one)
        yield from text_source_files(whole, one)


def overviews_of(library: Library, settings: Settings) -> tuple[Overview, ...]:
    """The pages that the site has."""
    if not settings.overviews:
        return ()
    return tuple(page for overview in OVERVIEWS for page in overview(library, settings))


def overview_title(overview: Overview, settings: Settings, language: str) -> str:
    """The title of a page about all explainers."""
    words = words_for(language, settings.words)
    title = words[overview.title]
    if overview.number == 1:
        return title
    return say(words, "sheet", title=title, number=words.digits(overview.number))


def head_of(whole: Whole, uri: str) -> str:
    """What the whole adds to the head of the page `uri`."""
    return "".join(head(whole, uri) for head in HEADS)
