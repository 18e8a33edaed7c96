"""The pages that the list of explainers is spread over."""

from __future__ import annotations

from postil.model.settings import Settings
from postil.render.words import say, words_for
from postil.site.pages import index_title
from postil.site.uris import index_uri

AT_ONCE = 50
"""The explainers that one page lists: about 80 kB of HTML, and as many as anybody looks through."""


def index_uris(settings: Settings, texts: int) -> tuple[str, ...]:
    """The pages, in order, of a site with so many texts: `explainers/index.md`, then
    `explainers/page/2.md`, which no text and no note can have, and so on."""
    first = index_uri(settings)
    count = max(1, -(-texts // AT_ONCE))
    return (first, *(f"{settings.path}/page/{number}.md" for number in range(2, count + 1)))


def index_sheet_title(settings: Settings, language: str, number: int) -> str:
    """The title of page `number`, from 1."""
    title = index_title(settings, language)
    if number == 1:
        return title
    words = words_for(language, settings.words)
    return say(words, "sheet", title=title, number=words.digits(number))
