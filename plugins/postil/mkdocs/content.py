"""The whole site, as the host knows its pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup

from postil.mkdocs.pages import SitePages
from postil.model.library import Library
from postil.model.settings import Settings
from postil.render.context import RenderContext
from postil.site.explain import Explained
from postil.site.note_pages import SiteFacts
from postil.site.whole import PageFacts, Whole

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


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
    return Whole(
        explained=tuple(one for one in found if one is not None),
        library=library,
        settings=settings,
        facts=facts,
        urls={file.src_uri: file.url for file in files.documentation_pages()},
        pages=dict(_page_facts(files)),
        root=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
        rendering=rendering,
    )


def _page_facts(files: Files) -> Iterator[tuple[str, PageFacts]]:
    for file in files.documentation_pages():
        if (page := file.page) is not None:
            yield file.src_uri, PageFacts(_words(page.title), _words(page.meta.get("description")))


def _words(html: object) -> str:
    """Plain text, as Material makes it: a title may hold markup."""
    return Markup(html or "").striptags()  # noqa: S704 - tags are taken out, and none stays
