"""The page of one note: its passage, what the evidence shows, and how to cite it.

There are twenty for each text, so it is written without a template (see `inside`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import escape

from postil.model.explainer import AnchoredAnnotation, Explainer
from postil.model.text import Provenance
from postil.render.addresses import Address
from postil.render.context import RenderContext
from postil.render.fragment import fragment_link
from postil.render.header import kind_of_text
from postil.render.inside import finding, passages, pill
from postil.render.note import NoteView, view_note
from postil.render.surroundings import surroundings
from postil.render.visible import VisibleText
from postil.render.words import Words


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
    note = view_note(anchored, number, ids, visible, context)
    words, said = context.words, context.words.html
    return "\n".join(
        [
            f'<article data-postil class="postil-page postil-text {_look(note)}" '
            f'lang="{escape(context.language)}" dir="{said["direction"]}">',
            *_head(note, place.text, words),
            *_quoted(note, explainer.text.provenance, anchored, visible, place.in_text, words),
            '<div class="postil-notes postil-alone">\n<div class="postil-note">',
            finding(note, words),
            "</div>\n</div>",
            *_cite(quotables, said["cite"]),
            *_siblings(place, words),
            "</article>",
        ]
    )


def _look(note: NoteView) -> str:
    return f"postil-kind-{escape(note.kind.id)} postil-line-{escape(note.kind.line)}"


def _head(note: NoteView, text: Neighbour, words: Words) -> Iterator[str]:
    yield '<header class="postil-header">'
    kind = f'<span class="postil-sample">{escape(note.kind.label)}</span>'
    yield f'<p class="postil-kicker">{kind} · {_link(text, words)}</p>'
    yield f"<h1>{words.isolate(note.title)}</h1>"
    rating = []
    if note.verdict:
        rating.append(str(pill(note.verdict, note.tone)))
        if note.verdict.meaning:
            rating.append(f" {escape(note.verdict.meaning)}")
    if note.revised:
        rating.append(f' <a class="postil-revised" href="#history">{escape(note.revised)}</a>')
    if rating:
        yield f'<p class="postil-rating">{"".join(rating)}</p>'
    yield "</header>"


def _quoted(
    note: NoteView,
    provenance: Provenance,
    anchored: AnchoredAnnotation,
    visible: VisibleText,
    in_text: str,
    words: Words,
) -> Iterator[str]:
    """The passages as they stand in the text, or what the note says of those without a place."""
    said, language = words.html, provenance.language
    placed = [anchor for anchor in anchored.anchors if anchor.placed]
    if not placed:
        yield passages(note, words, language)
        return
    examined = " data-nosnippet" if provenance.relation == "examined" else ""
    spoken = f' lang="{escape(language)}"' if language else ""
    mark = f'<mark class="postil-mark {_look(note)}">'
    where = f"{escape(kind_of_text(provenance, words))}{said['stop']}"
    where += f'<a href="{escape(in_text)}">{said["in-text"]}</a>'
    original = ""
    if href := fragment_link(provenance.url, visible.text, placed[0].start, placed[0].end):
        away = f'href="{escape(href)}" rel="nofollow noopener noreferrer"'
        original = f" · <a {away}>{said['in-original']}</a>"
    for anchor in placed:
        passage = surroundings(visible, anchor.start, anchor.end)
        quoted = f"{mark}{escape(passage.words)}</mark>{escape(passage.after)}"
        yield f'<figure class="postil-quoted"{examined}>'
        yield (
            f'<blockquote{spoken} dir="{escape(provenance.direction or "auto")}">'
            f"<p>{escape(passage.before)}{quoted}</p></blockquote>"
        )
        yield f"<figcaption>{where}{original}</figcaption>"
        yield "</figure>"
        # It leads to the first of them.
        original = ""


def _cite(quotables: Iterable[Quotable], heading: str) -> Iterator[str]:
    yield f'<section class="postil-cite" id="cite">\n<h2>{heading}</h2>'
    for one in quotables:
        yield f"<h3>{escape(one.label)}</h3>"
        yield f'<pre dir="auto" tabindex="0"><code>{escape(one.text)}</code></pre>'
    yield "</section>"


def _siblings(place: NotePlace, words: Words) -> Iterator[str]:
    said = words.html
    yield f'<nav class="postil-siblings" aria-label="{said["siblings"]}">'
    for rel, name, one in (
        ("prev", said["previous-note"], place.previous),
        ("next", said["next-note"], place.next),
    ):
        if one:
            title = f"<span>{name}</span> {words.isolate(one.title)}"
            yield f'<a rel="{rel}" href="{escape(one.href)}">{title}</a>'
    yield "</nav>"


def _link(one: Neighbour, words: Words) -> str:
    return f'<a href="{escape(one.href)}">{words.isolate(one.title)}</a>'
