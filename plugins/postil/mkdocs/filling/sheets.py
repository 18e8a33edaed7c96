"""Pages about all texts: the list of them, and the record."""

from __future__ import annotations

from postil.mkdocs.files import asset_uri
from postil.mkdocs.filling.filled import Filled
from postil.mkdocs.pages import SitePages
from postil.render.assets import OVERVIEWS_SCRIPT, OVERVIEWS_STYLESHEET
from postil.render.index import Some
from postil.site.crossing_pages import with_crossing
from postil.site.index_sheets import AT_ONCE
from postil.site.overviews.sheets import sheets_from
from postil.site.pages import index_sheet
from postil.site.whole import Whole, relative


def index(pages: SitePages, whole: Whole, number: int) -> Filled:
    """Page `number` of the list of texts."""
    here, texts, count = pages.indexes[number - 1], list(pages.texts.items()), len(pages.indexes)
    file = pages.file(here)
    if file is None:
        return Filled()
    start = (number - 1) * AT_ONCE
    own = texts[start : start + AT_ONCE]
    addresses = {text.slug: whole.href(uri, here) for uri, text in own}
    hrefs = {to: whole.href(uri, here) for to, uri in enumerate(pages.indexes, start=1)}
    sheets = sheets_from(number, count, hrefs.__getitem__)
    some = Some(start + 1, start + len(own), len(texts), number, sheets) if count > 1 else None
    found = [whole.by_slug[slug] for slug in addresses if slug in whole.by_slug]
    page = index_sheet(found, addresses, whole.context, some)
    style = relative(asset_uri(OVERVIEWS_STYLESHEET), file.url)
    return Filled(
        content={here: with_crossing(page, whole, here)},
        heads={here: f'<link rel="stylesheet" href="{style}">'} if some else {},
    )


def overview(pages: SitePages, whole: Whole, uri: str) -> Filled:
    """A page of the record."""
    file = pages.file(uri)
    if file is None:
        return Filled()
    page = with_crossing(pages.overviews[uri].make(whole), whole, uri)
    script = relative(asset_uri(OVERVIEWS_SCRIPT), file.url)
    style = relative(asset_uri(OVERVIEWS_STYLESHEET), file.url)
    return Filled(
        # In the content, where Material's instant navigation runs it.
        content={uri: f'{page}<script type="module" src="{script}"></script>'},
        heads={uri: f'<link rel="stylesheet" href="{style}">'},
    )
