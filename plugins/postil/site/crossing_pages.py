"""What the pages of a site say of its other texts, when each of them is known."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from postil.model.anchor import Status
from postil.model.annotation import Annotation, PassageCitation
from postil.render.context import RenderContext
from postil.render.crossing import (
    CitedView,
    QuotedView,
    refer_to_text,
    render_cited,
    render_citing,
    render_quoted,
)
from postil.render.fragment import fragment
from postil.render.head import shortened
from postil.render.header import kind_of_text
from postil.render.later import filled_in
from postil.render.note import changed_words, name_of, named
from postil.render.note_link import NoteLink
from postil.site.crossing import crossing_of, note_of
from postil.site.explain import CitedPassage, Explained
from postil.site.overviews.places import Places
from postil.site.whole import Whole

_WORDS = 240
"""Characters of a passage that a citation quotes."""


def with_crossing(html: str, whole: Whole, here: str) -> str:
    """The page `html`, whose uri is `here`, with what it says of other texts."""
    return filled_in(html, partial(_made, Places(whole, here, whole.context), whole))


def cited_view(
    annotation: Annotation, citation: PassageCitation, places: Places, whole: Whole
) -> CitedView | None:
    """A passage as a note cites it; None where its text has no page."""
    found = crossing_of(whole).found.get((annotation.text, annotation.id, citation))
    if found is None:
        return None
    explained, passage = found
    context, text = whole.context, explained.explainer.text
    link = places.text(text.slug)
    notice, written = _notice(passage, context)
    number = note_of(passage, explained)
    href, note = _where(explained, passage, link.href), ""
    if number:
        there = places.note(text.slug, number)
        href = there.href if citation.note else there.passage_href
        note = name_of(explained.explainer.annotations[number - 1].annotation, number, context)
    return CitedView(
        reference=refer_to_text(text, href, context),
        href=href,
        kind_of_text=kind_of_text(text.provenance, context.words),
        said=said_there(explained, passage, context),
        language=link.language,
        examined=link.examined,
        notice=notice,
        written=written,
        note=note,
        locator=citation.locator,
        supports=citation.supports,
    )


def cited_by(
    annotation: Annotation, whole: Whole
) -> Iterator[tuple[PassageCitation, tuple[str, ...]]]:
    """The passages that a note cites, each with its words as they stand in its text."""
    for citation in annotation.cited_passages:
        found = crossing_of(whole).found.get((annotation.text, annotation.id, citation))
        if found is not None:
            yield citation, said_there(*found, whole.context)


def said_there(
    explained: Explained, passage: CitedPassage, context: RenderContext
) -> tuple[str, ...]:
    """The words of a cited passage as they stand in its text, or as the citation has them where
    they have no place."""
    visible = explained.visible.text
    placed = [visible[one.start : one.end] for one in passage.anchors if one.placed]
    if not placed and passage.citation.target:
        placed = [named(passage.citation.target, context)]
    return tuple(shortened(" ".join(words.split()), _WORDS) for words in placed)


def _where(explained: Explained, passage: CitedPassage, page: str) -> str:
    """The address of words that no note of their text is about."""
    first = passage.anchors[0]
    if not first.placed:
        return page
    return f"{page}#{fragment(explained.visible.text, first.start, first.end)}"


def _notice(passage: CitedPassage, context: RenderContext) -> tuple[str, str]:
    """What is wrong with words that a citation names, and what it has; a note whose passage is
    cited says that itself."""
    target, anchor = passage.citation.target, passage.anchors[0]
    if target is None or anchor.status is Status.EXACT:
        return "", ""
    if anchor.status is Status.CHANGED:
        return changed_words(anchor, context.words), named(target, context)
    return context.words["ambiguous" if anchor.status is Status.AMBIGUOUS else "lost"], ""


def citing_notes(annotation: Annotation, places: Places, whole: Whole) -> list[NoteLink]:
    """The notes that cite the passage of a note."""
    crossing = crossing_of(whole)
    number = crossing.numbers.get((annotation.text, annotation.id), 0)
    return [places.note(*one) for one in crossing.citing.get((annotation.text, number), ())]


def _made(places: Places, whole: Whole, what: str, slug: str, id: str, at: int) -> str | None:
    explained, context = whole.by_slug.get(slug), whole.context
    if explained is None:
        return None
    if what == "quoted":
        return render_quoted(_quoted(explained, places, whole), context)
    number = crossing_of(whole).numbers.get((slug, id))
    if number is None:
        return None
    note = explained.explainer.annotations[number - 1].annotation
    if what == "citing":
        return render_citing(citing_notes(note, places, whole), context)
    if at >= len(note.cited_passages):
        return None
    view = cited_view(note, note.cited_passages[at], places, whole)
    return None if view is None else render_cited(view, context)


def _quoted(explained: Explained, places: Places, whole: Whole) -> list[QuotedView]:
    """The passages of a text that notes cite and none of its own is about, in its order."""
    slug, context = explained.explainer.text.slug, whole.context
    link = places.text(slug)
    by_range: dict[tuple[int, int], list[tuple[CitedPassage, tuple[str, int]]]] = {}
    for passage, by in crossing_of(whole).quoted.get(slug, ()):
        first = passage.anchors[0]
        by_range.setdefault((first.start, first.end), []).append((passage, by))
    return [
        QuotedView(
            said_there(explained, some[0][0], context)[0],
            _where(explained, some[0][0], link.href),
            link.language,
            tuple(places.note(*by) for by in dict.fromkeys(by for _, by in some)),
        )
        for _, some in sorted(by_range.items())
    ]
