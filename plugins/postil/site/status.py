"""Where a site stands: how much of each text has notes, what became of them, what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from postil.model.anchor import Status
from postil.model.library import Library
from postil.model.words import ENGLISH_WORDS
from postil.read.settings import HostConfig
from postil.site.explain import Explained
from postil.site.markdown import explained, renderer_of
from postil.site.note_pages import SiteFacts
from postil.site.overviews.open_questions import open_entries
from postil.site.pin import hash_of
from postil.site.summary import Summary, summarise
from postil.site.whole import Whole


@dataclass(frozen=True, slots=True)
class TextStatus:
    """One text: the length of what is read of it, how much of that is within a passage of a note
    (both in Unicode code points), its notes by what became of them, its drafts, and whether its
    words are those that were pinned, None where none were."""

    slug: str
    length: int
    covered: int
    found: Mapping[Status, int]
    drafts: int
    pinned: bool | None

    @property
    def coverage(self) -> float:
        """The part of the text that notes are about, from 0 to 1."""
        return self.covered / self.length if self.length else 0.0


@dataclass(frozen=True, slots=True)
class SiteStatus:
    """Every text, the sum, and how often what is open, by what the page of it calls it."""

    texts: tuple[TextStatus, ...]
    summary: Summary
    open: Mapping[str, int]


def site_status(library: Library, host: HostConfig) -> SiteStatus:
    """Renders and anchors every text of the library, and counts."""
    renderer = renderer_of(host)
    found_texts = tuple(explained(library, renderer, text) for text in library.texts.values())
    whole = Whole(found_texts, library, host.settings, SiteFacts(host.site_name, "en"))
    found = Counter(entry.part for entry in open_entries(whole))
    return SiteStatus(
        texts=tuple(_text_status(one) for one in found_texts),
        summary=summarise(library, [one.explainer for one in found_texts]),
        open={str(ENGLISH_WORDS[f"open-{part}"]): count for part, count in found.items()},
    )


def only(library: Library, slugs: Collection[str]) -> Library:
    """The library with those texts alone, their notes and the sources that these cite."""
    notes = {slug: library.annotations.get(slug, ()) for slug in slugs}
    cited = {one.source for own in notes.values() for note in own for one in note.citations}
    return replace(
        library,
        texts={slug: text for slug, text in library.texts.items() if slug in slugs},
        annotations=notes,
        sources={id: source for id, source in library.sources.items() if id in cited},
        rejected=0,
    )


def _text_status(one: Explained) -> TextStatus:
    explainer, visible = one.explainer, one.visible.text
    pinned = explainer.text.provenance.sha256
    ranges = (
        (anchor.start, anchor.end)
        for note in explainer.annotations
        for anchor in note.anchors
        if anchor.placed
    )
    return TextStatus(
        slug=explainer.text.slug,
        length=len(visible),
        covered=_covered(ranges),
        found=Counter(note.status for note in explainer.annotations),
        drafts=explainer.drafts,
        pinned=pinned == hash_of(visible) if pinned else None,
    )


def _covered(ranges: Iterable[tuple[int, int]]) -> int:
    """How many characters are within at least one of the ranges."""
    total = last = 0
    for start, end in sorted(ranges):
        total += max(end - max(start, last), 0)
        last = max(last, end)
    return total
