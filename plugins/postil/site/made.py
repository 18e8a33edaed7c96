"""The pages and files that are made from every explainer together.

A new one is a line in one of the three lists below; the host's adapter asks for nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from postil.model.settings import Settings
from postil.site.whole import Whole


@dataclass(frozen=True, slots=True)
class Overview:
    """A page about all explainers.

    `uri` is its name among the host's source files, `sources.md` for the address `/sources/`;
    `title` is a word of the interface; `make` gives its content as HTML, with its `h1`.
    """

    uri: str
    title: str
    make: Callable[[Whole], str]


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file for machines: its path below the root of the site, and what it holds."""

    path: str
    content: bytes


OVERVIEWS: tuple[Overview, ...] = ()
"""Pages, in the order in which the navigation of a site may name them."""

EXPORTS: tuple[Callable[[Whole], Iterable[MadeFile]], ...] = ()
"""What makes files. Two of them never make the same path."""

HEADS: tuple[Callable[[Whole, str], str], ...] = ()
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
