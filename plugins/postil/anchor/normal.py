"""A text without the differences that do not count, and the way back to the text as it was.

White space, invisible characters, typographic quotes and dashes, ellipses, ligatures and the
normal form (NFC) are made one. The folded copy, which only the approximate search sees, is also
without case and without the marks of Markdown and HTML. The way back is kept only where the
length changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import category, is_normalized, normalize

from postil.anchor.offsets import CopyWriter, Offsets

# Soft hyphen, joiners, direction marks, byte order mark, variation selectors; and the tatweel,
# which only stretches an Arabic word.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u0640\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff"
)
_DOUBLE = "\u201c-\u201f\u00ab\u00bb\u2033\u2036\u05f4\u300c-\u300f\u301d-\u301f\uff02"
_SINGLE = "\u2018-\u201b\u2039\u203a\u2032\u2035\u05f3\u02bc\u00b4\uff07"
_DASH = "\u2010-\u2015\u2212\u05be\ufe58\ufe63\uff0d"
# Ideographs, kana and their punctuation: written without spaces, so that a line break between
# two of them means nothing. Hangul is written with spaces.
CJK = "\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"

# What `\s` matches.
_WHITE = " \t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"

# Both patterns begin with the one character that some alternative begins with, and look back at it:
# `re` then passes over what lies between such characters several times as fast.
_BLANK = f"[{_WHITE}{_INVISIBLE}]"
_CHANGE = re.compile(
    f"[{_WHITE}{_INVISIBLE}{_DOUBLE}'{_SINGLE}{_DASH}\\-.\u2026\ufb00-\ufb06](?:"
    # After a space, which is what it mostly is.
    f"(?<= )(?P<spaces>{_BLANK}+|(?<=[{CJK}] )(?=[{CJK}]))"
    f"|(?<! )(?:(?P<blank>(?<={_BLANK}){_BLANK}*)"
    f"|(?P<double>(?<=[{_DOUBLE}])|(?<=')(?<!'')'(?!'))"
    f"|(?P<single>(?<=[{_SINGLE}]))"
    f"|(?P<dash>(?<=-)[-{_DASH}]+|(?<=[{_DASH}])[-{_DASH}]*)"
    "|(?P<ellipsis>(?<=\\.)\\.{2,}|(?<=\u2026)\u2026*)"
    "|(?P<ligature>(?<=[\ufb00-\ufb06]))))"
)
_SIGNS = {"double": '"', "single": "'", "dash": "-", "ellipsis": "\u2026"}
_CJK = re.compile(f"[{CJK}]")
_MARKUP = re.compile(
    r"[\]!\[*`~_<](?:(?<=\])\([^()\s]*(?: \"[^\"]*\")?\)|(?:(?<=!)\[|(?<=\[))(?=[^\[\]]*\]\()"
    r"|(?<=[*`])[*`]*|(?<=~)~|(?<=_)(?<!__)(?:(?<!\w_)_*|_*+(?!\w))|(?<=<)/?[A-Za-z][^<>]{0,300}>)"
)
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Copy:
    """A changed copy of a string, and the ways back to it, last change first."""

    text: str
    ways: tuple[Offsets, ...]

    def start(self, at: int) -> int:
        """Where the character `at` begins in the original."""
        for way in self.ways:
            at = way.start(at)
        return at

    def end(self, at: int) -> int:
        """Where the character before `at` ends in the original."""
        for way in self.ways:
            at = way.end(at)
        return at

    def back(self, at: int) -> int:
        """The first character that ends after `at` in the original."""
        for way in reversed(self.ways):
            at = way.back(at)
        return at


def normal(text: str) -> Copy:
    """The normalised form of `text`."""
    plain, typography = _typography(text)
    composed, form = _composed(plain)
    return Copy(composed, (form, typography))


def folded(form: Copy) -> Copy:
    """A normalised text in lower case and without markup."""
    writer = CopyWriter(form.text)
    for match in _MARKUP.finditer(form.text):
        writer.put(match.start(), match.end(), "")
    bare, way = writer.result()
    return Copy(fold(bare), (way, *form.ways))


def fold(text: str) -> str:
    """The string in lower case, with as many characters as before."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lower.replace("ς", "σ")


def is_cjk(char: str) -> bool:
    """Whether the character belongs to a script that is written without spaces."""
    return char > "\u2e7f" and _CJK.match(char) is not None


def count_cjk(text: str) -> int:
    """How many of the characters belong to such scripts."""
    return 0 if text.isascii() else len(_CJK.findall(text))


def _typography(text: str) -> tuple[str, Offsets]:
    writer = CopyWriter(text)
    for match in _CHANGE.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        if kind in _SIGNS:
            piece = _SIGNS[kind]
        elif kind == "ligature":
            piece = normalize("NFKC", match[0])
        else:
            piece = _space(text, start, end)
        writer.put(start, end, piece)
    return writer.result()


def _space(text: str, start: int, end: int) -> str:
    if not _SPACE.search(text, start, end):
        return ""
    inner = start > 0 and end < len(text)
    return "" if inner and is_cjk(text[start - 1]) and is_cjk(text[end]) else " "


def _composed(text: str) -> tuple[str, Offsets]:
    writer = CopyWriter(text)
    if is_normalized("NFC", text):
        return writer.result()
    for word in re.finditer(r"\S+", text):
        if is_normalized("NFC", word[0]):
            continue
        start = word.start()
        for at in range(start + 1, word.end() + 1):
            if at < word.end() and _composes(text[at]):
                continue
            cluster = text[start:at]
            if not is_normalized("NFC", cluster):
                writer.put(start, at, normalize("NFC", cluster))
            start = at
    return writer.result()


def _composes(char: str) -> bool:
    return char >= "\u0300" and (category(char)[0] == "M" or "\u1160" <= char <= "\u11ff")
