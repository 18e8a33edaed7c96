"""The kinds of annotation and the scale of verdicts that a site uses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """What an annotation does for the reader.

    `line` is the shape of the underline of its passage: solid, dotted, double, dashed or wavy.
    """

    id: str
    label: str
    plural: str
    line: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the evidence says of a passage.

    `sign` is a character that tells the verdict apart without colour; `rating` is its place on
    a scale from 1 (contradicted) to 5 (supported), or None where it rates nothing.
    """

    id: str
    label: str
    meaning: str
    sign: str
    rating: int | None = None


KINDS: tuple[Kind, ...] = (
    Kind("context", "Context", "Context", "solid"),
    Kind("source", "Source", "Sources", "dotted"),
    Kind("correction", "Correction", "Corrections", "double"),
)

VERDICTS: tuple[Verdict, ...] = (
    Verdict("supported", "Supported", "The evidence bears the passage out.", "✓", 5),
    Verdict(
        "partly-supported",
        "Partly supported",
        "The evidence bears out part of the passage.",
        "◐",
        3,
    ),
    Verdict("contradicted", "Contradicted", "The evidence says otherwise.", "✕", 1),
    Verdict("unsupported", "Unsupported", "Evidence was looked for and none was found.", "○", 2),
    Verdict("unverified", "Unverified", "The passage could not be checked.", "?"),
    Verdict("opinion", "Opinion", "A judgement, which evidence cannot settle.", "“"),
)
