"""Pages of texts as the theme makes them, made by several processes, or in an earlier build.

MkDocs fills the theme's template with one page after the other. Where no other plugin takes part
in that, and the theme is as it was published, the page is a task like its content.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, DictLoader

from postil.mkdocs.others import stranger
from postil.mkdocs.plain import NotPlainError, plain
from postil.mkdocs.theme import Theme
from postil.site.digest import digest
from postil.site.policy import Inline, inline_of

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink

TEMPLATE = "postil-finished.html"
"""The name of the template of a page that is finished."""

_APART = frozenset(
    {
        # How the site is built, not what stands in it.
        *("config_file_path", "docs_dir", "site_dir", "watch", "dev_addr", "plugins", "theme"),
        *("markdown_extensions", "mdx_configs", "validation", "hooks", "strict"),
    }
)
_ELSE = re.compile(rb"\b(pages|build_date_utc|update_date|now)\b")
"""What a template of the site's own may look at that no key holds."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A page as it is written; `entries` are what the search of the theme has of it, by the number
    of its index, and `inline` what its policy is made from."""

    html: str
    entries: tuple[tuple[Any, ...], ...]
    inline: Inline


class Finishing:
    """Makes pages as the host does, in one build.

    `complete` adds what belongs into the head of a page: it gets the page, its HTML and the head.
    """

    def __init__(
        self,
        theme: Theme,
        files: list[File],
        complete: Callable[[Page, str, str], str],
        key: bytes,
    ) -> None:
        self._theme, self._files = theme, files
        self._complete, self._around = complete, key

    def key(self, page: Page, head: str) -> bytes:
        """Of what the theme makes of a page beside its content. Raises NotPlainError."""
        own = (page.title, page.url, page.canonical_url, page.edit_url, plain(page.meta))
        return digest(self._around, own, [_item(one) for one in page.toc], head)

    def page(self, page: Page, content: str, head: str, searched: str) -> Finished:
        """The page with its content; `searched` is what a search reads in its place."""
        before = page.content
        indexes = search_indexes(self._theme.config)
        try:
            page.content = searched
            entries = tuple(_entries_of(index, page) for index in indexes)
            page.content = content
            with _idle(indexes):
                html = self._theme.render(
                    page, self._files, last=lambda made: self._complete(page, made, head)
                )
        finally:
            page.content = before
        return Finished(html, entries, inline_of(html))


def finishing(
    theme: Theme, files: list[File], complete: Callable[[Page, str, str], str], code: bytes
) -> Finishing | None:
    """What makes pages; None where only the host can know what a page is made from."""
    config = theme.config
    if stranger(config, "env", "page_content", "page_context", "post_page"):
        return None
    try:
        own = [*_own_templates(config)]
        rest = {name: value for name, value in config.items() if name not in _APART}
        plugins = {name: plain(plugin.config) for name, plugin in config.plugins.items()}
        shown = {
            name: str(config.theme[name]) if name == "locale" else config.theme[name]
            for name in config.theme
        }
        around = digest(
            code, plain(rest), plugins, config.theme.name, plain(shown), own, _listed(theme.nav)
        )
    except NotPlainError:
        return None
    return Finishing(theme, files, complete, around)


def give_template(env: Environment) -> None:
    """Adds the template of a page that is finished."""
    given = DictLoader({TEMPLATE: "{{ page.html }}"})
    env.loader = ChoiceLoader([given, env.loader]) if env.loader else given


def search_indexes(config: MkDocsConfig) -> list[Any]:
    """The indexes to which MkDocs' own search and Material's add pages."""
    found = (getattr(plugin, "search_index", None) for plugin in config.plugins.values())
    return [index for index in found if hasattr(index, "add_entry_from_context")]


def entries_in(index: Any) -> list[Any]:
    """The entries of an index, as it keeps them."""
    found: list[Any] = index.entries if hasattr(index, "entries") else index._entries
    return found


def _entries_of(index: Any, page: Page) -> tuple[Any, ...]:
    """What an index would add for a page."""
    entries = entries_in(index)
    before = len(entries)
    index.add_entry_from_context(page)
    added = tuple(entries[before:])
    del entries[before:]
    return added


@contextmanager
def _idle(indexes: list[Any]) -> Iterator[None]:
    """Nothing is added to the indexes meanwhile."""
    for index in indexes:
        index.add_entry_from_context = lambda _: None
    try:
        yield
    finally:
        for index in indexes:
            del index.add_entry_from_context


def _own_templates(config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """The site's own parts of its theme. Raises NotPlainError where they look at what changes."""
    if not (folder := config.theme.custom_dir):
        return
    for path in sorted(Path(folder).rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            if path.suffix == ".html" and _ELSE.search(content):
                raise NotPlainError(str(path))
            yield path.relative_to(folder).as_posix(), content


def _listed(nav: Navigation) -> list[Any]:
    """What a theme shows of the navigation."""

    def listed(items: list[Any]) -> list[Any]:
        return [
            (
                type(item).__name__,
                plain(item.title),
                getattr(item, "url", ""),
                plain(getattr(item, "meta", {})),
                listed(item.children or []),
            )
            for item in items
        ]

    return listed(nav.items)


def _item(item: AnchorLink) -> tuple[Any, ...]:
    return item.title, item.id, item.level, [_item(one) for one in item.children]
