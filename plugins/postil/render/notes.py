"""Groups of notes: those of a block, and those without a place."""

from __future__ import annotations

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

    def block(self, which: Iterable[int]) -> str:
        """The notes that stand after one block."""
        return self._render("notes.html", which)

    def unplaced(self, which: Iterable[int]) -> str:
        """The notes that have no place in the text, or nothing if there are none."""
        notes = sorted(which)
        return self._render("unplaced.html", notes) if notes else ""

    def _render(self, name: str, which: Iterable[int]) -> str:
        return template(name).render(
            notes=[self._view(note) for note in sorted(which)],
            words=self._context.words,
            language=self._context.language,
            text_language=self._context.text_language,
        )

    def _view(self, note: int) -> NoteView:
        anchored = self._annotations[note]
        return view_note(anchored, note + 1, self._ids[note], self._visible, self._context)
