"""The page of sources, an evidence ledger: each source, how it was checked, and its citations.

It is grouped by whose page was opened, for the worth of a citation hangs on that first, and
sorted by title, by which a source is looked for; what no note cites stands apart, at the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from unicodedata import combining, normalize

from postil.model.annotation import Citation
from postil.model.library import Library
from postil.model.link import LinkCheck
from postil.model.settings import Settings
from postil.model.source import Source
from postil.render.citation import CitationView, cite, source_link
from postil.render.context import RenderContext
from postil.render.crossing import refer_to_text
from postil.render.dates import long_date
from postil.render.header import kind_of_text
from postil.render.ledger import Use, Work, render_ledger
from postil.render.link_state import LinkView, view_link
from postil.render.overview import Frame
from postil.render.text_item import text_id
from postil.render.words import count, say
from postil.site.crossing_pages import cited_by
from postil.site.made_forms import Overview
from postil.site.overviews.files import source_downloads
from postil.site.overviews.places import Places, published
from postil.site.overviews.sheets import (
    Entry,
    Layout,
    Look,
    lay,
    sheet_pages,
    sheet_uris,
    sift,
)
from postil.site.text_sources import text_sources
from postil.site.whole import Whole

URI = "sources.md"

# How far a source was checked, and the look of its share: the colours of the scale of verdicts.
_LOOKS = {
    "own-page": ("postil-tone-5", "✓"),
    "opened": ("postil-tone-4", "✓"),
    "repost": ("postil-tone-3", "◐"),
    "secondary": ("postil-tone-2", "○"),
    "unopened": ("postil-tone-open", "?"),
    "texts": ("postil-tone-5", "¶"),
    "uncited": ("postil-tone-none", "–"),
}
# Citations of one source that are listed; the rest is counted.
_USES = 100
# What a source weighs by itself, in lines, and the characters of its own words that weigh one more.
_WEIGHT = 2
_CHARACTERS = 400

Cited = tuple[str, int, Citation]
"""A citation with the slug of its text and the number of its note there."""


def source_pages(library: Library, settings: Settings) -> Iterator[Overview]:
    """The page of sources, and those that it goes on in."""
    del settings
    weights = (weight for _, weight in _ordered(library))
    return sheet_pages(URI, "sources", weights, _make, searched=True)


def source_uris(library: Library) -> dict[str, str]:
    """The uri of the page on which each source stands, by its id; its address there is
    `source_fragment`."""
    return sheet_uris(URI, {one.id: weight for one, weight in _ordered(library)})


def source_fragment(id: str) -> str:
    """The address of a source on its page."""
    return f"source-{id}"


def link_of(source: Source, library: Library, context: RenderContext) -> LinkView | None:
    """What came of opening the address of a source, if it was tried."""
    return view_link(check_of(source, library), source.archive, context)


def check_of(source: Source, library: Library) -> LinkCheck | None:
    """What came of opening the address of a source that may be linked, if it was tried."""
    addresses = (source.url, source_link(source))
    return next((library.links[one] for one in addresses if one in library.links), None)


def _ordered(library: Library) -> list[tuple[Source, int]]:
    """Every source, and every text that is cited, in the order of the page, with its weight."""
    cited: Counter[str] = Counter()
    weights: Counter[str] = Counter()
    for annotation in library.published:
        uses = [
            *((one.source, one.quote + one.supports) for one in annotation.citations),
            *((text_id(one.text), one.supports) for one in annotation.cited_passages),
        ]
        for id, said in uses:
            cited[id] += 1
            if cited[id] <= _USES:
                weights[id] += 1 + len(said) // _CHARACTERS
    order = list(_LOOKS)
    sources = sorted(
        (*library.sources.values(), *text_sources(library).values()),
        key=lambda one: (order.index(_part(one, cited[one.id])), _by_title(one), one.id),
    )
    return [(source, _weight(source) + weights[source.id]) for source in sources]


def _weight(source: Source) -> int:
    return _WEIGHT + (len(source.excerpt) + len(source.remark)) // _CHARACTERS


def _part(source: Source, cited: int) -> str:
    if source.id.startswith(text_id("")):
        return "texts"
    if not cited:
        return "uncited"
    if not source.checked:
        return "unopened"
    return source.copy if source.copy in _LOOKS else "opened"


def _by_title(source: Source) -> str:
    """The title without accents, marks and capitals, by which people look for it."""
    title = source.title
    if title.isascii():
        kept = title.casefold()
    else:
        plain = normalize("NFKD", title).casefold()
        kept = "".join(one for one in plain if not combining(one))
    return kept.lstrip("\"'“”‘’«»„([¿¡ ")


def _entries(whole: Whole) -> list[Entry[Source]]:
    uses = uses_of(whole)
    return [
        Entry(_part(source, len(uses.get(source.id, ()))), weight, source)
        for source, weight in _ordered(whole.library)
    ]


def _tally(whole: Whole) -> str:
    words, sources = whole.context.words, whole.library.sources
    number = len(sources) + len(text_sources(whole.library))
    checked = max((one.checked for one in sources.values()), default="")
    parts = (
        count(words, "source-count", number),
        count(words, "citation-count", sum(map(len, uses_of(whole).values()))),
        say(words, "checked", date=long_date(checked, words)) if checked else "",
    )
    return words["comma"].join(filter(None, parts))


def _make(whole: Whole, sheet: int, sheets: int) -> str:
    context = whole.context
    words = context.words
    uses = uses_of(whole)
    laid = whole.once("laid sources", lambda: lay(_entries(whole), sheets))
    layout = Layout(whole, URI, sheet, laid)
    places = Places(whole, layout.here, context)
    parts = layout.parts(lambda part: Look(words[f"sources-{part}"], "", *_LOOKS[part]))
    shown = [
        (part, [_work(one, part.id, uses.get(one.id, []), places, whole, context) for one in some])
        for part, some in layout.shown(parts)
    ]
    works = [work for _, some in shown for work in some]
    texts = dict.fromkeys(slug for work in works for slug in work.texts)
    links = {work.link.state for work in works if work.link}
    frame = Frame(
        title=words["sources"],
        deck=words["about-sources"],
        tally=whole.once("tally of sources", lambda: _tally(whole)),
        empty="" if laid.parts else words["no-sources"],
        parts=tuple(parts.values()),
        sifts=(
            sift("check", words["sift-check"], ((part.id, part.label) for part, _ in shown)),
            sift("text", words["text"], ((slug, places.text(slug).title) for slug in texts)),
            sift(
                "link",
                words["sift-link"],
                ((state, words[f"links-{state}"]) for state in sorted(links)),
            ),
        ),
        sheets=layout.sheets(),
        number=sheet,
        where=layout.where(),
        files=source_downloads(whole, layout.here),
    )
    return render_ledger(frame, shown, places.several, context)


def _work(
    source: Source,
    part: str,
    uses: Sequence[Cited],
    places: Places,
    whole: Whole,
    context: RenderContext,
) -> Work:
    words = context.words
    more = len(uses) - _USES
    return Work(
        id=source.id,
        check=part,
        source=_cited_text(source, places, whole)
        if part == "texts"
        else cite(Citation(source.id, source.place), context),
        link=link_of(source, whole.library, context),
        uses=tuple(
            Use(places.note(slug, number), one.locator, one.quote, one.supports)
            for slug, number, one in uses[:_USES]
        ),
        more=say(words, "more", count=words.digits(more)) if more > 0 else "",
        count=count(words, "citation-count", len(uses)),
        texts=tuple(dict.fromkeys(slug for slug, _, _ in uses)),
    )


def _cited_text(source: Source, places: Places, whole: Whole) -> CitationView:
    """A text of the site as a work that notes cite."""
    slug = source.id.removeprefix(text_id(""))
    context, text = whole.context, whole.library.texts[slug]
    kind = kind_of_text(text.provenance, context.words)
    link = places.text(slug)
    return CitationView(
        title=text.title,
        reference=refer_to_text(text, link.href, context),
        checks=(context.words["own-text"], kind),
    )


def uses_of(whole: Whole) -> dict[str, list[Cited]]:
    """The citations of each source by its id, in the order of the notes."""
    return whole.once("uses of sources", lambda: _uses(whole))


def _uses(whole: Whole) -> dict[str, list[Cited]]:
    uses: dict[str, list[Cited]] = {}
    for slug, number, annotation in published(whole):
        for citation in annotation.citations:
            uses.setdefault(citation.source, []).append((slug, number, citation))
        for one, said in cited_by(annotation, whole):
            id = text_id(one.text)
            words = " … ".join(said)
            as_source = Citation(id, one.place, one.locator, words, one.supports)
            uses.setdefault(id, []).append((slug, number, as_source))
    return uses
