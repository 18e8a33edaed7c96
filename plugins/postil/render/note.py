"""A note, with everything that its template shows."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from postil.model.anchor import Anchor, Status
from postil.model.annotation import Annotation, Revision
from postil.model.explainer import AnchoredAnnotation
from postil.model.scale import Kind, Verdict
from postil.model.target import Target
from postil.render.addresses import Address
from postil.render.body import render_body
from postil.render.citation import CitationView, cite
from postil.render.context import RenderContext
from postil.render.dates import long_date
from postil.render.fragment import fragment_link
from postil.render.later import later
from postil.render.links import safe_link
from postil.render.visible import VisibleText
from postil.render.words import Words, count, say


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage as its note quotes it, with the way back to it.

    `changed` says that the words are no longer those that the note was written for, which are
    `original`.
    """

    words: str
    href: str
    back: str
    changed: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class MissingView:
    """A passage that has no place in the text: why, and its words as the note gives them."""

    why: str
    words: str


@dataclass(frozen=True, slots=True)
class ContributorView:
    """A name, and an address that may be linked, of another site if it is `foreign`."""

    name: str
    href: str
    foreign: bool = True


@dataclass(frozen=True, slots=True)
class RevisionView:
    """A change of the note."""

    date: str
    day: str
    kind: str
    summary: str
    before: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """What a note shows. `name` says which note it is, `level` is that of its heading. `cited` and
    `citing` stand for the passages that it cites and the notes that cite its own (see
    `postil.render.later`)."""

    number: int
    ids: Address
    name: str
    level: int
    annotation: Annotation
    kind: Kind
    verdict: Verdict | None
    tone: str
    title: str
    passages: tuple[PassageView, ...]
    missing: tuple[MissingView, ...]
    body: Markup
    sources: tuple[CitationView, ...]
    cited: tuple[Markup, ...]
    citing: Markup
    count: str
    wanted: str
    contributors: tuple[ContributorView, ...]
    created: str
    day: str
    revisions: tuple[RevisionView, ...]
    revised: str
    suggest: str
    problem: str
    page: str
    in_original: str


def view_note(
    anchored: AnchoredAnnotation,
    number: int,
    ids: Address,
    visible: VisibleText,
    context: RenderContext,
    level: int = 2,
) -> NoteView:
    """The note of an annotation. `number` counts from 1 in reading order, `level` is that of its
    heading."""
    annotation, words = anchored.annotation, context.words
    pairs = list(zip(annotation.targets, anchored.anchors, strict=True))
    alone = not any(anchor.placed for anchor in anchored.anchors)
    verdict = context.verdict(annotation.verdict)
    return NoteView(
        number=number,
        ids=ids,
        name=name_of(annotation, number, context),
        level=level,
        annotation=annotation,
        kind=context.kind(annotation.kind),
        verdict=verdict,
        tone=tone(verdict),
        title=annotation.title,
        passages=tuple(
            _passage(part, len(pairs), target, anchor, ids, visible, context)
            for part, (target, anchor) in enumerate(pairs)
            if anchor.placed
        ),
        missing=tuple(
            MissingView(words[_why(anchor, alone)], named(target, context))
            for target, anchor in pairs
            if not anchor.placed
        ),
        body=render_body(annotation.body),
        sources=tuple(cite(citation, context) for citation in annotation.citations),
        cited=tuple(
            later("cites", annotation.text, annotation.id, at)
            for at in range(len(annotation.cited_passages))
        ),
        citing=citing(annotation, context),
        count=count(
            words, "source-count", len(annotation.citations) + len(annotation.cited_passages)
        ),
        wanted=annotation.wanted,
        contributors=_contributors(annotation, context),
        created=annotation.created,
        day=long_date(annotation.created, words),
        revisions=tuple(_revision(one, context) for one in annotation.revisions),
        revised=_revised(annotation, words),
        suggest=safe_link(context.suggest(annotation.place)),
        problem=safe_link(
            context.problem(
                annotation.title, f"{context.page_url or annotation.text}#{annotation.id}"
            )
        ),
        page=context.note_address(annotation.id),
        in_original=_in_original(anchored, visible, context),
    )


def citing(annotation: Annotation, context: RenderContext) -> Markup:
    """What stands for the notes that cite the passage of a note; nothing where none can."""
    text, id = annotation.text, annotation.id
    return later("citing", text, id) if context.cited & {(text, id), (text, "")} else Markup("")


def name_of(annotation: Annotation, number: int, context: RenderContext) -> str:
    """What a note is called where only its name is heard: its number, kind and title."""
    kind = context.kind(annotation.kind)
    return say(
        context.words,
        "note",
        number=number,
        kind=kind.label,
        title=annotation.title,
    )


def tone(verdict: Verdict | None) -> str:
    """The class that gives a verdict its colour: by its rating, so that any scale has colours."""
    if verdict is None:
        return "postil-tone-none"
    if verdict.rating is not None:
        return f"postil-tone-{verdict.rating}"
    return "postil-tone-opinion" if verdict.id == "opinion" else "postil-tone-open"


def _passage(
    part: int,
    parts: int,
    target: Target,
    anchor: Anchor,
    ids: Address,
    visible: VisibleText,
    context: RenderContext,
) -> PassageView:
    words = context.words
    changed = original = ""
    if anchor.status is Status.CHANGED:
        changed = changed_words(anchor, words)
        original = named(target, context)
    return PassageView(
        words=visible.text[anchor.start : anchor.end],
        href=ids.references[part],
        back=say(words, "back-part", part=part + 1) if parts > 1 else words["back"],
        changed=changed,
        original=original,
    )


def _in_original(anchored: AnchoredAnnotation, visible: VisibleText, context: RenderContext) -> str:
    """The address of the first passage on the page where the text was published, or empty."""
    placed = next((anchor for anchor in anchored.anchors if anchor.placed), None)
    if placed is None:
        return ""
    return fragment_link(context.text_url, visible.text, placed.start, placed.end)


def changed_words(anchor: Anchor, words: Words) -> str:
    """That the words of a passage have changed, and how far."""
    # Rounded down: what has changed is never 100 % alike.
    return say(words, "changed", score=words.digits(min(int(anchor.score * 100), 99)))


def _why(anchor: Anchor, alone: bool) -> str:
    why = "ambiguous" if anchor.status is Status.AMBIGUOUS else "lost"
    return why if alone else f"{why}-part"


def named(target: Target, context: RenderContext) -> str:
    """The words of a passage as its note gives them, or the name of its section."""
    if target.quote is not None:
        return target.quote.exact
    return say(context.words, "section", section=target.section)


def _contributors(annotation: Annotation, context: RenderContext) -> tuple[ContributorView, ...]:
    views = []
    for id in annotation.contributors:
        known = context.contributors.get(id)
        entry = context.entry("contributor", id)
        href = entry or (safe_link(known.url) if known else "")
        views.append(ContributorView(known.name if known else id, href, not entry))
    return tuple(views)


def _revised(annotation: Annotation, words: Words) -> str:
    """What happened to a note since it was published, in a word: that it was corrected, whenever
    that was, or else what came last."""
    if not annotation.revisions:
        return ""
    kinds = [one.kind for one in sorted(annotation.revisions, key=lambda one: one.date)]
    kind = "correction" if "correction" in kinds else kinds[-1]
    return words.get(f"revised-{kind}", kind)


def _revision(revision: Revision, context: RenderContext) -> RevisionView:
    words = context.words
    return RevisionView(
        date=revision.date,
        day=long_date(revision.date, words),
        kind=words.get(f"revision-{revision.kind}", revision.kind),
        summary=revision.summary,
        before=revision.before,
    )
