"""The value of a BibTeX field: parts in braces or quotation marks, numbers and abbreviations, with
# between them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from postil.read import limits
from postil.read.words import shown

_BARE = re.compile(r"[^\s\"#%'(),={}]+")
_SPACE = re.compile(r"\s*")
_INNER = re.compile(r"\\.|[{}\"]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Value:
    """The text of a value as TeX, where its first character stands, and the abbreviations in it
    that are not defined, with the place of each; places count from the begin of what was
    written."""

    text: str
    at: int
    unknown: tuple[tuple[str, int], ...] = ()


class BrokenValueError(Exception):
    """A value that cannot be read: the code, the message, the place and a hint."""

    def __init__(self, code: str, message: str, at: int, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.at, self.hint = code, message, at, hint


def read_value(written: str, strings: Mapping[str, str]) -> Value:
    """The value in `written`, with the abbreviations by their names in small letters.

    Raises BrokenValueError.
    """
    parts: list[str] = []
    unknown: list[tuple[str, int]] = []
    index, size, first = 0, 0, -1
    while True:
        index = _skip(written, index)
        sign = written[index : index + 1]
        if sign and sign in '{"':
            end = _end(written, index)
            first = index + 1 if first < 0 else first
            parts.append(written[index + 1 : end])
            index = end + 1
        elif found := _BARE.match(written, index):
            first = index if first < 0 else first
            name = found[0]
            part = name if name.isdigit() else strings.get(name.casefold())
            if part is None:
                unknown.append((name, index))
            parts.append(part or "")
            index = found.end()
        else:
            message, hint = "a value is missing here", "write it in braces: {…}"
            raise BrokenValueError("bibtex-syntax", message, index, hint)
        size += len(parts[-1])
        if size > limits.VALUE:
            message = f"the value is longer than {limits.VALUE} characters"
            raise BrokenValueError("bibtex-limits", message, 0, "no field needs that")
        index = _skip(written, index)
        if index == len(written):
            return Value("".join(parts), first, tuple(unknown))
        if written[index] != "#":
            raise BrokenValueError(
                "bibtex-syntax",
                f"{shown(written[index:])} stands after the end of the value",
                index,
                "write a comma before the next field; put the whole value into one pair of braces",
            )
        index += 1


def _skip(written: str, index: int) -> int:
    found = _SPACE.match(written, index)
    return found.end() if found else index


def _end(written: str, start: int) -> int:
    """Where the brace or quotation mark is closed that stands at `start`."""
    closing = "}" if written[start] == "{" else '"'
    depth = 0
    for found in _INNER.finditer(written, start + 1):
        sign = found[0]
        if depth == 0 and sign == closing:
            return found.start()
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth > limits.DEPTH:
            message = f"braces stand within braces more than {limits.DEPTH} deep"
            raise BrokenValueError("bibtex-limits", message, start, "no field needs that")
    message = f"the {written[start]} that begins here is never closed"
    raise BrokenValueError(
        "bibtex-syntax", message, start, f"write {closing} at the end of the value"
    )
