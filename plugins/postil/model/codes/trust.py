"""Trust: does a contribution hold what could deceive or act on readers?"""

from __future__ import annotations

from postil.model.codes.code import Code, Group
from postil.model.diagnostic import Level

TRUST = Group(
    "Trust",
    "Does a contribution hold what could deceive readers, or act on them?",
    (
        Code(
            "html-removed",
            Level.WARNING,
            "A text holds HTML that is not published.",
            "Its Markdown has a script, a frame, a form, an attribute that runs something, a"
            " picture of another site, or a class or id that belongs to the page around it. Texts"
            " come by pull request, and such HTML could act on the page and on its readers.",
            "Take it out of the text. If the text is the publisher’s own and needs it, the"
            " publisher names it under `trusted` in the [settings](configuration.md).",
            "site",
        ),
        Code(
            "characters-hidden",
            Level.WARNING,
            "A file holds characters that nobody sees, or that make words read otherwise.",
            "They came with text that was copied, or somebody put them there: marks that turn the"
            " direction of what follows, and signs without width within words, by which a reviewer"
            " reads something else than what is published, and a search misses it. Joiners where a"
            " script needs them, soft hyphens and isolates that end in their line are left alone.",
            "Delete the character at the place that is named, or write the words anew.",
        ),
        Code(
            "address-lookalike",
            Level.WARNING,
            "The host of an address mixes alphabets, or hides letters behind a code.",
            "Letters of another alphabet look like those of the name that is meant, so that the"
            " address leads to a host of somebody else.",
            "Look where it leads. Where the name is right, write it in its own letters, each part"
            " of one alphabet.",
        ),
        Code(
            "field-withheld",
            Level.WARNING,
            "A field in the front matter of a text is not passed on to the host.",
            "MkDocs and its themes do as the front matter of a page says, and write it into the"
            " page as it is. Of a text that comes by pull request they get what is harmless.",
            "Take the field out, or give it the value that the hint names. If the text is the"
            " publisher’s own, the publisher names it under `trusted` in the"
            " [settings](configuration.md).",
        ),
    ),
)
