"""Values: does YAML understand a value as it was meant?"""

from __future__ import annotations

from postil.model.codes.code import Code, Group
from postil.model.diagnostic import Level

VALUES = Group(
    "Values",
    "Does YAML understand a value as it was meant?",
    (
        Code(
            "quotes-typographic",
            Level.WARNING,
            "Typographic quotation marks stand around a whole value.",
            "An editor, or a text that was copied, has “these” marks. YAML takes them for a part"
            " of the value.",
            "Write straight marks around the value. If the typographic ones belong to it, put"
            " straight ones around them.",
        ),
        Code(
            "comment-in-value",
            Level.WARNING,
            "A # cuts a value short: YAML reads a comment after it.",
            "A space and a `#` begin a comment, so that a hashtag or a number sign cuts the value"
            " short.",
            "Put the whole value in quotation marks. If it is a comment, write a space after the"
            " `#`.",
        ),
        Code(
            "body-long",
            Level.WARNING,
            "A body is too long to be read as Markdown.",
            "A note has a few sentences. Reading a very long one as Markdown, or one with very"
            " many brackets, would hold up the build.",
            "Divide it into several notes.",
        ),
        Code(
            "notes-more",
            Level.ERROR,
            "A text has more annotations than the site takes.",
            "All annotations of a text stand on its page, and each has a page of its own. Thousands"
            " of them, more than people write, would hold up every build.",
            "Take some of them out. Where they are right, the publisher allows more under `limits`"
            " in the [settings](configuration.md#the-limits).",
        ),
        Code(
            "lines-joined",
            Level.WARNING,
            "A text of several paragraphs or items is joined into one.",
            "Without `|` after the colon, YAML joins the lines of a text to one.",
            "Write `body: |`, and indent the text below it.",
        ),
    ),
)
