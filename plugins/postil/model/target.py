"""How an annotation names its passage."""

from __future__ import annotations

from dataclasses import dataclass

from postil.model.pickled import quickly_pickled
from postil.model.place import Place


@quickly_pickled
@dataclass(frozen=True, slots=True)
class TextQuote:
    """A W3C `TextQuoteSelector`: the words, and the words around them.

    https://www.w3.org/TR/annotation-model/#text-quote-selector. White space, normal form and
    typographic variants need not agree with the text; see `postil.anchor`.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Target:
    """One passage of a text, as its annotation names it.

    `quote` names the words; `section` is the id, or the words, of a heading within whose section
    they stand; `within` is a wider target in which this one is looked for (W3C `refinedBy`, read
    from the outside in). At least one of `quote` and `section` is set; a section alone means
    its heading.
    """

    place: Place
    quote: TextQuote | None = None
    section: str = ""
    within: Target | None = None

    @property
    def words(self) -> str:
        """The words of the passage as they are written here: quoted or, of a section alone, those
        that name it."""
        return self.quote.exact if self.quote else self.section
