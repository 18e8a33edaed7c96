"""Passages: does each note stand where its author put it?"""

from __future__ import annotations

from postil.model.codes.code import Code, Group
from postil.model.diagnostic import Level

ANCHORS = Group(
    "Passages",
    "Does each note stand where its author put it?",
    (
        Code(
            "anchor-changed",
            Level.WARNING,
            "The passage was found, but its words are no longer the same.",
            "The text was edited after the note was written, or the passage was not copied word"
            " for word.",
            "Read the note again. If it still holds, write the words as they are now.",
            "anchor",
        ),
        Code(
            "anchor-ambiguous",
            Level.ERROR,
            "The target fits several places of the text equally well.",
            "The words stand in several places, and nothing tells which one is meant.",
            "Add some of the words before or after, as the hint does, or the section.",
            "anchor",
        ),
        Code(
            "anchor-lost",
            Level.ERROR,
            "The passage is not in the text.",
            "The passage was taken out of the text, was rewritten, or stands in another section.",
            "Quote the words that are nearest to what the note is about, or say in a revision what"
            " became of it.",
            "anchor",
        ),
        Code(
            "section-unknown",
            Level.ERROR,
            "The target names a section that the text does not have.",
            "A heading was renamed, or is misspelt.",
            "Write the heading as the text has it.",
            "anchor",
        ),
    ),
)
