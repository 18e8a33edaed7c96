"""The page of contributors: who wrote what, with counts by kind and verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from postil.model.contributor import Contributor
from postil.model.library import Library
from postil.model.settings import Settings
from postil.render.context import RenderContext
from postil.render.contributor_list import Portion, Writer, render_contributors
from postil.render.evidence import weigh
from postil.render.links import safe_link
from postil.render.overview import Frame
from postil.render.words import count, say
from postil.site.made_forms import Overview
from postil.site.overviews.files import annotation_downloads
from postil.site.overviews.places import Places
from postil.site.overviews.sheets import Entry, Layout, Look, sheet_pages, sheet_uris
from postil.site.whole import Whole

URI = "contributors.md"

# Notes of one contributor on one text that are listed; the rest is counted.
_LISTED = 100
_PER_LINE = 3
_WEIGHT = 4


def contributor_pages(library: Library, settings: Settings) -> Iterator[Overview]:
    """The page of contributors, and those that it goes on in."""
    del settings
    weights = (weight for _, weight in _ordered(library))
    return sheet_pages(URI, "contributors", weights, _make, searched=True)


def contributor_uris(library: Library) -> dict[str, str]:
    """The uri of the page on which each contributor stands, by id; the address there is
    `contributor_fragment`."""
    return sheet_uris(URI, {one.id: weight for one, weight in _ordered(library)})


def contributor_fragment(id: str) -> str:
    """The address of a contributor on their page."""
    return f"contributor-{id}"


def _ordered(library: Library) -> list[tuple[Contributor, int]]:
    """Every contributor, those who wrote most first, with their weight."""
    wrote: dict[str, Counter[str]] = {id: Counter() for id in library.contributors}
    for annotation in library.published:
        for id in annotation.contributors:
            wrote[id][annotation.text] += 1
    ordered = sorted(
        library.contributors.values(),
        key=lambda one: (-wrote[one.id].total(), one.name.casefold(), one.id),
    )
    return [(one, _weight(wrote[one.id].values())) for one in ordered]


def _weight(numbers: Iterable[int]) -> int:
    return _WEIGHT + sum(1 + min(number, _LISTED) // _PER_LINE for number in numbers)


def _make(whole: Whole, sheet: int, sheets: int) -> str:
    context = whole.context
    words = context.words
    ordered = _ordered(whole.library)
    entries = [Entry("contributors", weight, one) for one, weight in ordered]
    layout = Layout(whole, URI, sheet, sheets, entries)
    places = Places(whole, layout.here, context)
    parts = layout.parts(lambda _: Look(words["contributors"]))
    shown = [one for _, some in layout.shown(parts) for one in some]
    contributors = words["contributors"] + words["colon"] + words.digits(len(ordered))
    frame = Frame(
        title=words["contributors"],
        deck=words["about-contributors"],
        tally=contributors,
        empty="" if ordered else words["no-contributors"],
        sheets=layout.sheets(),
        number=sheet,
        files=annotation_downloads(whole, layout.here),
    )
    writers = [_writer(one, whole, places, context) for one in shown]
    return render_contributors(frame, writers, context)


def _writer(
    contributor: Contributor, whole: Whole, places: Places, context: RenderContext
) -> Writer:
    words = context.words
    wrote = [
        (explained.explainer.text.slug, number, anchored)
        for explained in whole.explained
        for number, anchored in enumerate(explained.explainer.annotations, start=1)
        if contributor.id in anchored.annotation.contributors
    ]
    numbers: dict[str, list[int]] = {}
    for slug, number, _ in wrote:
        numbers.setdefault(slug, []).append(number)
    href = safe_link(contributor.url)
    return Writer(
        id=contributor.id,
        contributor=contributor,
        kind=words.get(contributor.kind, contributor.kind),
        href=href,
        host=urlsplit(href).netloc.removeprefix("www.") or contributor.name,
        count=count(words, "note-count", len(wrote)),
        evidence=weigh([anchored for _, _, anchored in wrote], context),
        portions=tuple(
            Portion(
                text=places.text(slug),
                count=count(words, "note-count", len(some)),
                notes=tuple(places.note(slug, number) for number in some[:_LISTED]),
                more=say(words, "more", count=words.digits(len(some) - _LISTED))
                if len(some) > _LISTED
                else "",
            )
            for slug, some in numbers.items()
        ),
    )
