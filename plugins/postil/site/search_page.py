"""The page of the search, and what searches a site that does not say."""

from __future__ import annotations

from postil.model.library import Library
from postil.model.settings import Settings
from postil.render.search_page import Way, render_search
from postil.render.words import words_for
from postil.site.made import overview_title, overviews_of
from postil.site.uris import index_uri
from postil.site.whole import Whole

URI = "search.md"
INDEX = "pagefind"
"""The folder of the site in which Pagefind's index stands."""

MOST_NOTES = 1_000
"""The notes up to which Material's own search is chosen, because what it loads at a first query is
then about what Pagefind loads at any size (see `docs/how-to/search.md`)."""


def is_large(library: Library) -> bool:
    """Whether a site is better off with an index of which readers load a part."""
    return sum(1 for _ in library.published) > MOST_NOTES


def search_title(settings: Settings, language: str) -> str:
    """The title of the page."""
    return words_for(language, settings.words)["search"]


def search_page(whole: Whole) -> str:
    """The content of the page: without script, it leads to the lists that lead to everything."""
    context, settings = whole.context, whole.settings
    index = index_uri(settings)
    ways = [Way(context.words["explainers"], whole.href(index, URI))]
    for overview in overviews_of(whole.library, settings):
        if overview.number == 1:
            title = overview_title(overview, settings, context.language)
            ways.append(Way(title, whole.href(overview.uri, URI)))
    return render_search(
        whole.href(f"{INDEX}/pagefind.js", URI),
        whole.href("", URI),
        ways,
        context.language,
        context.words,
    )
