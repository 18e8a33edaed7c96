"""Character references: what `&amp;` and the like stand for."""

from __future__ import annotations

import re
from html import unescape

REFERENCE = r"&(?:#[0-9]++;?|#[xX][0-9a-fA-F]++;?|[A-Za-z][A-Za-z0-9]*+;?)"
_REFERENCE = re.compile(REFERENCE)

# The longest name in the standard's table has 32 characters.
_LONGEST = 40


def decode(reference: str) -> str:
    """What a character reference stands for; one that stands for nothing stays as it is.

    A number of any length is read, where `html.unescape` raises ValueError for a very long one.
    """
    if len(reference) > _LONGEST and reference[1] == "#":
        return "\N{REPLACEMENT CHARACTER}"
    return unescape(reference)


def decode_all(text: str) -> str:
    """`text` with its character references decoded."""
    return _REFERENCE.sub(lambda match: decode(match[0]), text) if "&" in text else text
