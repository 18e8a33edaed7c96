"""Where a text may be cut: the edges of grapheme clusters (Unicode UAX #29, extended clusters)."""

from __future__ import annotations

from unicodedata import category, combining, name

_ZWJ = "\u200d"
_PREPEND = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd"
)
# Thai and Lao sara am are letters by category, and so are the halfwidth voicing marks; tag
# characters spell the flags of regions.
_EXTEND = frozenset(
    {"\u200c", "\uff9e", "\uff9f", "\u0e33", "\u0eb3"} | {chr(c) for c in range(0xE0020, 0xE0080)}
)


def is_edge(text: str, at: int) -> bool:
    """Whether `at` (code points, from 0 to the length) lies between two grapheme clusters."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before < "\u0300" and after < "\u0300":
        return not (before == "\r" and after == "\n")
    if _control(before) or _control(after):
        return True
    if _extends(after) or before in _PREPEND:
        return False
    return not (
        _joins_hangul(before, after)
        or (before == _ZWJ and _pictographic(after) and _after_picture(text, at - 1))
        or (_regional(after) and _odd_flags(text, at))
        or _conjunct(text, at)
    )


def edge_before(text: str, at: int) -> int:
    """The nearest edge at or before `at`."""
    while not is_edge(text, at):
        at -= 1
    return at


def edge_after(text: str, at: int) -> int:
    """The nearest edge at or after `at`."""
    while not is_edge(text, at):
        at += 1
    return at


def is_prepended(char: str) -> bool:
    """Whether the character, a sign of numbers or verses, is written before what it belongs to."""
    return char in _PREPEND


def _control(char: str) -> bool:
    kind = category(char)
    joins = char in _PREPEND or char in _EXTEND or char == _ZWJ
    return kind in ("Cc", "Zl", "Zp") or (kind == "Cf" and not joins)


def _extends(char: str) -> bool:
    kind = category(char)
    return (
        kind in ("Mn", "Me", "Mc")
        or char == _ZWJ
        or char in _EXTEND
        or "\U0001f3fb" <= char <= "\U0001f3ff"
    )


def _pictographic(char: str) -> bool:
    if char in "\u00a9\u00ae\u203c\u2049":
        return True
    return char >= "\u2100" and category(char) in ("So", "Sm") and not _regional(char)


def _after_picture(text: str, zwj: int) -> bool:
    at = zwj - 1
    while at > 0 and (category(text[at]) == "Mn" or "\U0001f3fb" <= text[at] <= "\U0001f3ff"):
        at -= 1
    return at >= 0 and _pictographic(text[at])


def _regional(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _odd_flags(text: str, at: int) -> bool:
    count = 0
    while at - count > 0 and _regional(text[at - count - 1]):
        count += 1
    return count % 2 == 1


def _joins_hangul(before: str, after: str) -> bool:
    if not ("\u1100" <= before <= "\ud7fb" and "\u1100" <= after <= "\ud7fb"):
        return False
    lead = "\u1100" <= before <= "\u115f" or "\ua960" <= before <= "\ua97c"
    vowel = "\u1160" <= before <= "\u11a7" or "\ud7b0" <= before <= "\ud7c6"
    trail = "\u11a8" <= before <= "\u11ff" or "\ud7cb" <= before <= "\ud7fb"
    syllable = "\uac00" <= before <= "\ud7a3"
    open_syllable = syllable and (ord(before) - 0xAC00) % 28 == 0
    to_lead = "\u1100" <= after <= "\u115f" or "\ua960" <= after <= "\ua97c"
    to_vowel = "\u1160" <= after <= "\u11a7" or "\ud7b0" <= after <= "\ud7c6"
    to_trail = "\u11a8" <= after <= "\u11ff" or "\ud7cb" <= after <= "\ud7fb"
    to_syllable = "\uac00" <= after <= "\ud7a3"
    if lead:
        return to_lead or to_vowel or to_syllable
    if vowel or open_syllable:
        return to_vowel or to_trail
    return (trail or syllable) and to_trail


def _conjunct(text: str, at: int) -> bool:
    """Rule GB9c: an Indic consonant, a virama that joins, and the next consonant hold together."""
    if not ("\u0900" <= text[at] <= "\u0d7f") or category(text[at]) != "Lo":
        return False
    joined, back = False, at - 1
    while back >= 0 and (text[back] == _ZWJ or category(text[back]) == "Mn"):
        joined = joined or combining(text[back]) == 9
        back -= 1
    # Tamil, Kannada and the like show the virama; UAX #29 names the scripts that join.
    script = _script(text[at])
    if back < 0 or category(text[back]) != "Lo":
        return False
    return joined and script in _JOINING and script == _script(text[back])


def _script(char: str) -> str:
    """The first word of a letter's name: the script, for those that matter here."""
    return name(char, "").partition(" ")[0]


_JOINING = frozenset({"DEVANAGARI", "BENGALI", "GUJARATI", "ORIYA", "TELUGU", "MALAYALAM"})
