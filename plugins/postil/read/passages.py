"""Citations of passages: what an annotation takes from another text of the site.

A citation names a text by its slug. Whether that text and its note are there is known when every
file was read (see `known_passages`); whether words are there, when the text is rendered.
"""

from __future__ import annotations

from collections.abc import Hashable

from postil.model.annotation import PassageCitation
from postil.model.target import Target
from postil.read.fields import Fields
from postil.read.targets import read_target
from postil.read.words import shown

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
