"""From words that somebody chose to the quote that a careful person would write for them."""

from __future__ import annotations

import re
from unicodedata import category, normalize

from postil.anchor.describe import describe
from postil.anchor.graphemes import edge_after, edge_before, is_prepended
from postil.anchor.occurrences import occurrences
from postil.anchor.prepared import PreparedText
from postil.anchor.words import in_word
from postil.model.target import TextQuote

# What Unicode calls white space; Python counts a few controls as well.
_SPACE = re.compile(r"[^\S\x1c-\x1f]+")
# Marks that nobody sees, and the tatweel, which only stretches a word.
_UNSEEN = frozenset("\u034f\u0640\u180b\u180c\u180d\u180e\u180f") | {
    chr(code) for code in range(0xFE00, 0xFE10)
}
_TELLING = frozenset(("Lu", "Ll", "Lt", "Lo", "Nd", "Nl", "No"))


def concise(prepared: PreparedText, start: int, end: int) -> TextQuote:
    """The shortest quote for the words from `start` to `end` (code points, end exclusive), in one
    line: white space is written as single spaces, for it does not count.

    Space and format signs around the words are no part of the passage. The quote is left as it
    stands in the text where its words, in one line, could be those of another place. `find` places
    it exactly at the passage. Raises ValueError where nothing can be seen.

    The script that ships follows the same rules: `targetOf` in `render/assets/passage.js`.
    """
    text = prepared.text
    while start < end and _outer(text[start]):
        start += 1
    while start < end and _outer(text[end - 1]):
        end -= 1
    if not any(map(_seen, text[start:end])):
        raise ValueError(f"nothing can be seen from {start} to {end}")
    quote = describe(prepared, start, end)
    tidy = TextQuote(*(_SPACE.sub(" ", part) for part in (quote.exact, quote.prefix, quote.suffix)))
    if tidy == quote or _may_be_tidied(
        text, edge_before(text, start), edge_after(text, end), quote
    ):
        return tidy
    return quote


def _outer(char: str) -> bool:
    """Whether the character is white space, or a format sign that nobody sees."""
    return bool(_SPACE.match(char)) or (category(char) == "Cf" and not is_prepended(char))


def _seen(char: str) -> bool:
    return not _outer(char) and char not in _UNSEEN


def _may_be_tidied(text: str, start: int, end: int, quote: TextQuote) -> bool:
    """Whether the quote of that place names it alone even where white space does not count, and
    the ends of its parts are the same then."""
    left, right = start - len(quote.prefix), end + len(quote.suffix)
    letters, telling = _telling(text), _telling(text[left:right])
    return (
        bool(telling)
        and len(occurrences(letters, telling, 0, len(letters), 2)) == 1
        and _seen(quote.exact[0])
        and _seen(quote.exact[-1])
        and not any(_cuts_signs(text, at) for at in (left, start, end, right))
    )


def _telling(text: str) -> str:
    """The letters and digits of a text, which count in every comparison."""
    return "".join(char for char in normalize("NFKD", text) if category(char) in _TELLING)


def _cuts_signs(text: str, at: int) -> bool:
    """Whether a place lies between two signs, which may count as one: two hyphens are a dash."""
    return 0 < at < len(text) and not any(
        in_word(char) or _SPACE.match(char) for char in (text[at - 1], text[at])
    )
