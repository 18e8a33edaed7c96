"""The page of the search, and the way to it in the head of every page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from postil.model.words import PLURAL_FORMS
from postil.render.templates import template
from postil.render.words import Words


@dataclass(frozen=True, slots=True)
class Way:
    """A list that leads to what the search finds: its title and its address, as seen from the page
    of the search."""

    title: str
    href: str


def render_search(index: str, root: str, ways: Sequence[Way], language: str, words: Words) -> str:
    """The page. `index` is the address of the module of Pagefind, and `root` that of the root of
    the site, both as seen from the page."""
    told = {
        key: words[key] for key in ("search-none", "search-more", "search-failed", "search-small")
    }
    counts = {
        form: words[f"search-count-{form}"]
        for form in PLURAL_FORMS
        if f"search-count-{form}" in words
    }
    data = {
        "index": index,
        "root": root,
        "words": told | {"digits": words.digits("0123456789")},
        "counts": counts,
    }
    return template("search.html").render(
        ways=ways,
        data=json.dumps(data, ensure_ascii=False, separators=(",", ":")),
        language=language,
        words=words,
    )


def render_search_box(href: str, words: Words) -> Markup:
    """A field for the head of a page, and where there is no room for one a link, that lead to the
    page of the search at `href`."""
    html = template("search_box.html").render(href=href, words=words)
    return Markup(html)  # noqa: S704 - the template escapes
