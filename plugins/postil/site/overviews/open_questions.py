"""The page of what is open: where help is needed, and how to give it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from postil.model.anchor import Anchor, Status
from postil.model.annotation import Annotation, Citation
from postil.model.explainer import AnchoredAnnotation
from postil.model.library import Library
from postil.model.link import LinkState
from postil.model.settings import Settings
from postil.model.source import Source
from postil.render.citation import cite
from postil.render.context import RenderContext
from postil.render.note import named, tone
from postil.render.open_list import Problem, Question, render_open, way_to_help
from postil.render.overview import Frame
from postil.render.words import say
from postil.site.made_forms import Overview
from postil.site.overviews.files import annotation_downloads
from postil.site.overviews.places import Places, published
from postil.site.overviews.sheets import Entry, Layout, Look, lay, sheet_pages, sift
from postil.site.overviews.sources import check_of, link_of, source_fragment, source_uris, uses_of
from postil.site.whole import Whole

URI = "open.md"

_WEIGHT = 3
# Passages that were not found which are listed; the rest is counted, and “postil check” lists all.
_UNFOUND = 100
_BAD_LINKS = (LinkState.DEAD, LinkState.MOVED)


class _About(NamedTuple):
    """What is open: a note, by the slug of its text and its number there, or a source."""

    slug: str = ""
    number: int = 0
    source: str = ""


def open_pages(library: Library, settings: Settings) -> Iterator[Overview]:
    """The page of open questions, and those that it goes on in.

    Passages that were not found are known when every text is anchored; some of them stand last, and
    make no page of their own.
    """
    notes = list(library.published)
    sources = library.sources.values()
    weights = (
        _WEIGHT
        for count in (
            sum(_note_part(annotation, settings) != "" for annotation in notes),
            sum(not source.checked for source in sources),
            sum(_has_bad_link(source, library) for source in sources),
        )
        for _ in range(count)
    )
    return sheet_pages(URI, "open-questions", weights, _make)


def _note_part(annotation: Annotation, settings: Settings) -> str:
    """The part that a note stands in, if anything is wanted for it. A verdict that rates nothing,
    and is no opinion, says that the passage could not be checked."""
    verdict = next((one for one in settings.verdicts if one.id == annotation.verdict), None)
    if tone(verdict) == "postil-tone-open":
        return "unverified"
    return "wanted" if annotation.wanted else ""


def _has_bad_link(source: Source, library: Library) -> bool:
    check = check_of(source, library)
    return check is not None and check.state in _BAD_LINKS


def open_entries(whole: Whole) -> list[Entry[_About]]:
    """What is open, in the order of the list."""
    notes = [
        (_note_part(annotation, whole.settings), _About(slug, number))
        for slug, number, annotation in published(whole)
    ]
    sources = whole.library.sources.values()
    found = [
        *(one for one in notes if one[0] == "unverified"),
        *(one for one in notes if one[0] == "wanted"),
        *(("unopened", _About(source=one.id)) for one in sources if not one.checked),
        *(("links", _About(source=one.id)) for one in sources if _has_bad_link(one, whole.library)),
        *(
            ("anchors", _About(explained.explainer.text.slug, number))
            for explained in whole.explained
            for number, anchored in enumerate(explained.explainer.annotations, start=1)
            if anchored.status is not Status.EXACT
        ),
    ]
    return [Entry(part, _WEIGHT, about) for part, about in found]


def _make(whole: Whole, sheet: int, sheets: int) -> str:
    context = whole.context
    words = context.words
    laid = whole.once("laid questions", lambda: lay(_listed(open_entries(whole)), sheets))
    layout = Layout(whole, URI, sheet, laid)
    places = Places(whole, layout.here, context)
    parts = layout.parts(lambda part: Look(words[f"open-{part}"], words[f"open-{part}-about"]))
    make = _Questions(whole, layout.here, places, context)
    shown = [
        (part, [make.question(part.id, about) for about in some])
        for part, some in layout.shown(parts)
    ]
    texts = dict.fromkeys(slug for _, some in shown for one in some for slug in one.texts)
    frame = Frame(
        title=words["open-questions"],
        deck=words["about-open"],
        empty="" if laid.parts else words["nothing-open"],
        parts=tuple(parts.values()),
        sifts=(
            sift("open", words["sift-open"], ((part.id, part.label) for part in parts.values())),
            sift("text", words["text"], ((slug, places.text(slug).title) for slug in texts)),
        ),
        sheets=layout.sheets(),
        number=sheet,
        where=layout.where(),
        files=annotation_downloads(whole, layout.here),
    )
    rest = laid.sheets[-1][-1].count - 1 if sheet == sheets and laid.sheets[-1] else 0
    more = say(words, "more", count=words.digits(rest)) if rest else ""
    return render_open(frame, shown, places.several, context, more)


def _listed(entries: Sequence[Entry[_About]]) -> list[Entry[_About]]:
    """The entries that the page lists; the last one counts for those that it does not."""
    unfound = sum(entry.part == "anchors" for entry in entries)
    rest = max(0, unfound - _UNFOUND)
    listed = list(entries[: len(entries) - rest])
    return [*listed[:-1], replace(listed[-1], count=1 + rest)] if rest else listed


class _Questions:
    """Shows what is open on one page."""

    def __init__(self, whole: Whole, here: str, places: Places, context: RenderContext) -> None:
        self._whole, self._here, self._places, self._context = whole, here, places, context
        self._pages = whole.once("uris of sources", lambda: source_uris(whole.library))

    def question(self, part: str, about: _About) -> Question:
        if about.source:
            return self._about_source(part, self._whole.library.sources[about.source])
        explainer = self._whole.by_slug[about.slug].explainer
        anchored = explainer.annotations[about.number - 1]
        annotation = anchored.annotation
        return Question(
            id=f"{part}:{about.slug}:{annotation.id}",
            way=way_to_help(annotation.place, self._context),
            texts=(about.slug,),
            title=annotation.title,
            note=self._places.note(about.slug, about.number),
            wanted=annotation.wanted if part != "anchors" else "",
            problems=_problems(anchored, self._context) if part == "anchors" else (),
        )

    def _about_source(self, part: str, source: Source) -> Question:
        context = self._context
        page = self._whole.href(self._pages[source.id], self._here)
        view = cite(Citation(source.id, source.place), context)
        return Question(
            id=f"{part}:{source.id}",
            way=way_to_help(source.place, context),
            texts=self._texts(source.id),
            title=view.title,
            source=view,
            link=link_of(source, self._whole.library, context),
            page=f"{page}#{source_fragment(source.id)}",
        )

    def _texts(self, source: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(slug for slug, _, _ in uses_of(self._whole).get(source, ())))


def _problems(anchored: AnchoredAnnotation, context: RenderContext) -> tuple[Problem, ...]:
    """What is wrong with the passages of a note, and their words as the note gives them."""
    pairs = zip(anchored.annotation.targets, anchored.anchors, strict=True)
    return tuple(
        Problem(_why(anchor, context), named(target, context))
        for target, anchor in pairs
        if anchor.status is not Status.EXACT
    )


def _why(anchor: Anchor, context: RenderContext) -> str:
    words = context.words
    if anchor.status is not Status.CHANGED:
        return words["ambiguous" if anchor.status is Status.AMBIGUOUS else "lost"]
    # Rounded down: what has changed is never 100 % alike.
    score = words.digits(min(int(anchor.score * 100), 99))
    return f"{say(words, 'changed', score=score)} {words['written-for']}"
