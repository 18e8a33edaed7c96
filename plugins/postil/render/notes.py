"""Groups of notes: those of a block, and those without a place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from postil.model.explainer import AnchoredAnnotation
from postil.render.addresses import Address
from postil.render.context import RenderContext
from postil.render.note import NoteView, view_note
from postil.render.templates import template
from postil.render.visible import VisibleText


class Notes:
    """Writes the notes of one page. Notes are named by their index among `annotations`."""

    def __init__(
        self,
        annotations: Sequence[AnchoredAnnotation],
        ids: Sequence[Address],
        visible: VisibleText,
        context: RenderContext,
    ) -> None:
        self._annotations = annotations
        self._ids = ids
        self._visible = visible
        self._context = context
        self._headings = [heading.start for heading in visible.headings]

    def block(self, which: Iterable[int]) -> str:
        """The notes that stand after one block."""
        return self._render("notes.html", [self._view(note) for note in sorted(which)])

    def unplaced(self, which: Iterable[int]) -> str:
        """The notes that have no place in the text, or nothing if there are none."""
        notes = [self._view(note) for note in sorted(which)]
        return self._render("unplaced.html", notes) if notes else ""

    def _render(self, name: str, notes: Sequence[NoteView]) -> str:
        return template(name).render(
            notes=notes,
            words=self._context.words,
            language=self._context.language,
            text_language=self._context.text_language,
        )

    def _view(self, note: int) -> NoteView:
        anchored = self._annotations[note]
        return view_note(
            anchored, note + 1, self._ids[note], self._visible, self._context, self._level(anchored)
        )

    def _level(self, anchored: AnchoredAnnotation) -> int:
        """The level of a note's heading: one below that of the section it stands in, so that the
        outline of the page has no gap. Without a place it stands below a heading of its own."""
        if anchored.start < 0:
            return 3
        section = bisect_right(self._headings, anchored.start) - 1
        return min(self._visible.headings[section].level + 1, 6) if section >= 0 else 2
