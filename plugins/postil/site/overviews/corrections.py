"""The page of corrections: every note of that kind, newest first, by the month in which it was
first published."""

from __future__ import annotations

from collections.abc import Iterator

from postil.model.annotation import Annotation
from postil.model.library import Library
from postil.model.settings import Settings
from postil.render.correction_list import Corrected, render_corrections
from postil.render.dates import long_date
from postil.render.evidence import Evidence, weigh
from postil.render.overview import Frame
from postil.site.export_paths import CORRECTIONS_FEED
from postil.site.made_forms import Overview
from postil.site.overviews.files import annotation_downloads
from postil.site.overviews.places import Places, published
from postil.site.overviews.sheets import Entry, Layout, Look, lay, sheet_pages, sift
from postil.site.sentences import opening
from postil.site.versions import plain
from postil.site.whole import Whole

URI = "corrections.md"
KIND = "correction"

_WEIGHT = 3


def correction_pages(library: Library, settings: Settings) -> Iterator[Overview]:
    """The page of corrections, and those that it goes on in."""
    del settings
    weights = (_WEIGHT for annotation in library.published if annotation.kind == KIND)
    return sheet_pages(URI, "corrections", weights, _make)


def month(date: str) -> str:
    """The id of the part in which things of a day stand."""
    return f"month-{date[:7]}" if date else "undated"


def look_of_month(id: str, whole: Whole) -> Look:
    """What such a part is called."""
    words = whole.context.words
    date = id.removeprefix("month-")
    return Look(words["undated"] if id == "undated" else long_date(date, words))


def _entries(whole: Whole) -> list[Entry[tuple[str, int, Annotation]]]:
    found = [one for one in published(whole) if one[2].kind == KIND]
    # The order of the notes stays, within a day.
    found.sort(key=lambda one: one[2].created, reverse=True)
    return [Entry(month(one[2].created), _WEIGHT, one) for one in found]


def _evidence(whole: Whole) -> Evidence:
    corrections = [
        anchored
        for one in whole.explained
        for anchored in one.explainer.annotations
        if anchored.annotation.kind == KIND
    ]
    return weigh(corrections, whole.context)


def _make(whole: Whole, sheet: int, sheets: int) -> str:
    context = whole.context
    words = context.words
    laid = whole.once("laid corrections", lambda: lay(_entries(whole), sheets))
    layout = Layout(whole, URI, sheet, laid)
    places = Places(whole, layout.here, context)
    parts = layout.parts(lambda part: look_of_month(part, whole))
    shown = [
        (
            part,
            [
                Corrected(
                    id=f"{slug}:{annotation.id}",
                    note=places.note(slug, number),
                    finding=opening(plain(annotation.body)),
                    date=annotation.created,
                    day=long_date(annotation.created, words),
                )
                for slug, number, annotation in some
            ],
        )
        for part, some in layout.shown(parts)
    ]
    notes = [one.note for _, some in shown for one in some]
    evidence = whole.once("evidence of corrections", lambda: _evidence(whole))
    frame = Frame(
        title=words["corrections"],
        deck=words["about-corrections"],
        tally=words["comma"].join(
            f"{words.digits(one.count)} {one.label}" for one in evidence.shares
        ),
        empty="" if laid.parts else words["no-corrections"],
        parts=tuple(parts.values()),
        sifts=(
            sift("text", words["text"], ((note.text.slug, note.text.title) for note in notes)),
            sift(
                "verdict",
                words["filter-verdict"],
                ((one.id or "none", one.label) for one in evidence.shares),
            ),
        ),
        sheets=layout.sheets(),
        number=sheet,
        where=layout.where(),
        files=annotation_downloads(whole, layout.here, CORRECTIONS_FEED),
    )
    return render_corrections(frame, shown, places.several, context)
