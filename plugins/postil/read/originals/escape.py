"""Words as Markdown that reads the same, in the dialect of Python-Markdown."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\\`*{\[\]]|(?<![^\W_])_|_(?![^\W_])")
"""What means something wherever it stands. A low line between letters or digits means itself."""
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]+;)")
_LINE = re.compile(
    r"(?P<sign>[#>]|[+-](?=[\s+-]|$))"
    r"|(?P<number>\d+)(?=\.(?:\s|$))"
    r"|(?P<other>=(?==*\s*$)|:(?=\s)|~(?=~~)|!(?=!!)|\?(?=\?\?))"
)
"""What means something where a line begins."""
_EVERY = re.compile(r"[!-/:-@\[-`{-~]")


def escaped(words: str) -> str:
    """Words within a line."""
    words = _SIGNS.sub(lambda found: f"\\{found[0]}", words)
    return _ENTITY.sub("&amp;", words).replace("<", "&lt;")


def line_start(line: str) -> str:
    """A line of Markdown that begins with words, kept from being taken for a sign of a block."""
    found = _LINE.match(line)
    if not found:
        return line
    rest = line[found.end() :]
    if found["sign"]:
        return f"\\{found['sign']}{rest}"
    if found["number"]:
        return f"{found['number']}\\{rest}"
    return f"&#{ord(found['other'])};{rest}"


def spelled_out(words: str) -> str:
    """Words in which every sign of ASCII stands as its number, so that no extension of Markdown
    finds anything to act upon."""
    return _EVERY.sub(lambda found: f"&#{ord(found[0])};", words)
