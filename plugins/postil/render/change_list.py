"""The page of changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from postil.render.context import RenderContext
from postil.render.note_link import NoteLink, TextLink
from postil.render.overview import Frame, Part, render_overview


@dataclass(frozen=True, slots=True)
class Fate:
    """Some words of a note, and what became of them: `same`, `removed` or `added`."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Revised:
    """A revision of a note: `kind` is its kind, `label` that in words. `fates` sets what the note
    said before and after side by side; where that cannot be told, it is empty, and `before` is
    what is on record."""

    id: str
    note: NoteLink
    date: str
    day: str
    kind: str
    label: str
    summary: str
    before: str
    fates: tuple[Fate, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """The notes of one text that were first published on one day, each with the id of its entry,
    and their number in words."""

    text: TextLink
    date: str
    day: str
    count: str
    notes: tuple[tuple[str, NoteLink], ...]


def render_changes(
    frame: Frame,
    parts: Sequence[tuple[Part, Sequence[Revised | Published]]],
    quiet: bool,
    several: bool,
    context: RenderContext,
) -> str:
    """The page, or one sheet of it. `quiet` says that no published note has been revised,
    `several` that notes must name their text, because the site has more than one."""
    marked = [
        (part, [(isinstance(one, Revised), one) for one in entries]) for part, entries in parts
    ]
    number = sum(len(entries) for _, entries in parts)
    return render_overview(
        "changes.html", frame, number, context, parts=marked, quiet=quiet, several=several
    )
