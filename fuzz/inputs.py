"""Bytes of a fuzzer as the parts that a target wants, and files of the tests as bytes."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parent.parent


def parts(data: bytes, number: int) -> list[bytes]:
    """So many parts of the input, which NUL stands between; those that are missing are empty."""
    found = data.split(b"\0", number - 1)
    return found + [b""] * (number - len(found))


def any_text(data: bytes) -> str:
    """The words in some bytes; what is not UTF-8 becomes half a character (a lone surrogate)."""
    return data.decode("utf-8", "surrogateescape")


def files(*patterns: str) -> Iterator[bytes]:
    """The bytes of the files of this repository that fit the patterns, by name."""
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file():
                yield path.read_bytes()


def ranges(numbers: bytes, length: int) -> list[tuple[int, int]]:
    """Ranges of a text of that length, one for two bytes: where it begins, in 256ths of the text,
    and how many characters it has."""
    found = []
    for at in range(0, len(numbers) - 1, 2):
        start = numbers[at] * length // 256
        end = min(length, start + 1 + numbers[at + 1])
        if start < end:
            found.append((start, end))
    return found


def cases(*patterns: str) -> Iterator[bytes]:
    """The files of the golden cases of reading whose paths fit one of the patterns."""
    for path in sorted(ROOT.glob("tests/read/cases/*/*.txt")):
        written = "\n" + path.read_bytes().decode().partition("\n=== expected\n")[0]
        for part in written.split("\n=== ")[1:]:
            head, _, content = part.partition("\n")
            name, _, how = head.partition(" | ")
            if any(fnmatch(name.strip(), pattern) for pattern in patterns):
                plain = content.encode() + b"\n"
                yield codecs.escape_decode(plain)[0] if how.strip() == "escaped" else plain
