"""A quote in the form in which it is looked for."""

from __future__ import annotations

from dataclasses import dataclass

from postil.anchor import policy
from postil.anchor.normal import is_cjk, normal
from postil.model.target import TextQuote


@dataclass(frozen=True, slots=True)
class Pattern:
    """Prefix, exact and suffix as one normalised string; the exact words are start to end.

    White space at the outer edges of the whole and of the exact words is left out.
    """

    text: str
    folded: str
    start: int
    end: int
    gram: int

    @property
    def quote(self) -> str:
        """The exact words, case-folded."""
        return self.folded[self.start : self.end]

    @property
    def prefix(self) -> str:
        """What stood before them, case-folded."""
        return self.folded[: self.start]

    @property
    def suffix(self) -> str:
        """What stood after them, case-folded."""
        return self.folded[self.end :]

    @property
    def context(self) -> int:
        """How many characters of context there are."""
        return len(self.text) - self.end + self.start


def pattern_of(quote: TextQuote) -> Pattern | None:
    """The pattern of a quote, or None where it names no words."""
    form = normal(quote.prefix + quote.exact + quote.suffix)
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
    cjk = 2 * sum(map(is_cjk, text[start:end][:400])) > min(end - start, 400)
    gram = policy.GRAM_CJK if cjk else policy.GRAM
    return Pattern(text[left:right], form.folded[left:right], start - left, end - left, gram)
