"""Character references: what `&amp;` and the like stand for."""

from __future__ import annotations

import re
from html import unescape

REFERENCE = r"&(?:#[0-9]++;?|#[xX][0-9a-fA-F]++;?|[A-Za-z][A-Za-z0-9]*+;?)"
_REFERENCE = re.compile(REFERENCE)

# More than any character's number has, in both bases, without zeros before it.
_LONGEST = 7


def decode(reference: str) -> str:
    """What a character reference stands for; one that stands for nothing stays as it is.

    The number of a control character stands for it, as in a browser, where `html.unescape` leaves
    it out: https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state
    """
    if reference[1] != "#":
        return unescape(reference)
    digits, base = reference[2:].rstrip(";"), 10
    if digits[0] in "xX":
        digits, base = digits[1:], 16
    # A number may be of any length, which takes long to read.
    digits = digits.lstrip("0") or "0"
    number = int(digits, base) if len(digits) <= _LONGEST else 0
    return unescape(f"&#{number};") or chr(number)


def decode_all(text: str) -> str:
    """`text` with its character references decoded."""
    return _REFERENCE.sub(lambda match: decode(match[0]), text) if "&" in text else text
