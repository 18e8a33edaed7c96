"""The content of the pages that is made when every explainer is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from postil.mkdocs.files import asset_uri, made_file
from postil.mkdocs.pages import SitePages
from postil.model.library import Library
from postil.model.settings import Settings
from postil.publish.iri import as_uri
from postil.publish.publisher import publisher_reference
from postil.render.assets import OVERVIEWS_SCRIPT, OVERVIEWS_STYLESHEET
from postil.render.context import RenderContext
from postil.render.index import Some
from postil.site.crossing_pages import with_crossing
from postil.site.explain import Explained
from postil.site.index_sheets import AT_ONCE
from postil.site.made import files_of
from postil.site.note_pages import SiteFacts, explainer_head, note_page
from postil.site.overviews.sheets import sheets_from
from postil.site.overviews.where import where_files
from postil.site.pages import index_sheet
from postil.site.uris import note_uri, text_uri
from postil.site.whole import PageFacts, Whole, relative

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


def fill(pages: SitePages, whole: Whole) -> dict[str, str]:
    """Gives the pages without a file of their own their content; returns, by the uri of a page,
    what belongs into its head."""
    heads: dict[str, str] = {}
    for explained in whole.explained:
        uri = text_uri(whole.settings, explained.explainer.text)
        file = pages.file(uri)
        address = file.page.canonical_url if file is not None and file.page is not None else ""
        heads[uri] = explainer_head(explained, whole.facts, address or "")
        heads.update(_fill_notes(pages, whole, explained, uri))
    heads.update(_fill_indexes(pages, whole))
    heads.update(_fill_overviews(pages, whole))
    return heads


def cross(files: Files, whole: Whole) -> None:
    """Fills in what notes on any page say of other texts."""
    for file in files.documentation_pages():
        if file.page is not None and file.page.content:
            file.page.content = with_crossing(file.page.content, whole, file.src_uri)


def add_made(config: MkDocsConfig, whole: Whole, files: Files) -> None:
    """Adds the files for machines; one that a person wrote stands."""
    for made in files_of(whole):
        if files.get_file_from_path(made.path) is None:
            files.append(made_file(config, made))


def add_places(config: MkDocsConfig, pages: SitePages, files: Files) -> None:
    """Adds the files that say on which page of a long list an entry stands, once all are filled."""
    lists: dict[str, list[tuple[str, str]]] = {}
    first = ""
    for uri, overview in pages.overviews.items():
        first = uri if overview.number == 1 else first
        file = pages.file(uri)
        if file is not None and file.page is not None:
            lists.setdefault(first, []).append((file.url, file.page.content or ""))
    for uri, sheets in lists.items():
        for made in where_files(uri, sheets):
            files.append(made_file(config, made))


def _fill_notes(
    pages: SitePages, whole: Whole, explained: Explained, text_uri: str
) -> Iterator[tuple[str, str]]:
    text = explained.explainer.text
    context = replace(whole.context, page_url=whole.address(text_uri))
    for number, anchored in enumerate(explained.explainer.annotations, start=1):
        uri = note_uri(whole.settings, text, anchored.annotation.id)
        file = pages.file(uri)
        if file is None or file.page is None:
            continue

        def href(id: str, here: str = uri) -> str:
            to = note_uri(whole.settings, text, id) if id else text_uri
            return whole.href(to, here)

        made = note_page(
            explained,
            number,
            whole.library,
            whole.facts,
            replace(context, entry=partial(pages.entry_address, file)),
            href,
            file.page.canonical_url or "",
            publisher_reference(whole.settings.publisher, as_uri(whole.root)),
        )
        file.page.content = made.content
        # Material writes it into an attribute as it is.
        file.page.meta["description"] = str(escape(made.description))
        yield uri, made.head


def _fill_indexes(pages: SitePages, whole: Whole) -> Iterator[tuple[str, str]]:
    texts = list(pages.texts.items())
    count = len(pages.indexes)
    for number, here in enumerate(pages.indexes, start=1):
        file = pages.file(here)
        if file is None or file.page is None:
            continue
        start = (number - 1) * AT_ONCE
        own = texts[start : start + AT_ONCE]
        addresses = {text.slug: whole.href(uri, here) for uri, text in own}
        hrefs = {to: whole.href(uri, here) for to, uri in enumerate(pages.indexes, start=1)}
        sheets = sheets_from(number, count, hrefs.__getitem__)
        some = Some(start + 1, start + len(own), len(texts), number, sheets)
        found = [whole.by_slug[slug] for slug in addresses if slug in whole.by_slug]
        file.page.content = index_sheet(
            found, addresses, whole.context, some if count > 1 else None
        )
        if count > 1:
            style = relative(asset_uri(OVERVIEWS_STYLESHEET), file.url)
            yield here, f'<link rel="stylesheet" href="{style}">'


def _fill_overviews(pages: SitePages, whole: Whole) -> Iterator[tuple[str, str]]:
    for uri, overview in pages.overviews.items():
        file = pages.file(uri)
        if file is None or file.page is None:
            continue
        script = relative(asset_uri(OVERVIEWS_SCRIPT), file.url)
        # In the content, where Material's instant navigation runs it.
        file.page.content = f'{overview.make(whole)}<script type="module" src="{script}"></script>'
        style = relative(asset_uri(OVERVIEWS_STYLESHEET), file.url)
        yield uri, f'<link rel="stylesheet" href="{style}">'
