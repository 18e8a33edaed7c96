"""How messages show what was written, and find what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from postil.read import limits

_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Signs for terminals, marks that turn the direction of the rest of a message, and halves of
characters, which JSON can hold and no output can."""

_SIMILAR = 65.0
"""How much of two words must agree, of 100, for one to be offered for the other: `corection`
finds `correction`, `no` finds nothing."""


def shown(written: str) -> str:
    """What was written, in quotation marks, on one line and shortened; � for what has no sign."""
    line = " ".join(_UNSEEN.sub("\ufffd", written).split())
    if len(line) > limits.SHOWN:
        line = line[: limits.SHOWN - 1].rstrip() + "…"
    return f"“{line}”"


def quoted(written: str) -> str:
    """A value in the quotation marks that YAML wants around it, shortened."""
    written = _UNSEEN.sub("\ufffd", written)
    if len(written) > limits.SHOWN:
        written = written[: limits.SHOWN // 2].rstrip() + " …"
    if '"' not in written and "\\" not in written:
        return f'"{written}"'
    return "'" + written.replace("'", "''") + "'"


def listed(words: Iterable[str], joint: str = "or") -> str:
    """Words as a sentence lists them: a, b or c."""
    *head, last = words
    return f"{', '.join(head)} {joint} {last}" if head else last


def nearest(written: str, words: Iterable[str], similar: float = _SIMILAR) -> str | None:
    """The word that was probably meant, or None. Capitals do not matter."""
    if len(written) > limits.GUESS_LENGTH:
        return None
    # It takes a while to load, and most sites have nothing misspelt.
    from rapidfuzz import fuzz, process

    found = process.extractOne(
        written, words, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=similar
    )
    return found[0] if found else None


def meant(written: str, words: Iterable[str]) -> str:
    """The hint that offers the nearest word, or lists the words where there are few. Those of a set
    are put in order, so that the hint is always the same."""
    known = sorted(words) if isinstance(words, Set) else list(words)
    if word := nearest(written, known):
        return f"did you mean “{word}”?"
    if 0 < len(known) <= 12:
        return f"it can be {listed(known)}"
    return ""
