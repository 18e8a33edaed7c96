"""What searches the site: the search of its theme, or Pagefind on a page of its own."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from postil.kept import Keeping
from postil.mkdocs.files import asset_uri, script, search_asset_files
from postil.mkdocs.language import language_of
from postil.mkdocs.pagefind import PagefindError, installed
from postil.mkdocs.pages import SitePages
from postil.mkdocs.search_index import SearchIndex
from postil.model.library import Library
from postil.model.settings import Settings
from postil.render.assets import (
    FIND_SCRIPT,
    FIND_STYLESHEET,
    OVERVIEWS_STYLESHEET,
    SEARCH_SCRIPT,
    SEARCH_STYLESHEET,
)
from postil.render.context import RenderContext
from postil.render.search_page import render_search_box
from postil.render.searched import searched
from postil.render.words import words_for
from postil.site.explain import Explained
from postil.site.search_page import INDEX, MOST_NOTES, URI, is_large, search_page, search_title
from postil.site.search_records import Record, explainer_records, page_records
from postil.site.whole import Whole, relative

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

log = get_plugin_logger(__name__)

SOURCES: Mapping[str, tuple[str, ...]] = {"script-src": ("'wasm-unsafe-eval'",)}
"""What Pagefind needs of a content security policy: it is WebAssembly."""

_MATERIAL = "material/search"
# Where Material has its own search in the head of a page.
_HEAD = re.compile(
    r'<header class="md-header.*?(?=<div class="md-header__source">|</nav>)', re.DOTALL
)


class SiteSearch:
    """Pagefind’s search of a site, build after build; where that is not `chosen`, nothing happens.

    A preview makes the index once, and has it `kept` in a folder: it takes longer than all the rest
    that follows an edit.
    """

    def __init__(self, serving: bool) -> None:
        self.chosen = False
        self._temporary = tempfile.TemporaryDirectory() if serving else None
        self.kept = Path(self._temporary.name) if self._temporary else None
        self._making: SearchIndex | None = None

    def choose(
        self,
        config: MkDocsConfig,
        files: Files,
        pages: SitePages,
        settings: Settings,
        library: Library,
    ) -> None:
        """Adds what belongs to Pagefind’s search, if that is chosen. Raises PluginError where it
        cannot be had."""
        self.cancel()
        self.chosen = settings.search == "pagefind" or (
            settings.search == "auto" and _MATERIAL in config.plugins and is_large(library)
        )
        if self.chosen and not installed():
            self.chosen = False
            hint = "install it with: pip install 'postil[pagefind]'"
            if settings.search == "pagefind":
                raise PluginError(f"postil: “search: pagefind” needs Pagefind; {hint}")
            log.info(
                "a first search loads all words of a site with more than %s notes; Pagefind loads a"
                " few (%s)",
                f"{MOST_NOTES:,}",
                hint,
            )
        if not self.chosen:
            return
        language = language_of(config)
        if not pages.add_page(URI, search_title(settings, language)):
            self.chosen = False
            log.warning("a page “%s” stands where Pagefind’s search would; it is left out", URI)
            return
        _remove_others(config)
        for file in search_asset_files(config):
            files.append(file)
        config.extra_css.append(asset_uri(FIND_STYLESHEET))
        config.extra_javascript.append(script(FIND_SCRIPT))
        self._words = words_for(language, settings.words)
        self._root = f"{urlsplit(config.site_url or '').path.rstrip('/')}/"
        found = pages.file(URI)
        self._url = found.url if found is not None else ""

    def read(
        self,
        files: Files,
        pages: SitePages,
        whole: Whole,
        explained: Mapping[str, Explained],
        kept: Keeping | None,
    ) -> Iterator[tuple[str, str]]:
        """Fills the page of the search, and begins to make the index, unless it is `kept`; yields,
        by the uri of the page, what belongs into its head."""
        file = pages.file(URI) if self.chosen else None
        if file is None or file.page is None:
            return
        source = relative(asset_uri(SEARCH_SCRIPT), file.url)
        file.page.content = f'{search_page(whole)}<script type="module" src="{source}"></script>'
        styles = (
            relative(asset_uri(one), file.url) for one in (OVERVIEWS_STYLESHEET, SEARCH_STYLESHEET)
        )
        yield URI, "".join(f'<link rel="stylesheet" href="{style}">' for style in styles)
        if self.kept and any(self.kept.iterdir()):
            return
        records = _records(files, pages, whole.context, explained)
        self._making = SearchIndex(whole.context.language, records, kept)

    def box(self, page: str, url: str) -> str:
        """A page at `url` with the way to the search in its head, where that is Material's; `url`
        is `root` for the page for addresses that lead nowhere."""
        if not self.chosen:
            return page
        href = f"{url}{self._url}" if url.startswith("/") else relative(self._url, url)
        return _HEAD.sub(lambda head: f"{head[0]}{render_search_box(href, self._words)}", page, 1)

    @property
    def root(self) -> str:
        """The absolute path of the root of the site."""
        return self._root if self.chosen else "/"

    def write(self, site: Path, put: Callable[[bytes, str], None]) -> None:
        """Writes the index into the site by `put`. Raises PluginError where that fails."""
        making, self._making = self._making, None
        if making is not None:
            try:
                files = making.files()
            except PagefindError as error:
                raise PluginError(f"postil: Pagefind could not make its index: {error}") from None
            folder = (self.kept or site) / INDEX
            for path, content in files.items():
                put(content, str(folder / path))
        if self.kept and self.chosen:
            shutil.copytree(self.kept / INDEX, site / INDEX, dirs_exist_ok=True)

    def close(self) -> None:
        """Ends, and removes what a preview kept."""
        self.cancel()
        if self._temporary:
            self._temporary.cleanup()

    def cancel(self) -> None:
        """Ends what a build that failed left."""
        making, self._making = self._making, None
        if making is not None:
            making.cancel()


def _records(
    files: Files, pages: SitePages, context: RenderContext, explained: Mapping[str, Explained]
) -> Iterator[Record]:
    """What is found in the pages of the site."""
    for one in files.documentation_pages():
        if (page := one.page) is None or (page.meta.get("search") or {}).get("exclude"):
            continue
        shown, text = page.content or "", pages.text(page)
        if text is not None and (found := explained.get(text.slug)):
            yield from explainer_records(one.url, found, context)
        else:
            html = searched(shown) if pages.owns(one.src_uri) else shown
            title = Markup(page.title or "").striptags()  # noqa: S704 - tags are taken out
            yield from page_records(one.url, title, html, context.language)


def _remove_others(config: MkDocsConfig) -> None:
    """Takes the searches of themes out of a build: their index is not made, and their field is not
    shown."""
    for name in ("search", _MATERIAL):
        plugin = config.plugins.pop(name, None)
        for methods in config.plugins.events.values():
            methods[:] = [one for one in methods if getattr(one, "__self__", None) is not plugin]
