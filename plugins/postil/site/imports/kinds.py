"""The kind and the verdict of a note of another program, in the words of this site."""

from __future__ import annotations

from postil.model.settings import Settings
from postil.read.foreign.values import ForeignNote, Remark
from postil.read.forms import id_from
from postil.read.words import meant

_KINDS = {
    "editing": "correction",
    "linking": "source",
    "bookmarking": "source",
    "identifying": "source",
}
"""Kinds by the motivation that a note was written for; all others are context.
https://www.w3.org/TR/annotation-model/#motivation-and-purpose"""


def kind_of(note: ForeignNote, settings: Settings, wished: str, remarks: list[Remark]) -> str:
    """The kind that is `wished`, else the note's own, else one that it is tagged with, else the
    one for what it was written for."""
    kinds = [kind.id for kind in settings.kinds]
    written = id_from(note.kind)
    if wished or written in kinds:
        return wished or written
    if written:
        why = f"no kind of this site; {meant(written, kinds)}"
        remarks.append(Remark("kind", note.kind, why))
    wanted = [id_from(tag) for tag in note.tags]
    wanted += [_KINDS.get(use, "") for use in note.uses]
    return next((kind for kind in wanted if kind in kinds), kinds[0])


def verdict_of(note: ForeignNote, settings: Settings, remarks: list[Remark]) -> str:
    """The note's verdict, else one that it is tagged with; empty where there is none."""
    verdicts = [verdict.id for verdict in settings.verdicts]
    written = id_from(note.verdict)
    if written and written not in verdicts:
        why = f"no verdict of this site; {meant(written, verdicts)}"
        remarks.append(Remark("verdict", note.verdict, why))
    wanted = [written, *map(id_from, note.tags)]
    return next((verdict for verdict in wanted if verdict in verdicts), "")
