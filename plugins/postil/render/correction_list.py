"""The page of corrections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from postil.render.context import RenderContext
from postil.render.note_link import NoteLink
from postil.render.overview import Frame, Part, render_overview


@dataclass(frozen=True, slots=True)
class Corrected:
    """A note of kind correction: `finding` is how it begins, `date` (ISO 8601, `day` in words) when
    it was first published, or empty."""

    id: str
    note: NoteLink
    finding: str
    date: str
    day: str


def render_corrections(
    frame: Frame,
    parts: Sequence[tuple[Part, Sequence[Corrected]]],
    several: bool,
    context: RenderContext,
) -> str:
    """The page, or one sheet of it. `several` says whether notes must name their text, because the
    site has more than one."""
    number = sum(len(entries) for _, entries in parts)
    return render_overview("corrections.html", frame, number, context, parts=parts, several=several)
