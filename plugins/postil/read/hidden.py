"""Characters that nobody sees, and that make words read otherwise than they are.

What scripts need is left alone: joiners in Arabic, Persian and Indian scripts and in emoji, marks
of direction in and beside words that run to the left, soft hyphens, and isolates that end in their
line. After Unicode's reports 36 and 39 and Trojan Source (Boucher, Anderson 2021,
https://arxiv.org/abs/2111.00169).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place

_MOST = 10
"""Places that are named of one file."""

_OVERRIDES = frozenset("\u202d\u202e")
_BEGIN = dict.fromkeys("\u202a\u202b", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
_END = frozenset(_BEGIN.values())
# Within a word of letters that stand apart, they are there to hide something.
_JOINING = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u034f\u061c")
_FILLERS = frozenset("\u115f\u1160\u180e\u3164\uffa0")
_VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_NEVER = re.compile("[\u2061-\u2064\u206a-\u206f\ufff9-\ufffb\U0001d173-\U0001d17a]")
_TAG = re.compile("[\U000e0000-\U000e007f]")
_APART = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "DIGIT")

_LITERAL = (
    "\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e01ef"
)
# A character as it is, or as YAML, JSON and HTML write one by its number.
_SUSPECT = re.compile(
    f"[{_LITERAL}]"
    r"|\\u(?P<u>[0-9A-Fa-f]{4})|\\U(?P<U>[0-9A-Fa-f]{8})"
    r"|&#[xX]0*(?P<x>[0-9A-Fa-f]{1,6});?|&#0*(?P<d>[0-9]{1,7});?"
)
_HIDDEN = re.compile(f"[{_LITERAL}]")


class _Found(NamedTuple):
    start: int
    end: int
    sign: str


def hidden_characters(text: str, path: str) -> list[Diagnostic]:
    """What is hidden in a file that people write."""
    plain = text.isascii() and "\\" not in text and "&" not in text
    if plain or not _SUSPECT.search(text):
        return []
    found: list[Diagnostic] = []
    for number, line in enumerate(text.split("\n"), start=1):
        wrong = sorted(_wrong(line))
        found += [
            Diagnostic(
                "characters-hidden",
                f"{_named(one.sign)} {why}",
                Place(path, number, one.start + 1),
                "delete it, or write the words anew",
            )
            for one, why in islice(wrong, _MOST - len(found))
        ]
        if len(found) >= _MOST:
            break
    return found


def _wrong(line: str) -> Iterator[tuple[_Found, str]]:
    signs = [
        _Found(one.start(), one.end(), sign)
        for one in _SUSPECT.finditer(line)
        if _HIDDEN.match(sign := _meant(one))
    ]
    open_: list[_Found] = []
    flag = False
    last = -1
    for one in signs:
        sign = one.sign
        before, after = line[one.start - 1 : one.start], line[one.end : one.end + 1]
        flag = (flag and one.start == last) or before == "\U0001f3f4"
        last = one.end
        if sign in _OVERRIDES:
            yield one, "makes what follows read backwards or otherwise than it is"
        elif sign in _BEGIN:
            open_.append(one)
        elif sign in _END:
            if open_ and _BEGIN[open_[-1].sign] == sign:
                open_.pop()
            else:
                yield one, "ends a change of direction that does not begin in its line"
        elif _NEVER.match(sign) or (_TAG.match(sign) and not flag):
            yield one, "is invisible, and no text needs it"
        elif sign in _FILLERS and not (_is(before, "HANGUL") or _is(after, "HANGUL", "MONGOLIAN")):
            yield one, "is invisible, and no text needs it here"
        elif sign in _JOINING and _is(before, *_APART) and _is(after, *_APART):
            yield one, "is hidden within a word"
        elif _VARIATION.match(sign) and _is(before, *_APART) and after != "\u20e3":
            yield one, "is invisible, and no letter before it has another form"
    for one in open_:
        yield one, "changes the direction of what follows, and does not end in its line"


def _meant(match: re.Match[str]) -> str:
    number = match["u"] or match["U"] or match["x"]
    if number is None and match["d"] is None:
        return match[0]
    code = int(match["d"]) if number is None else int(number, 16)
    return chr(code) if code < 0x110000 else ""


def _is(character: str, *scripts: str) -> bool:
    """Whether it is a letter or digit of one of the scripts."""
    return unicodedata.name(character, "").startswith(scripts) if character else False


def _named(sign: str) -> str:
    name = unicodedata.name(sign, "") or ("a tag" if _TAG.match(sign) else "a sign without a name")
    return f"U+{ord(sign):04X}, {name},"
