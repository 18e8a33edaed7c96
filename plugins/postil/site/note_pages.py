"""The pages of single notes, and what is said of them in the head of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from postil.model.contributor import Contributor
from postil.model.library import Library
from postil.publish.cite import NoteReference, as_bibtex, as_csl, as_plain
from postil.publish.claim_review import claim_review
from postil.publish.correction_comment import corrected_work
from postil.publish.script import json_ld
from postil.render.addresses import Address
from postil.render.context import RenderContext
from postil.render.dates import long_date
from postil.render.head import Card, render_card, shortened
from postil.render.note_page import (
    Neighbour,
    NotePlace,
    Quotable,
    render_note_page,
)
from postil.site.explain import Explained
from postil.site.versions import plain


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What the pages need to know of the site around them."""

    name: str
    language: str = "en"
    description: str = ""


@dataclass(frozen=True, slots=True)
class NotePage:
    """The page of a note: its content, its description, and more for its head."""

    content: str
    description: str
    head: str


def note_page(
    explained: Explained,
    number: int,
    ids: Address,
    library: Library,
    facts: SiteFacts,
    context: RenderContext,
    href: Callable[[str], str],
    address: str,
    publisher: Mapping[str, Any] | None = None,
) -> NotePage:
    """The page of note `number` (from 1); `ids` are those of the note on the page of its text.

    `href` gives the address of another note's page as seen from this one, and of the explainer
    for an empty id; `address` is that of this page, absolute where the site knows its own.
    `publisher` is that of the site (see `postil.publish.publisher`).
    """
    explainer = explained.explainer
    anchored = explainer.annotations[number - 1]
    annotation, text = anchored.annotation, explainer.text
    contributors = _contributors(annotation.contributors, library)
    reference = NoteReference(annotation, text, contributors, facts.name, address)
    words = context.words
    place = NotePlace(
        text=Neighbour(text.title, href("")),
        in_text=f"{href('')}#{annotation.id}",
        previous=_neighbour(explained, number - 1, href),
        next=_neighbour(explained, number + 1, href),
    )
    quotables = (
        Quotable(words["cite-plain"], as_plain(reference, long_date(annotation.created, words))),
        Quotable("BibTeX", as_bibtex(reference)),
        Quotable("CSL-JSON", as_csl(reference)),
    )
    description = shortened(plain(annotation.body))
    card = Card(annotation.title, description, facts.name, address, facts.language)
    return NotePage(
        content=render_note_page(
            explainer, number, ids, explained.visible, place, quotables, context
        ),
        description=description,
        head=render_card(card)
        + _review(explained, number, contributors, address, context, publisher),
    )


def explainer_head(explained: Explained, facts: SiteFacts, address: str) -> str:
    """The social card of an explainer: its title and deck, never a claim of its text."""
    text = explained.explainer.text
    return render_card(
        Card(text.title, shortened(text.description), facts.name, address, facts.language)
    )


def _review(
    explained: Explained,
    number: int,
    contributors: tuple[Contributor, ...],
    address: str,
    context: RenderContext,
    publisher: Mapping[str, Any] | None,
) -> str:
    anchored = explained.explainer.annotations[number - 1]
    placed = next((anchor for anchor in anchored.anchors if anchor.placed), None)
    data = None
    if placed is not None:
        data = claim_review(
            anchored.annotation,
            explained.visible.text[placed.start : placed.end],
            explained.explainer.text.provenance,
            contributors,
            address,
            context.settings,
            publisher,
        )
    # What was corrected is said of a note that rates nothing, too.
    data = data or corrected_work(anchored.annotation, address, publisher)
    return json_ld(data) if data else ""


def _neighbour(explained: Explained, number: int, href: Callable[[str], str]) -> Neighbour | None:
    notes = explained.explainer.annotations
    if not 1 <= number <= len(notes):
        return None
    annotation = notes[number - 1].annotation
    return Neighbour(annotation.title, href(annotation.id))


def _contributors(ids: tuple[str, ...], library: Library) -> tuple[Contributor, ...]:
    return tuple(library.contributors[id] for id in ids if id in library.contributors)
