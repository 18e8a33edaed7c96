"""Titles and ids of notes that came without them."""

from __future__ import annotations

import re
from collections.abc import Container, MutableMapping

from postil.read import limits
from postil.read.forms import id_from

_LONGEST = 70
"""Characters of a title that is made from the words of a note."""
_ID_LONGEST = 60
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_SIGNS = re.compile(r"^\s*(?:[#>]+|[-*+]|\d+[.)])\s+|\\([^\w\s])|[*_`<>]+")
_SENTENCE = re.compile(r"(?<=[.!?…。？！।])\s")


def title_from(body: str, quote: str) -> str:
    """A title from the first sentence of a body, or else from the words of the passage."""
    for line in body.split("\n"):
        words = " ".join(_SIGNS.sub(lambda found: found[1] or "", _LINK.sub(r"\1", line)).split())
        if any(sign.isalnum() for sign in words):
            return shortened(_SENTENCE.split(words)[0])
    return f"“{shortened(' '.join(quote.split()))}”" if quote.strip() else ""


def shortened(words: str) -> str:
    """Words as a title: cut between two of them where they are many, without a full stop."""
    if len(words) <= _LONGEST:
        return words.removesuffix(".") if not words.endswith("..") else words
    cut = words[:_LONGEST].rpartition(" ")[0] or words[:_LONGEST]
    return cut.rstrip(" ,;:.–—-") + " …"


def unique_id(
    title: str, quote: str, taken: Container[str], numbers: MutableMapping[str, int]
) -> str:
    """An id from the title, or else from the words of the passage, that is not `taken`.

    `numbers` holds, for each id that was wished before, the number of the last one that was given,
    so that many notes of one title cost no more than one each.
    """
    wished = _short(id_from(title)) or _short(id_from(quote)) or "note"
    number = numbers.get(wished, 1)
    id = wished if number == 1 else f"{wished}-{number}"
    while id in taken:
        number += 1
        id = f"{wished}-{number}"
    numbers[wished] = number
    return id


def _short(id: str) -> str:
    if len(id) <= min(_ID_LONGEST, limits.ID_LENGTH):
        return id
    return id[:_ID_LONGEST].rpartition("-")[0] or id[:_ID_LONGEST]
