"""Addresses whose host reads as another one.

After Unicode's report 39 (https://www.unicode.org/reports/tr39/): a part of a name mixes no scripts
but those that are written together, and does not consist of letters alone that look Latin.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.read.words import shown

_MOST = 10
_ADDRESS = re.compile(r"https?://([^\s/?#<>\"'()\[\]{}\\|`]{1,300})", re.IGNORECASE)
_TOGETHER = (
    frozenset(("LATIN", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "IDEOGRAPHIC")),
    frozenset(("LATIN", "CJK", "BOPOMOFO")),
    frozenset(("LATIN", "CJK", "HANGUL")),
)
_LOOK_LATIN = frozenset(
    # Cyrillic, and Greek.
    "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456\u0455\u0458\u04bb\u0501\u051b\u051d\u0261"
    "\u0432\u043d\u043a\u043c\u0442\u04cf\u03bf\u03b1\u03bd\u03c1\u03b9\u03ba\u03c4\u03c5\u03c7"
    "\u03b3\u03b7-0123456789"
)


def lookalikes(text: str, path: str) -> list[Diagnostic]:
    """The addresses in a file whose host is not what it seems."""
    if text.isascii() and "@" not in text and "xn--" not in text.lower():
        return []
    return list(islice(_found(text, path), _MOST))


def _found(text: str, path: str) -> Iterator[Diagnostic]:
    for match in _ADDRESS.finditer(text):
        whole = match[1]
        if whole.isascii() and "xn--" not in whole.lower() and "@" not in whole:
            continue
        told = _wrong(whole)
        if told:
            line = text.count("\n", 0, match.start()) + 1
            column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
            message = f"the host {shown(whole)} {told[0]}"
            yield Diagnostic("address-lookalike", message, Place(path, line, column), told[1])


def _wrong(authority: str) -> tuple[str, str] | None:
    user, at, host = authority.rpartition("@")
    if at:
        return f"is {shown(host)}, and not what stands before the @", f"take {shown(user + at)} out"
    parts = [_decoded(part) for part in re.split(r"[.\u3002\uff0e\uff61]", host.split(":")[0])]
    for part in parts:
        scripts = {
            unicodedata.name(letter, "?").split(" ")[0] for letter in part if letter.isalpha()
        }
        if len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER):
            names = " and ".join(sorted(name.capitalize() for name in scripts))
            return f"mixes letters of {names} in {shown(part)}", _hint(parts)
        if not part.isascii() and set(part) <= _LOOK_LATIN:
            return f"has letters in {shown(part)} that look like Latin ones", _hint(parts)
    return None


def _decoded(part: str) -> str:
    folded = unicodedata.normalize("NFKC", part).lower()
    if not folded.startswith("xn--"):
        return folded
    try:
        return folded[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return folded


def _hint(parts: list[str]) -> str:
    coded = (
        part if part.isascii() else f"xn--{part.encode('punycode').decode()}" for part in parts
    )
    return f"it leads to {'.'.join(coded)}"
