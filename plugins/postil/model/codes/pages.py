"""Pages: is what a page embeds there?"""

from __future__ import annotations

from postil.model.codes.code import Code, Group
from postil.model.diagnostic import Level

PAGES = Group(
    "Pages",
    "Is what a page embeds there?",
    (
        Code(
            "embed-unknown",
            Level.ERROR,
            "A page embeds something that Postil does not know.",
            "The name after `postil:` is misspelt.",
            "Take the name that the hint offers.",
            "site",
        ),
        Code(
            "embed-value",
            Level.ERROR,
            "What a page embeds does not exist, or cannot stand where it is asked for.",
            "The text or note that the page names was renamed or removed, or the option has"
            " another value than it can have.",
            "Mend the place that is named, as the hint says.",
            "site",
        ),
        Code(
            "text-unrendered",
            Level.ERROR,
            "A text cannot be rendered.",
            "Quotations, lists or brackets stand within each other so deeply, or so many of them in"
            " one paragraph, that the host would take minutes and more, or end. The build ends with"
            " this message, and nothing is published.",
            "Take them out. Where the text is right, the publisher allows more time under `limits`"
            " in the [settings](configuration.md#the-limits).",
            "site",
        ),
    ),
)
