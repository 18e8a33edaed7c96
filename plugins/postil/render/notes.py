"""Groups of notes: those of a block, and those without a place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from markupsafe import escape

from postil.model.explainer import AnchoredAnnotation
from postil.render.addresses import Address
from postil.render.context import RenderContext
from postil.render.frame import frame
from postil.render.note import NoteView, view_note
from postil.render.visible import VisibleText

# With more notes, what folds within a note that folds costs more than it is worth: Material listens
# three times for each, and browsers look through all listeners for every new one.
_MANY = 1000


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
        return self._group("postil-notes", "", which)

    def unplaced(self, which: Sequence[int]) -> str:
        """The notes that have no place in the text, or nothing if there are none."""
        if not which:
            return ""
        words = self._context.words.html
        heading = f'<h2 class="postil-unplaced-title">{words["unplaced"]}</h2>\n'
        lead = f"{heading}<p>{words['unplaced-about']}</p>\n"
        return self._group("postil-notes postil-unplaced", lead, which)

    def _group(self, name: str, lead: str, which: Iterable[int]) -> str:
        context = self._context
        direction = context.words.html["direction"]
        start = (
            f'<div data-postil class="{name}" lang="{escape(context.language)}" dir="{direction}">'
        )
        # What is in the language of the page need not say so.
        own = context.text_language == context.language
        language = "" if own else context.text_language
        many = len(self._annotations) > _MANY
        notes = [frame(self._view(note), context.words, language, many) for note in sorted(which)]
        return "\n".join([start, f"{lead}{notes[0]}", *notes[1:], "</div>"])

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
