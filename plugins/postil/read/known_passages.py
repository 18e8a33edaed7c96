"""Citations of passages, once all is read: are the texts and notes there that they name?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from postil.model.annotation import Annotation, PassageCitation
from postil.model.diagnostic import Diagnostic
from postil.read.words import meant, shown


class Named(Protocol):
    """What a citation of a note must know of it: an annotation is one."""

    @property
    def id(self) -> str:
        """Its name in its text."""

    @property
    def draft(self) -> bool:
        """Whether it is not published."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What citations of passages can name: the annotations by the slugs of their texts.

    `unread` are texts that are there and could not be read, `partly` those of whose annotations
    some were left out: nobody knows what stands there, so that nothing of it is missed.
    """

    annotations: Mapping[str, Sequence[Named]]
    unread: Collection[str] = ()
    partly: Collection[str] = ()


def with_known_passages(
    annotation: Annotation, cited: Cited, problems: list[Diagnostic]
) -> Annotation:
    """The annotation with those of its citations whose text and note are there; of a note that is
    published, whose note is published too."""
    written = annotation.cited_passages
    if not written:
        return annotation
    known = known_passages(written, annotation.text, annotation, cited, problems)
    return replace(annotation, cited_passages=known)


def known_passages(
    written: Iterable[PassageCitation],
    text: str,
    by: Named,
    cited: Cited,
    problems: list[Diagnostic],
) -> tuple[PassageCitation, ...]:
    """Those of the citations of a note, one of the `text`, that it keeps."""
    kept: list[PassageCitation] = []
    for one in written:
        faults = _faults(one, text, by, cited)
        if faults is None:
            kept.append(one)
        else:
            problems.extend(faults)
    return tuple(kept)


def _faults(citation: PassageCitation, of: str, by: Named, cited: Cited) -> list[Diagnostic] | None:
    """Why a citation is left out, empty where that was said elsewhere; None where it is right."""
    text, note, place = citation.text, citation.note, citation.place
    if text not in cited.annotations:
        message, hint = f"there is no text {shown(text)}", _meant_text(citation, cited.annotations)
        excused = text in cited.unread
        return [] if excused else [Diagnostic("passage-unknown", message, place, hint)]
    if not note:
        return None
    if (text, note) == (of, by.id):
        message = f"the annotation {shown(note)} cites its own passage"
        return [Diagnostic("citation-form", message, place, "leave it out")]
    notes = {one.id: one for one in cited.annotations[text]}
    if note not in notes:
        message = f"the text {shown(text)} has no annotation {shown(note)}"
        excused = text in cited.partly
        return (
            [] if excused else [Diagnostic("passage-unknown", message, place, meant(note, notes))]
        )
    if notes[note].draft and not by.draft:
        message = f"{shown(citation.name)} is a draft, and the annotation that cites it is not"
        hint = "publish that one first, or cite the words of its text by “target”"
        return [Diagnostic("passage-draft", message, place, hint)]
    return None


def _meant_text(citation: PassageCitation, texts: Collection[str]) -> str:
    """The hint for a text that is not there: addresses are often copied whole."""
    last = citation.text.rstrip("/").rpartition("/")[2]
    if last in texts:
        return f"did you mean {shown(replace(citation, text=last).name)}?"
    return meant(last or citation.text, texts)
