"""The page of one note: its passage, what the evidence shows, and how to cite it."""

from __future__ import annotations

from dataclasses import dataclass

from postil.model.explainer import Explainer
from postil.render.addresses import Address
from postil.render.context import RenderContext
from postil.render.fragment import fragment_link
from postil.render.header import kind_of_text
from postil.render.note import view_note
from postil.render.surroundings import surroundings
from postil.render.templates import template
from postil.render.visible import VisibleText


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another page, as seen from this one."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class NotePlace:
    """Where the page of a note stands: the note in its text, and the notes beside it."""

    text: Neighbour
    in_text: str
    previous: Neighbour | None = None
    next: Neighbour | None = None


@dataclass(frozen=True, slots=True)
class Quotable:
    """One form in which a note can be cited."""

    label: str
    text: str


def render_note_page(
    explainer: Explainer,
    number: int,
    ids: Address,
    visible: VisibleText,
    place: NotePlace,
    quotables: tuple[Quotable, ...],
    context: RenderContext,
) -> str:
    """The content of the page of note `number` (from 1) of `explainer`, with its `h1`; `ids` are
    those of the note."""
    anchored = explainer.annotations[number - 1]
    provenance = explainer.text.provenance
    placed = [anchor for anchor in anchored.anchors if anchor.placed]
    return template("note_page.html").render(
        note=view_note(anchored, number, ids, visible, context),
        passages=[surroundings(visible, anchor.start, anchor.end) for anchor in placed],
        fragment=fragment_link(provenance.url, visible.text, placed[0].start, placed[0].end)
        if placed
        else "",
        examined=provenance.relation == "examined",
        kind_of_text=kind_of_text(provenance, context.words),
        text_language=provenance.language,
        text_direction=provenance.direction,
        place=place,
        quotables=quotables,
        words=context.words,
        language=context.language,
    )
