"""The page of contributors: who wrote what, with counts by kind and verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

from postil.model.contributor import Contributor
from postil.model.explainer import AnchoredAnnotation
from postil.model.library import Library
from postil.model.settings import Settings
from postil.render.context import RenderContext
from postil.render.contributor_list import Portion, Writer, render_contributors
from postil.render.evidence import Evidence, weigh
from postil.render.links import safe_link
from postil.render.overview import Frame
from postil.render.words import Words, count, say
from postil.site.made_forms import Overview
from postil.site.overviews.files import annotation_downloads
from postil.site.overviews.places import Places
from postil.site.overviews.sheets import (
    Entry,
    Layout,
    Look,
    lay,
    sheet_count,
    sheet_numbers,
    sheet_pages,
    sheet_uri,
)
from postil.site.whole import Whole

URI = "contributors.md"

# Notes of one contributor on one text that are listed; the rest is counted.
_LISTED = 100
_PER_LINE = 3
_WEIGHT = 4
# The lines after which what somebody wrote may go on in the next page.
_STRETCH = 60

Notes = tuple[int, AnchoredAnnotation]
"""A note with its number in its text."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Some of the texts that a contributor wrote on, by their slugs; `first` says that no others
    come before them."""

    contributor: Contributor
    texts: tuple[str, ...]
    weight: int
    first: bool


def contributor_pages(library: Library, settings: Settings) -> Iterator[Overview]:
    """The page of contributors, and those that it goes on in."""
    del settings
    weights = (one.weight for one in _stretches(library))
    return sheet_pages(URI, "contributors", weights, _make, searched=True)


def contributor_uris(library: Library) -> dict[str, str]:
    """The uri of the page on which each contributor stands first, by id; the address there is
    `contributor_fragment`."""
    stretches = _stretches(library)
    weights = [one.weight for one in stretches]
    numbers = sheet_numbers(weights, sheet_count(weights))
    return {
        one.contributor.id: sheet_uri(URI, number)
        for one, number in zip(stretches, numbers, strict=True)
        if one.first
    }


def contributor_fragment(id: str) -> str:
    """The address of a contributor on their page."""
    return f"contributor-{id}"


def _stretches(library: Library) -> list[_Stretch]:
    """Every contributor, those who wrote most first."""
    wrote: dict[str, Counter[str]] = {id: Counter() for id in library.contributors}
    for annotation in library.published:
        for id in annotation.contributors:
            wrote[id][annotation.text] += 1
    ordered = sorted(
        library.contributors.values(),
        key=lambda one: (-wrote[one.id].total(), one.name.casefold(), one.id),
    )
    return [stretch for one in ordered for stretch in _of_one(one, wrote[one.id])]


def _of_one(contributor: Contributor, wrote: Mapping[str, int]) -> Iterator[_Stretch]:
    texts: list[str] = []
    weight, first = _WEIGHT, True
    for slug, number in wrote.items():
        if weight > _STRETCH:
            yield _Stretch(contributor, tuple(texts), weight, first)
            texts, weight, first = [], 1, False
        texts.append(slug)
        weight += 1 + min(number, _LISTED) // _PER_LINE
    yield _Stretch(contributor, tuple(texts), weight, first)


def _make(whole: Whole, sheet: int, sheets: int) -> str:
    context = whole.context
    words = context.words
    laid = whole.once("laid contributors", lambda: lay(_entries(whole.library), sheets))
    layout = Layout(whole, URI, sheet, laid)
    places = Places(whole, layout.here, context)
    parts = layout.parts(lambda _: Look(words["contributors"]))
    shown = [one for _, some in layout.shown(parts) for one in some]
    number = len(whole.library.contributors)
    frame = Frame(
        title=words["contributors"],
        deck=words["about-contributors"],
        tally=words["contributors"] + words["colon"] + words.digits(number),
        empty="" if number else words["no-contributors"],
        sheets=layout.sheets(),
        number=sheet,
        where=layout.where(),
        files=annotation_downloads(whole, layout.here),
    )
    # What one person wrote is told together, as far as it stands on this page.
    together = groupby(shown, key=lambda one: one.contributor.id)
    writers = [_writer(list(some), whole, places) for _, some in together]
    return render_contributors(frame, writers, context)


def _entries(library: Library) -> list[Entry[_Stretch]]:
    return [Entry("contributors", one.weight, one) for one in _stretches(library)]


def _writer(stretches: Sequence[_Stretch], whole: Whole, places: Places) -> Writer:
    words = whole.context.words
    contributor, first = stretches[0].contributor, stretches[0].first
    wrote = _wrote(whole).get(contributor.id, {})
    evidence, total = whole.once(
        f"evidence of {contributor.id}",
        lambda: _weighed([one for notes in wrote.values() for _, one in notes], whole.context),
    )
    href = safe_link(contributor.url)
    return Writer(
        id=contributor.id if first else "",
        name=contributor.name if first else say(words, "continued", title=contributor.name),
        about=contributor.about if first else "",
        kind=words.get(contributor.kind, contributor.kind),
        href=href if first else "",
        host=urlsplit(href).netloc.removeprefix("www.") or contributor.name,
        count=count(words, "note-count", total),
        evidence=evidence if first else None,
        portions=tuple(
            _portion(slug, wrote[slug], places, words)
            for stretch in stretches
            for slug in stretch.texts
            if slug in wrote
        ),
    )


def _weighed(notes: Sequence[AnchoredAnnotation], context: RenderContext) -> tuple[Evidence, int]:
    return weigh(notes, context), len(notes)


def _portion(slug: str, notes: Sequence[Notes], places: Places, words: Words) -> Portion:
    more = len(notes) - _LISTED
    return Portion(
        text=places.text(slug),
        count=count(words, "note-count", len(notes)),
        notes=tuple(places.note(slug, number) for number, _ in notes[:_LISTED]),
        more=say(words, "more", count=words.digits(more)) if more > 0 else "",
    )


def _wrote(whole: Whole) -> Mapping[str, Mapping[str, Sequence[Notes]]]:
    """The notes of each contributor by text, in the order of the index."""
    return whole.once("who wrote what", lambda: _all(whole))


def _all(whole: Whole) -> dict[str, dict[str, list[Notes]]]:
    found: dict[str, dict[str, list[Notes]]] = {}
    for explained in whole.explained:
        slug = explained.explainer.text.slug
        for number, anchored in enumerate(explained.explainer.annotations, start=1):
            for id in anchored.annotation.contributors:
                found.setdefault(id, {}).setdefault(slug, []).append((number, anchored))
    return found
