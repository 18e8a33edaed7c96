"""The page of changes: every revision of a published note, and what was first published when,
newest first, by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from postil.model.library import Library
from postil.model.settings import Settings
from postil.render.change_list import Fate, Published, Revised, render_changes
from postil.render.dates import long_date
from postil.render.overview import Frame
from postil.render.words import Words, count
from postil.site.changes import PUBLICATION, Change, changes
from postil.site.export_paths import CHANGES_FEED
from postil.site.made_forms import Overview
from postil.site.overviews.corrections import look_of_month, month
from postil.site.overviews.files import annotation_downloads
from postil.site.overviews.places import Places
from postil.site.overviews.sheets import Entry, Layout, lay, sheet_pages, sift
from postil.site.whole import Whole

URI = "changes.md"

# First publications that one entry lists, and how many of them weigh a line.
_TOGETHER = 100
_PER_LINE = 3
# A revision weighs a few lines, and one more for so many characters that it keeps.
_REVISION = 3
_CHARACTERS = 200

# In the order in which they count.
_KINDS = ("correction", "clarification", "update", PUBLICATION)

Entries = tuple[Change, ...]
"""One revision, or the first publications of notes of one text on one day."""


def change_pages(library: Library, settings: Settings) -> Iterator[Overview]:
    """The page of changes, and those that it goes on in."""
    del settings
    notes = list(library.published)
    first = Counter((one.text, one.created) for one in notes if one.created)
    weights = [
        *(_weight(len(revision.before)) for one in notes for revision in one.revisions),
        *(line for number in first.values() for line in _publications(number)),
    ]
    return sheet_pages(URI, "changes", weights, _make)


def _weight(kept: int) -> int:
    return _REVISION + min(kept, 20_000) // _CHARACTERS


def _publications(number: int) -> list[int]:
    """The weights of the entries that list so many first publications."""
    sizes = [min(_TOGETHER, number - start) for start in range(0, number, _TOGETHER)]
    return [1 + -(-size // _PER_LINE) for size in sizes]


def change_entries(found: Sequence[Change]) -> Iterator[Entry[Entries]]:
    """Revisions one by one, and of each day, after them, the first publications by text."""
    for date, of_day in groupby(found, key=lambda change: change.date):
        day = list(of_day)
        for change in day:
            if change.revision is not None:
                yield Entry(month(date), _weight(len(change.revision.before)), (change,))
        # They stand in the order of the texts.
        first = (change for change in day if change.revision is None)
        for _, of_text in groupby(first, key=lambda change: change.text.slug):
            group = tuple(of_text)
            for start, weight in zip(
                range(0, len(group), _TOGETHER), _publications(len(group)), strict=True
            ):
                some = group[start : start + _TOGETHER]
                yield Entry(month(date), weight, some, len(some))


def _make(whole: Whole, sheet: int, sheets: int) -> str:
    context = whole.context
    words = context.words
    laid = whole.once("laid changes", lambda: lay(list(change_entries(changes(whole))), sheets))
    layout = Layout(whole, URI, sheet, laid)
    places = Places(whole, layout.here, context)
    parts = layout.parts(lambda part: look_of_month(part, whole))
    shown = [
        (part, [change_view(entry, places, words) for entry in some])
        for part, some in layout.shown(parts)
    ]
    here = [change for _, some in layout.shown(parts) for entry in some for change in entry]
    kinds = whole.once("kinds of changes", lambda: Counter(one.kind for one in changes(whole)))
    quiet = set(kinds) <= {PUBLICATION}
    frame = Frame(
        title=words["changes"],
        deck=words["about-changes"],
        tally=words["comma"].join(
            f"{_label(kind, words)}{words['colon']}{words.digits(number)}"
            for kind, number in sorted(kinds.items(), key=lambda one: _KINDS.index(one[0]))
        ),
        parts=tuple(parts.values()),
        sifts=(
            sift("text", words["text"], ((one.text.slug, one.text.title) for one in here)),
            sift(
                "change",
                words["sift-change"],
                ((one.kind, _label(one.kind, words)) for one in here),
            ),
        ),
        sheets=layout.sheets(),
        number=sheet,
        where=layout.where(),
        files=annotation_downloads(whole, layout.here, CHANGES_FEED),
    )
    return render_changes(frame, shown, quiet, places.several, context)


def _label(kind: str, words: Words) -> str:
    name = kind if kind == PUBLICATION else f"revision-{kind}"
    return words.get(name, kind)


def change_view(entry: Entries, places: Places, words: Words) -> Revised | Published:
    """What a page shows of an entry."""
    change = entry[0]
    day = long_date(change.date, words)
    slug = change.text.slug
    if change.kind == PUBLICATION:
        return Published(
            text=places.text(slug),
            date=change.date,
            day=day,
            count=count(words, "note-count", len(entry)),
            notes=tuple((one.id, places.note(slug, one.number)) for one in entry),
        )
    return Revised(
        id=change.id,
        note=places.note(slug, change.number),
        date=change.date,
        day=day,
        kind=change.kind,
        label=_label(change.kind, words),
        summary=change.summary,
        before=change.before,
        fates=tuple(Fate(one.fate, one.words) for one in change.difference),
    )
