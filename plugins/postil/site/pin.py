"""The hash of a text's words: are they still those that its annotations were written for?"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence

from postil.model.anchor import Status
from postil.model.diagnostic import Diagnostic
from postil.model.explainer import AnchoredAnnotation
from postil.model.text import Text

_WORST_FIRST = (Status.LOST, Status.AMBIGUOUS, Status.CHANGED)


def hash_of(visible: str) -> str:
    """The SHA-256 of a visible text, as 64 hexadecimal digits.

    What is hashed is the text in normal form C, each run of white space in it made one space and
    none at its ends, in UTF-8. So it depends on the words alone: not on how the Markdown breaks
    its lines, and not on whether a renderer ends a block with one line feed or two.
    """
    words = " ".join(unicodedata.normalize("NFC", visible).split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def diagnose_pin(
    text: Text, visible: str, annotations: Sequence[AnchoredAnnotation]
) -> tuple[Diagnostic, ...]:
    """The diagnostic of a text whose words are no longer those that were pinned.

    It names each annotation that does not stand on its exact words any more, the worst first, and
    counts the others: what stands around them may have changed.
    """
    pinned = text.provenance.sha256
    if not pinned or pinned == hash_of(visible):
        return ()
    message = f"the words of the text are no longer those that were pinned: {_touched(annotations)}"
    hint = f"read its annotations again, then run “postil pin {text.slug}”"
    return (Diagnostic("text-changed", message, text.pinned_at or text.place, hint),)


def _touched(annotations: Sequence[AnchoredAnnotation]) -> str:
    if not annotations:
        return "it has no annotations"
    moved = sorted(
        (one for one in annotations if one.status is not Status.EXACT),
        key=lambda one: _WORST_FIRST.index(one.status),
    )
    exact = len(annotations) - len(moved)
    if not moved:
        return f"the exact words of each annotation ({exact}) are still there"
    named = ", ".join(f"“{one.annotation.id}” ({one.status.value})" for one in moved)
    return f"touched are {named}; with exact words: {exact} of {len(annotations)}"
