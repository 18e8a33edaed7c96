"""What a feed tells, whatever its form."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

from postil.model.contributor import Contributor

# Tags of sanitised HTML, whose attributes all stand in double quotation marks; what a `<` or a
# quotation mark stands for elsewhere is written as a reference there.
_TAG = re.compile(r"<(?:a|img)(?: [a-z]+=\"[^\"]*\")*>")
_ADDRESS = re.compile(r' (href|src)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that happened.

    `id` is a URI that never changes; `address` is where a person reads it. `content` is HTML in
    which every address is absolute. `published` and `updated` are ISO 8601 days. `tags` are words
    of the interface.
    """

    id: str
    title: str
    address: str
    published: str
    updated: str
    content: str
    authors: tuple[Contributor, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its title, the page that it belongs to, its own address, the ISO 8601 day of its last
    change, the name and the address of the site, the language, and its entries, newest first."""

    title: str
    description: str
    page: str
    address: str
    updated: str
    site: str
    root: str
    language: str
    entries: tuple[FeedEntry, ...]


Writer = Callable[[Feed], bytes]


def absolute_links(html: str, base: str) -> str:
    """Sanitised HTML whose addresses lead to where they lead on the page `base`."""

    def absolute(tag: re.Match[str]) -> str:
        return _ADDRESS.sub(lambda one: f' {one[1]}="{urljoin(base, one[2])}"', tag[0])

    return _TAG.sub(absolute, html)
