"""The record: does what was published stay what it was, unless somebody says otherwise?"""

from __future__ import annotations

from postil.model.codes.code import Code, Group
from postil.model.diagnostic import Level

RECORD = Group(
    "The record",
    "Does what was published stay what it was, unless somebody says otherwise?",
    (
        Code(
            "text-changed",
            Level.WARNING,
            "The words of a text are no longer those that were pinned.",
            "The text was edited after `postil pin` noted the hash of its words.",
            "Read its annotations again, then run `postil pin`.",
            "site",
        ),
        Code(
            "revision-missing",
            Level.ERROR,
            "A published annotation claims something else, and no new revision says so.",
            "A change to the title, kind, verdict, passage or citations of a published note"
            " changes what it claims.",
            "Add a revision that says what changed, and what the note said before.",
            "site",
        ),
        Code(
            "revision-removed",
            Level.ERROR,
            "A revision of a published annotation is on record no more.",
            "A revision was deleted, or its date or kind was changed.",
            "Put it back: a revision is a record, and stays.",
            "site",
        ),
        Code(
            "annotation-removed",
            Level.ERROR,
            "A published annotation is not published any more.",
            "The file was deleted, the id was changed, or the note became a draft. Its address is"
            " permanent.",
            "Keep the note, and say in a revision what became of it.",
            "site",
        ),
        Code(
            "body-changed",
            Level.INFO,
            "A published annotation is worded differently, and no new revision says so.",
            "The words of the body were changed.",
            "If the note says something else now, add a revision. If only its words are better,"
            " nothing needs to be done.",
            "site",
        ),
    ),
)
