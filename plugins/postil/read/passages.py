"""Citations of passages: what an annotation takes from another text of the site.

A citation names a text by its slug. Whether that text and its note are there is known when every
file was read; whether words are there, when the text is rendered.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass, replace

from postil.model.annotation import Annotation, PassageCitation
from postil.model.diagnostic import Diagnostic
from postil.model.target import Target
from postil.read.fields import Fields
from postil.read.targets import read_target
from postil.read.words import meant, shown


@dataclass(frozen=True, slots=True)
class Cited:
    """What citations of passages can name: the annotations by the slugs of their texts.

    `unread` are texts that are there and could not be read, `partly` those of whose annotations
    some were left out: nobody knows what stands there, so that nothing of it is missed.
    """

    annotations: Mapping[str, tuple[Annotation, ...]]
    unread: Collection[str] = ()
    partly: Collection[str] = ()


_BESIDE = {
    "source": "a citation is of a source or of a passage: make two of it",
    "quote": "leave it out: a passage is quoted from its text",
}


def read_passage(item: Fields) -> PassageCitation | None:
    """The citation of a passage; None where it does not say in one way what it cites."""
    name = item.word("passage")
    text, note = (part.strip() for part in name.partition("#")[::2])
    node = item.get("target")
    target = read_target(item.document, node, item.problems) if node else None
    if not item.required("passage", name, "say which text the words of “target” are from"):
        return None
    wrong = next((key for key in _BESIDE if key in item.entries), "")
    if wrong or (node and note):
        message = f"{shown(wrong or 'target')} stands beside “passage: {name}”"
        hint = _BESIDE.get(wrong, "name the note, or the words of its text")
        item.report("citation-form", message, item.key_place(wrong or "target"), hint)
        return None
    if not node and (not text or not note):
        item.report(
            "citation-form",
            f"{shown(name)} names no passage",
            item.place("passage"),
            "write the slug of the text, # and the id of a note, or give the words as “target”",
        )
        return None
    if node and not target:
        return None
    words = (item.text(key) for key in ("locator", "supports"))
    return PassageCitation(text, item.place("passage"), note, target, *words)


def passage_key(citation: PassageCitation) -> Hashable:
    """What a citation names, wherever it stands in its file."""
    return (citation.name, _words(citation.target))


def _words(target: Target | None) -> Hashable:
    return target and (target.quote, target.section, _words(target.within))


def with_known_passages(
    annotation: Annotation, cited: Cited, problems: list[Diagnostic]
) -> Annotation:
    """The annotation with those of its citations whose text and note are there; of a note that is
    published, whose note is published too."""
    if not annotation.cited_passages:
        return annotation
    kept: list[PassageCitation] = []
    for one in annotation.cited_passages:
        faults = _faults(one, annotation, cited)
        if faults is None:
            kept.append(one)
        else:
            problems.extend(faults)
    return replace(annotation, cited_passages=tuple(kept))


def _faults(
    citation: PassageCitation, annotation: Annotation, cited: Cited
) -> list[Diagnostic] | None:
    """Why a citation is left out, empty where that was said elsewhere; None where it is right."""
    text, note, place = citation.text, citation.note, citation.place
    if text not in cited.annotations:
        message, hint = f"there is no text {shown(text)}", _meant_text(citation, cited.annotations)
        excused = text in cited.unread
        return [] if excused else [Diagnostic("passage-unknown", message, place, hint)]
    if not note:
        return None
    if (text, note) == (annotation.text, annotation.id):
        message = f"the annotation {shown(note)} cites its own passage"
        return [Diagnostic("citation-form", message, place, "leave it out")]
    notes = {one.id: one for one in cited.annotations[text]}
    if note not in notes:
        message = f"the text {shown(text)} has no annotation {shown(note)}"
        excused = text in cited.partly
        return (
            [] if excused else [Diagnostic("passage-unknown", message, place, meant(note, notes))]
        )
    if notes[note].draft and not annotation.draft:
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
