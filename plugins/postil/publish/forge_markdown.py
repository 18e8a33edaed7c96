"""Words of contributors in the Markdown of forges, where they mean nothing but themselves.

A report on a contribution is read by people with rights, and holds what strangers wrote: it must
not become a link, a picture that tells who looks at it, a heading, or a mention of anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_SIGNS = re.compile(r"[\\`*_{}\[\]<>&|~#@!$+=^]|:(?=\S)")
"""What means something in CommonMark, its dialects at GitHub and GitLab, or HTML, within a line."""
_FIRST = re.compile(r"[-+.]|\d+[.)]")
"""What means something where a line begins."""
_WWW = re.compile(r"(?<=www)\.", re.IGNORECASE)
_REFERENCE = re.compile(r"(?<=[@#!%~$&^])(?=[^\W_]|[\"'_-])")
"""Behind a sign by which forges find people, teams, issues and the like, even in the HTML."""
_APART = "\u200b"
_FENCE = re.compile(r"`{3,}")
_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Controls, and marks that turn the direction of what follows, so that it reads otherwise."""


def inline(words: str) -> str:
    """Words on one line, every sign written as its number: what is written so has no structure.

    https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references
    """
    line = " ".join(_HIDDEN.sub("\ufffd", words).split())
    apart = _REFERENCE.sub(_APART, line)
    first = _FIRST.match(apart)
    head = first[0] if first else ""
    written = "".join(sign if sign.isalnum() else _number(sign) for sign in head)
    written += _SIGNS.sub(lambda found: _number(found[0]), apart[len(head) :])
    return _WWW.sub("&#46;", written)


def code(text: str, language: str = "") -> str:
    """A block of text as it is, without a line feed at its end; nothing in it can end it."""
    shown = _HIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")).strip("\n")
    longest = max(map(len, _FENCE.findall(shown)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{shown}\n{fence}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown of one line each, ending without a line feed."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _number(sign: str) -> str:
    return f"&#{ord(sign)};"
