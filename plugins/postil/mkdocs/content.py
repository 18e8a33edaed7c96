"""The whole site, as the host knows its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from postil.mkdocs.files import made_file
from postil.mkdocs.note_files import pages_among
from postil.mkdocs.pages import SitePages
from postil.model.library import Library
from postil.model.settings import Settings
from postil.render.context import RenderContext
from postil.site.explain import Explained
from postil.site.note_pages import SiteFacts
from postil.site.overviews.where import entry_ids, where_files
from postil.site.whole import PageFacts, Whole

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files


def join(
    pages: SitePages,
    explained: Mapping[str, Explained],
    library: Library,
    settings: Settings,
    facts: SiteFacts,
    config: MkDocsConfig,
    files: Files,
    rendering: RenderContext,
) -> Whole:
    """The whole site; `explained` holds the explainers by the slugs of their texts."""
    # By path, as the index lists them.
    found = [explained.get(text.slug) for text in pages.texts.values()]
    whole = Whole(
        explained=tuple(one for one in found if one is not None),
        library=library,
        settings=settings,
        facts=facts,
        urls={file.src_uri: file.url for file in pages_among(files)},
        pages=dict(page_facts(files.documentation_pages())),
        root=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
    )
    # It was made before, for the pages.
    whole.once("context", lambda: rendering)
    return whole


def page_facts(files: Iterable[File]) -> Iterator[tuple[str, PageFacts]]:
    """What pages say of themselves, by their uris."""
    for file in files:
        if (page := file.page) is not None:
            yield file.src_uri, PageFacts(_words(page.title), _words(page.meta.get("description")))


def _words(html: object) -> str:
    """Plain text, as Material makes it: a title may hold markup."""
    return Markup(html or "").striptags()  # noqa: S704 - tags are taken out, and none stays


def add_places(
    config: MkDocsConfig, pages: SitePages, files: Files, ids: Mapping[str, Sequence[str]]
) -> None:
    """Adds the files that say on which page of a long list an entry stands, once all are filled;
    `ids` are those of the entries of pages that hold none any more."""
    lists: dict[str, list[tuple[str, Sequence[str]]]] = {}
    first = ""
    for uri, overview in pages.overviews.items():
        first = uri if overview.number == 1 else first
        file = pages.file(uri)
        if file is not None and file.page is not None:
            own = ids.get(uri) or entry_ids(file.page.content or "")
            lists.setdefault(first, []).append((file.url, own))
    for uri, sheets in lists.items():
        for made in where_files(uri, sheets):
            files.append(made_file(config, made))
