"""Slips that keep a file from being read as YAML, mended where only one thing can be meant."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from postil.model.diagnostic import Diagnostic
from postil.publish.yaml_scalar import scalar
from postil.read.files import decode
from postil.read.words import shown
from postil.read.yaml_lines import parts
from postil.read.yaml_nodes import compose

_MOST = 100
"""Slips of one file that are mended: more than that is no slip."""
_TABS = re.compile(r"^\t+")
_NO_SPACE = re.compile(r"(\s*(?:- +)*)([a-z][\w-]*):(?=[^\s/])(.*)", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:- +)+$")


@dataclass(frozen=True, slots=True)
class Repair:
    """What was mended, and where; in words for the person who wrote it."""

    line: int
    words: str


def repaired(data: bytes, path: str, names: Collection[str]) -> tuple[bytes, list[Repair]]:
    """The bytes of a file without the slips that could be mended, and what was done; `names` are
    those of fields. A file that can be read is not changed."""
    text, _ = decode(data, path, yaml=True)
    if text is None:
        return data, []
    lines = text.split("\n")
    done: list[Repair] = []
    for _ in range(_MOST):
        problem = _first(lines, path)
        if problem is None:
            break
        change = _mended(lines, problem, names)
        if change is None:
            break
        number, after, words = change
        line = lines[number]
        lines[number] = after
        following = _first(lines, path)
        # What does not help was no slip of this kind.
        if following is not None and following.place.line <= problem.place.line:
            lines[number] = line
            break
        done.append(Repair(number + 1, words))
    if not done:
        return data, []
    end = "\r\n" if b"\r\n" in data else "\n"
    return end.join(lines).encode("utf-8"), done


def _first(lines: list[str], path: str) -> Diagnostic | None:
    """What keeps the file from being read."""
    document, problems = compose("\n".join(lines), path, lines)
    return problems[-1] if document is None and problems else None


def _mended(
    lines: list[str], problem: Diagnostic, names: Collection[str]
) -> tuple[int, str, str] | None:
    """The number of a line, what to write in it, and what that is in words."""
    number, column = problem.place.line - 1, problem.place.column - 1
    if not 0 <= number < len(lines):
        return None
    line = lines[number]
    if problem.code == "yaml-tab" and (tabs := _TABS.match(line)):
        return number, "  " * len(tabs[0]) + line[len(tabs[0]) :], "spaces in place of tabs"
    if problem.code == "yaml-colon":
        found = parts(line)
        return _in_marks(line, number, found.value_column) if found.key else None
    if problem.code == "yaml-sign":
        # Only the whole of a value: `key: @words` or `- *words*`.
        before = line[:column]
        begins = parts(line).value_column == column or _ITEM.fullmatch(before)
        return _in_marks(line, number, column) if begins and line[column] not in "|>" else None
    if problem.code == "yaml-key" and (found_ := _NO_SPACE.fullmatch(line)) and found_[2] in names:
        space, name, rest = found_.groups()
        return number, f"{space}{name}: {rest}", f"a space behind {shown(f'{name}:')}"
    return None


def _in_marks(line: str, number: int, column: int) -> tuple[int, str, str] | None:
    """The value from a column on in quotation marks; None where some of it may be a comment."""
    value = line[column:].rstrip()
    if not value or re.search(r"(?:^|\s)#", value):
        return None
    written = scalar(value)
    if written[0] not in "\"'":
        written = f'"{value}"'
    return number, line[:column] + written, f"quotation marks around {shown(value)}"
