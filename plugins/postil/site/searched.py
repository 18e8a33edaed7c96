"""What a search reads of the page of a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape

from postil.model.annotation import Annotation
from postil.render.addresses import addresses
from postil.render.body import render_body
from postil.render.searched import searched
from postil.site.explain import Explained

_END_OF_HEAD = "</header>"


@dataclass(frozen=True, slots=True)
class SearchedNote:
    """A note as a search reads it: its id on the page of its text, the note, and a section with
    its title and what it says, as HTML."""

    id: str
    annotation: Annotation
    html: str


def searched_notes(explained: Explained) -> Iterator[SearchedNote]:
    """The notes of an explainer.

    Each one is a section under its own address, so that a search leads to it. Its sources and its
    passages are left out: they would give many notes for one word.
    """
    annotations = explained.explainer.annotations
    ids = addresses(annotations, explained.visible.ids)
    for address, one in zip(ids, annotations, strict=True):
        title = f'<h2 id="{escape(address.note)}">{escape(one.annotation.title)}</h2>'
        body = render_body(one.annotation.body)
        yield SearchedNote(address.note, one.annotation, f"<aside>{title}\n{body}</aside>\n")


def searched_explainer(page: str, explained: Explained, notes: str) -> str:
    """The head of an explainer's page, its text without marks, and its notes as HTML."""
    head, end, _ = page.partition(_END_OF_HEAD)
    return f"{searched(head + end)}\n{explained.html}\n{notes}"
