"""A text made ready for anchoring: normalised once, indexed once, used for every target."""

from __future__ import annotations

from functools import cached_property

from postil.anchor.changed import Searched
from postil.anchor.lookup import Lookup
from postil.anchor.normal import Copy, folded, normal


class PreparedText:
    """A text and what is worked out from it at first need.

    `text` is the text as given; all offsets in and out of `postil.anchor` count its code points.
    """

    def __init__(self, text: str) -> None:
        """Take the text as it is."""
        self.text = text

    @cached_property
    def verbatim(self) -> Lookup:
        """Where strings stand in the text as given."""
        return Lookup(self.text)

    @cached_property
    def normal(self) -> Copy:
        """The text without the differences that do not count."""
        return normal(self.text)

    @cached_property
    def normalised(self) -> Lookup:
        """Where strings stand in that."""
        return Lookup(self.normal.text)

    @cached_property
    def folded(self) -> Copy:
        """The same without case and markup, for the approximate search."""
        return folded(self.normal)

    @cached_property
    def bare(self) -> Searched:
        """That, with what the approximate search looks up in it."""
        return Searched(self.folded.text)


def prepare(text: str) -> PreparedText:
    """Make a text ready. Costs nothing yet: each part is worked out when a target needs it."""
    return PreparedText(text)
