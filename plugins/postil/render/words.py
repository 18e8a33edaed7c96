"""Every word of the interface that Postil's pages show."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Words = Mapping[str, str]

ENGLISH: Words = MappingProxyType(
    {
        # Direction and dates. {month} is a name from `months`.
        "direction": "ltr",
        "months": "January February March April May June July August September October "
        "November December",
        "date-day": "{day} {month} {year}",
        "date-month": "{month} {year}",
        # Marks and notes.
        "note": "Note {number}, {kind}: {title}",
        "notes": "Notes",
        "back": "Back to the passage",
        "back-part": "Back to passage {part}",
        "changed": "The words of the text have changed since this note was written "
        "(similarity {score} %).",
        "written-for": "It was written for:",
        "lost-part": "One of its passages is no longer in the text:",
        "ambiguous-part": "One of its passages fits several places of the text:",
        "lost": "The passage is not in the text as it stands.",
        "ambiguous": "The passage fits several places of the text equally well.",
        "unplaced": "Notes without a place in the text",
        "unplaced-about": "The text has changed since these notes were written, or their passages "
        "cannot be told apart. They are attached to no words.",
        "section": "Section “{section}”",
        "wanted": "Sources wanted",
        "sources": "Sources",
        "by": "By",
        "written": "Written",
        "history": "Changes",
        "revision-correction": "Correction",
        "revision-clarification": "Clarification",
        "revision-update": "Update",
        "before": "Before:",
        "suggest": "Suggest a change",
        # Sources and how they were checked.
        "archived": "archived copy",
        "archived-on": "archived copy of {date}",
        "own-page": "own page",
        "repost": "repost",
        "secondary": "reported by another",
        "live": "live page",
        "stored": "stored copy",
        "paper": "paper copy",
        "part": "in part",
        "checked": "checked {date}",
        "unchecked": "not opened",
        "supports": "Supports:",
        "showed": "It showed:",
        "unknown-source": "Unknown source {id}",
        "and-others": "and others",
        # The head of an explainer.
        "annotated": "Annotated text",
        "examined": "Text under examination",
        "primary": "Primary source",
        "text": "Text",
        "no-author": "author not shown",
        "no-date": "date not shown",
        "no-author-or-date": "author and date not shown",
        "retrieved": "retrieved {date}",
        "reason": "Why it is here",
        "copy": "This copy",
        "rights": "Rights",
        "original": "Original",
        "evidence": "The evidence at a glance",
        "kinds": "Notes by kind",
        "explains": "Explanation only",
        # The preview.
        "problems": "Problems of this page, shown in the preview only",
        # The index.
        "no-explainers": "No text has been published yet.",
        "note-count-one": "{count} note",
        "note-count-other": "{count} notes",
        "source-count-one": "{count} source",
        "source-count-other": "{count} sources",
    }
)


def say(words: Words, key: str, **values: object) -> str:
    """The words for `key`, with `values` filled in."""
    return words[key].format(**values) if values else words[key]


def count(words: Words, key: str, number: int) -> str:
    """The words for a number of things; `key` has a form for one and a form for others."""
    return words[f"{key}-{'one' if number == 1 else 'other'}"].format(count=number)
