"""A quote in the forms in which it is looked for."""

from __future__ import annotations

from dataclasses import dataclass

from postil.anchor import policy
from postil.anchor.normal import Copy, count_cjk, folded, normal
from postil.model.target import TextQuote


@dataclass(frozen=True, slots=True)
class Pattern:
    """Prefix, exact and suffix as one string; the exact words are start to end.

    White space at the outer edges of the whole and of the exact words is left out.
    """

    text: str
    start: int
    end: int
    gram: int

    @property
    def quote(self) -> str:
        """The exact words."""
        return self.text[self.start : self.end]

    @property
    def prefix(self) -> str:
        """What stood before them."""
        return self.text[: self.start]

    @property
    def suffix(self) -> str:
        """What stood after them."""
        return self.text[self.end :]

    @property
    def context(self) -> int:
        """How many characters of context there are."""
        return len(self.text) - self.end + self.start


def patterns(quote: TextQuote) -> tuple[Pattern | None, Pattern | None]:
    """The quote in normal form, and without case and markup; None where no words are left."""
    form = normal(quote.prefix + quote.exact + quote.suffix)
    return _pattern(quote, form), _pattern(quote, folded(form))


def blank(exact: str) -> bool:
    """Whether a string holds nothing that a reader could see."""
    return not normal(exact).text.strip()


def _pattern(quote: TextQuote, form: Copy) -> Pattern | None:
    start = form.back(len(quote.prefix))
    end = form.back(len(quote.prefix) + len(quote.exact))
    text = form.text
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    left = len(text) - len(text.lstrip())
    right = len(text.rstrip())
    cjk = 2 * count_cjk(text[start:end][:400]) > min(end - start, 400)
    gram = policy.GRAM_CJK if cjk else policy.GRAM
    return Pattern(text[left:right], start - left, end - left, gram)
