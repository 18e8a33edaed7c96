"""What an edition of an explainer in plain characters has: its head, and its notes in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postil.model.anchor import Anchor, Status
from postil.model.annotation import Annotation, Citation
from postil.model.explainer import AnchoredAnnotation, Explainer
from postil.model.target import Target
from postil.publish.iri import web_uri
from postil.render.citation import cite
from postil.render.context import RenderContext
from postil.render.dates import long_date
from postil.render.header import kind_of_text, origin
from postil.render.words import say


@dataclass(frozen=True, slots=True)
class Line:
    """Words, and an address after them, or nothing."""

    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class EditionSource:
    """A source in words, and each of its addresses, with words that say which one it is."""

    words: str
    addresses: tuple[Line, ...]


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


def edition_note(
    anchored: AnchoredAnnotation, number: int, visible: str, context: RenderContext
) -> EditionNote:
    """The note of that number; `visible` is the text as its readers see it."""
    annotation, words = anchored.annotation, context.words
    verdict = context.verdict(annotation.verdict)
    labels = (context.kind(annotation.kind).label, verdict.label if verdict else "")
    pairs = list(zip(annotation.targets, anchored.anchors, strict=True))
    return EditionNote(
        number=number,
        title=annotation.title,
        finding=" · ".join(label for label in labels if label),
        passages=tuple(
            visible[anchor.start : anchor.end] if anchor.placed else _named(target)
            for target, anchor in pairs
        ),
        missing=tuple(
            words["ambiguous" if anchor.status is Status.AMBIGUOUS else "lost"]
            for _, anchor in pairs
            if not anchor.placed
        ),
        body=annotation.body.strip(),
        sources=tuple(_source(citation, context) for citation in annotation.citations),
        facts=tuple(_facts(annotation, context)),
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


def _named(target: Target) -> str:
    return target.quote.exact if target.quote else target.section


def _source(citation: Citation, context: RenderContext) -> EditionSource:
    view, words = cite(citation, context), context.words
    parts = [view.reference.striptags(), view.locator]
    if view.quote:
        parts.append(f"“{view.quote}”")
    if view.supports:
        parts.append(f"{words['supports']} {view.supports}")
    said = words["comma"].join(part for part in parts if part)
    checks = words["comma"].join(view.checks)
    addresses = (
        Line("", web_uri(view.href)),
        Line(f"{view.archive_words}{words['colon']}", web_uri(view.archive)),
    )
    return EditionSource(
        f"{said} ({checks})" if checks else said,
        tuple(line for line in addresses if line.address),
    )


def _facts(annotation: Annotation, context: RenderContext) -> Iterator[str]:
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
        yield f"{words['written']} {long_date(annotation.created, words)}"
    for revision in annotation.revisions:
        kind = words.get(f"revision-{revision.kind}", revision.kind)
        said = f"{long_date(revision.date, words)}{colon}{kind}{colon}{revision.summary}"
        yield f"{said} {words['before']} {revision.before}" if revision.before else said
