"""A note in its text: what opens and closes, and what stands around it.

What stands around it is what marks name as their details. Chromium shows `comment` and
`doc-footnote` alike to screen readers, under a name of their own; the second belongs with the
`doc-noteref` of the numbers, and is in the standard that checkers know (DPUB-ARIA 1.0; `comment` is
ARIA 1.3). It is no `details`, which may have no other role, because what a closed one holds is in
no accessibility tree and could be nobody's details.

The heading is the address of the note. A search that knows pages by their headings finds the note
by it, and whoever follows the address finds the note open; the eye has the title in the line that
opens and closes.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from postil.render.inside import finding, passages, pill, tool
from postil.render.note import NoteView
from postil.render.words import Words


def frame(note: NoteView, words: Words, language: str, many: bool = False) -> str:
    """The note as HTML; `language` is that of its passages where it is not that of the page. It
    may be one of `many`."""
    return "\n".join(_frame(note, words, language, many))


def _frame(note: NoteView, words: Words, language: str, many: bool) -> Iterator[str]:
    annotation, kind, ids = note.annotation, note.kind, note.ids
    yield (
        f'<aside class="postil-comment" id="{escape(ids.comment)}" role="doc-footnote" '
        f'aria-label="{escape(note.name)}">'
    )
    id = escape(kind.id)
    yield (
        f'<details class="postil-note postil-kind-{id} postil-line-{escape(kind.line)}" '
        f'id="{escape(ids.frame)}" data-kind="{id}" '
        f'data-verdict="{escape(annotation.verdict or "none")}" '
        f'data-by="{escape(" ".join(annotation.contributors))}">'
    )
    title = words.isolate(note.title)
    revised = f' <span class="postil-revised">{escape(note.revised)}</span>' if note.revised else ""
    verdict = f" {pill(note.verdict, note.tone)}" if note.verdict else ""
    yield (
        '<summary class="postil-head" data-search-exclude>'
        f'<span class="postil-number">{note.number}</span> '
        f'<span class="postil-kind">{escape(kind.label)}</span> '
        f'<span class="postil-title">{title}</span>{revised}{verdict}</summary>'
    )
    yield '<div class="postil-content">'
    heading = f"h{note.level}"
    yield f'<{heading} class="postil-heading" id="{escape(ids.note)}">{title}</{heading}>'
    if note.passages or note.missing:
        yield passages(note, words, language)
    yield finding(note, words, folded=True, many=many)
    yield from _tools(note, words)
    yield "</div>\n</details>\n</aside>"


def _tools(note: NoteView, words: Words) -> Iterator[str]:
    if not (note.page or note.in_original):
        return
    said = words.html
    yield '<ul class="postil-tools" data-search-exclude>'
    if note.page:
        yield tool(note.page, said["permalink"], note, words)
        yield tool(f"{note.page}#cite", said["cite"], note, words)
    if note.in_original:
        yield tool(note.in_original, said["in-original"], note, words)
    yield "</ul>"
