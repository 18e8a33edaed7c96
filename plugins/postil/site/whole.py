"""The whole site, as the pages and files that are made from everything see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urljoin

from postil.model.library import Library
from postil.model.settings import Settings
from postil.render.context import RenderContext
from postil.site.explain import Explained
from postil.site.note_pages import SiteFacts
from postil.site.pages import context_of

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page is called, and what it says of itself, as plain text."""

    title: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """Every explainer, what they were made from, and where pages stand.

    `explained` holds the explainers in the order in which the index lists them. `urls` gives the
    address of each page by its uri (see `postil.site.uris`), relative to the root of the site, as
    the host made it: `explainers/a/`. `root` is the absolute address of that root with a slash at
    its end, or empty where the site does not know it. `pages` tells of each page, by its uri.
    """

    explained: tuple[Explained, ...]
    library: Library
    settings: Settings
    facts: SiteFacts
    urls: Mapping[str, str] = field(default_factory=dict)
    root: str = ""
    pages: Mapping[str, PageFacts] = field(default_factory=dict)
    _known: dict[str, Any] = field(init=False, default_factory=dict, compare=False, repr=False)

    def once(self, name: str, make: Callable[[], _Made]) -> _Made:
        """What `make` gives, made at the first call: several pages and files are made from it."""
        if name not in self._known:
            self._known[name] = make()
        found: _Made = self._known[name]
        return found

    @property
    def context(self) -> RenderContext:
        """What rendering needs to know of the site."""
        return self.once(
            "context", lambda: context_of(self.library, self.settings, self.facts.language)
        )

    @property
    def by_slug(self) -> Mapping[str, Explained]:
        """The explainers by the slugs of their texts; one is missing where the host left its page
        out."""
        return self.once(
            "by slug", lambda: {one.explainer.text.slug: one for one in self.explained}
        )

    def href(self, uri: str, here: str) -> str:
        """The address of a page, or of a file by its path, as seen from the page or file `here`."""
        return relative(self._url(uri), self._url(here))

    def address(self, uri: str) -> str:
        """The absolute address of a page or file; empty where the site does not know its own."""
        if not self.root:
            return ""
        url = self.urls.get(uri)
        # Those of pages are plain paths. Others may be any reference that the settings name.
        return urljoin(self.root, uri) if url is None else self.root + url.removeprefix("./")

    def is_home(self, uri: str) -> bool:
        """Whether a page is the first of the site."""
        return self._url(uri) in {"", ".", "./", "index.html"}

    def _url(self, uri: str) -> str:
        return self.urls.get(uri, uri)


def relative(url: str, here: str) -> str:
    """The address `url` as seen from `here`, both paths relative to the root of the site, encoded
    and without steps up.

    A folder keeps the slash at its end; from a page to itself it is `./` or its name.
    """
    path, folder = url.removeprefix("./"), here.removeprefix("./")
    folder = folder[: folder.rfind("/") + 1]
    up = ""
    while not path.startswith(folder):
        folder = folder[: folder.rfind("/", 0, -1) + 1]
        up += "../"
    return up + path[len(folder) :] or "./"
