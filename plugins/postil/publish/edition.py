"""What an edition of an explainer in plain characters has: its head, and its notes in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from postil.model.anchor import Anchor, Status
from postil.model.annotation import Annotation, Citation
from postil.model.explainer import AnchoredAnnotation, Explainer
from postil.model.place import Place
from postil.publish.iri import web_uri
from postil.render.citation import cite
from postil.render.context import RenderContext
from postil.render.dates import long_date
from postil.render.header import kind_of_text, origin
from postil.render.words import Words, say

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Line:
    """Words, and an address after them, or nothing."""

    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class EditionSource:
    """A source in words, how it was checked, and each of its addresses with what it is."""

    words: str
    checks: str
    addresses: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Across:
    """The passages of texts of the site that a note cites, and the notes that cite its own, in
    words."""

    cited: tuple[EditionSource, ...] = ()
    citing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrases:
    """A source by its id and a date in words, each written once: many notes share them, and to
    write one takes long. `across` gives what leads from a note to other texts and back."""

    source: Callable[[str], EditionSource]
    day: Callable[[str], str]
    across: Callable[[Annotation], Across] = lambda _: Across()


@dataclass(frozen=True, slots=True)
class EditionNote:
    """A note in words. `finding` is its kind and verdict, `missing` why passages have no place,
    `facts` are lines such as who wrote it."""

    number: int
    title: str
    finding: str
    passages: tuple[str, ...]
    missing: tuple[str, ...]
    body: str
    sources: tuple[EditionSource, ...]
    facts: tuple[str, ...]


def printable(edition: str) -> str:
    """An edition without what controls a terminal that shows it."""
    return _CONTROLS.sub("", edition)


def edition_head(explainer: Explainer, context: RenderContext, address: str) -> tuple[Line, ...]:
    """What a text is; `address` is that of its page, or empty."""
    provenance, words = explainer.text.provenance, context.words
    retrieved = long_date(provenance.retrieved, words)
    facts = (
        (words["text"], origin(provenance, words).striptags(), ""),
        (
            words["original"],
            say(words, "retrieved", date=retrieved) if retrieved else "",
            web_uri(provenance.url),
        ),
        (words["archived"], "", web_uri(provenance.archive)),
        (words["reason"], provenance.reason, ""),
        (words["copy"], provenance.remark, ""),
        (words["rights"], provenance.rights, ""),
        (words["annotated"], "", address),
    )
    colon = words["colon"]
    lines = [Line(f"{name}{colon}{said}", at) for name, said, at in facts if said or at]
    return (Line(kind_of_text(provenance, words)), *lines)


def edition_notes(
    explainer: Explainer, visible: str, context: RenderContext, phrases: Phrases
) -> tuple[EditionNote, ...]:
    """The notes in reading order; `visible` is the text as its readers see it."""
    return tuple(
        _note(anchored, number, visible, context, phrases)
        for number, anchored in enumerate(explainer.annotations, start=1)
    )


def phrases_of(context: RenderContext) -> Phrases:
    """What the notes of a site say again and again."""
    return Phrases(
        source=cache(partial(_source, context=context)),
        day=cache(partial(long_date, words=context.words)),
    )


def _source(id: str, context: RenderContext) -> EditionSource:
    view = cite(Citation(id, Place("")), context)
    colon = context.words["colon"]
    addresses = (
        Line("", web_uri(view.href)),
        Line(f"{view.archive_words}{colon}", web_uri(view.archive)),
    )
    return EditionSource(
        words=view.reference.striptags(),
        checks=context.words["comma"].join(view.checks),
        addresses=tuple(line for line in addresses if line.address),
    )


def marks(explainer: Explainer) -> list[tuple[int, int]]:
    """Where the number of each note stands: after its passages, as offsets of the text, in order;
    at one place the lower number first."""
    return sorted(
        (anchor.end, number)
        for number, anchored in enumerate(explainer.annotations, start=1)
        for anchor in _placed(anchored)
    )


def _placed(anchored: AnchoredAnnotation) -> list[Anchor]:
    return [anchor for anchor in anchored.anchors if anchor.placed]


def _note(
    anchored: AnchoredAnnotation,
    number: int,
    visible: str,
    context: RenderContext,
    phrases: Phrases,
) -> EditionNote:
    annotation, words = anchored.annotation, context.words
    verdict = context.verdict(annotation.verdict)
    labels = (context.kind(annotation.kind).label, verdict.label if verdict else "")
    pairs = list(zip(annotation.targets, anchored.anchors, strict=True))
    across = phrases.across(annotation)
    return EditionNote(
        number=number,
        title=annotation.title,
        finding=" · ".join(label for label in labels if label),
        passages=tuple(
            visible[anchor.start : anchor.end] if anchor.placed else target.words
            for target, anchor in pairs
        ),
        missing=tuple(
            words["ambiguous" if anchor.status is Status.AMBIGUOUS else "lost"]
            for _, anchor in pairs
            if not anchor.placed
        ),
        body=annotation.body.strip(),
        sources=(
            *(_cited(one, phrases.source(one.source), words) for one in annotation.citations),
            *across.cited,
        ),
        facts=(*_facts(annotation, context, phrases.day), *across.citing),
    )


def _cited(citation: Citation, source: EditionSource, words: Words) -> EditionSource:
    """A source with what one note takes from it."""
    parts = (
        source.words,
        citation.locator,
        f"“{citation.quote}”" if citation.quote else "",
        f"{words['supports']} {citation.supports}" if citation.supports else "",
    )
    said = words["comma"].join(part for part in parts if part)
    told = f"{said} ({source.checks})" if source.checks else said
    return EditionSource(told, source.checks, source.addresses)


def _facts(
    annotation: Annotation, context: RenderContext, day: Callable[[str], str]
) -> Iterator[str]:
    words = context.words
    colon = words["colon"]
    if annotation.wanted:
        yield f"{words['wanted']}{colon}{annotation.wanted}"
    names = [
        context.contributors[id].name
        for id in annotation.contributors
        if id in context.contributors
    ]
    if names:
        yield f"{words['by']} {words['comma'].join(names)}"
    if annotation.created:
        yield f"{words['written']} {day(annotation.created)}"
    for revision in annotation.revisions:
        kind = words.get(f"revision-{revision.kind}", revision.kind)
        said = f"{day(revision.date)}{colon}{kind}{colon}{revision.summary}"
        yield f"{said} {words['before']} {revision.before}" if revision.before else said
