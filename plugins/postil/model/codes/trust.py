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
