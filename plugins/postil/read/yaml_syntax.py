"""What is wrong with a file that is no YAML, said for people who never read its specification.

The parser stops where it can go no further, which is often not where the slip is, and its words
differ between the version in C and the one in Python. So the line is looked at again, for the
slips that people make.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.read.words import quoted, shown
from postil.read.yaml_lines import Failure, Finding, Line, key_above, parts
from postil.read.yaml_signs import in_brackets, in_quotes, in_signs


def explain(error: yaml.MarkedYAMLError, path: str, lines: list[str]) -> Diagnostic:
    """The diagnostic for what the parser says of the file whose lines are given."""
    mark = error.problem_mark or error.context_mark
    start = error.context_mark or mark
    if mark is None or start is None:
        return Diagnostic("yaml-syntax", "the file cannot be read as YAML", Place(path))
    failure = Failure(
        str(error.problem or ""),
        str(error.context or ""),
        *(mark.line, mark.column, start.line, start.column),
        [*lines, ""],
    )
    for look in _LOOKS:
        if found := look(failure):
            code, line, column, message, hint = found
            return Diagnostic(code, message, Place(path, line + 1, column + 1), hint)
    return Diagnostic(
        "yaml-syntax",
        "the file cannot be read as YAML from here on",
        Place(path, mark.line + 1, mark.column + 1),
        "look at the colons, quotation marks and indentation of this line and of that above it",
    )


def _tab(failure: Failure) -> Finding | None:
    for number in (failure.line, failure.from_line):
        if found := re.match(r" *(\t+)", failure.lines[number]):
            return (
                *("yaml-tab", number, found.start(1)),
                "the line is indented with a tab",
                "use spaces, two for each step",
            )
    return None


def _colon(failure: Failure) -> Finding | None:
    """A second colon in a line, or a colon in a line that goes on with the one above."""
    if "mapping values are not allowed" not in failure.problem:
        return None
    number, column = failure.line, failure.column
    line = parts(failure.lines[number])
    if line.key and column > line.value_column:
        return (
            *("yaml-colon", number, column),
            f"the value of “{line.key}” holds a colon, which YAML takes for the end of a key",
            f"put the value in quotation marks: {line.key}: {quoted(line.value)}",
        )
    above = number - 1
    while above >= 0 and not failure.lines[above].strip():
        above -= 1
    if above < 0:
        return None
    before = parts(failure.lines[above])
    if not before.key and (found := _no_space(above, failure.lines[above])):
        return found
    owner = key_above(failure.lines, number)
    if owner and line.key:
        return _goes_on(number, line, owner)
    return None


def _goes_on(number: int, line: Line, owner: Line) -> Finding:
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", line.key):
        return (
            *("yaml-indent", number, line.indent),
            f"“{line.key}” is indented below “{owner.key}”, which has a value already",
            f"indent it as the fields beside it; if it belongs to the text of “{owner.key}”, write"
            f" “{owner.key}: |” and the whole text below it, indented",
        )
    return _bar(number, line, owner)


def _bar(number: int, line: Line, owner: Line) -> Finding:
    return (
        *("yaml-bar", number, line.indent),
        f"this line seems to go on with the text of “{owner.key}”, and YAML does not read it so",
        f"write “{owner.key}: |” and the whole text below it, indented by two spaces",
    )


def _no_key(failure: Failure) -> Finding | None:
    """A line that is no `key: value`."""
    if "could not find expected ':'" not in failure.problem:
        return None
    number = failure.from_line
    written = failure.lines[number]
    if found := _no_space(number, written):
        return found
    line = parts(written)
    owner = key_above(failure.lines, number)
    if re.fullmatch(r"\s*(?:- )?[\w-]+\s*", written):
        return (
            *("yaml-key", number, line.indent),
            f"{shown(written)} is not followed by a colon",
            f"write {shown(f'{written.strip()}: …')}",
        )
    if owner and re.match(r"[|>]", owner.value):
        return (
            *("yaml-indent", number, line.indent),
            f"this line is not indented as the text of “{owner.key}” above it",
            f"if it belongs to “{owner.key}”, indent it as the line above",
        )
    return _bar(number, line, owner) if owner else None


def _no_space(number: int, written: str) -> Finding | None:
    found = re.match(r"\s*(?:- )?([\w-]+):(?!//)(\S.*)", written)
    if not found:
        return None
    return (
        *("yaml-key", number, found.end(1)),
        f"a space is missing after the colon of “{found[1]}”",
        f"write {shown(f'{found[1]}: {found[2]}')}",
    )


def _indent(failure: Failure) -> Finding | None:
    """A line whose first word the parser did not expect there."""
    written = failure.lines[failure.line]
    indent = len(written) - len(written.lstrip())
    if not written.strip() or failure.column > indent:
        return None
    if "<document start>" in failure.problem:
        return (
            *("yaml-indent", failure.line, indent),
            "the line is indented less than the first one of the file",
            "begin all fields of an annotation in the same column",
        )
    if not re.search(r"expected (key|'-' indicator|<block end>)", failure.problem):
        return None
    start = failure.from_line + 1
    listed = failure.lines[failure.from_line][failure.from_column :].startswith("-")
    what = "items" if listed else "fields"
    item = written.lstrip().startswith("- ")
    inner = failure.lines[failure.from_line : failure.line]
    if item and not listed and any(line.lstrip().startswith("- ") for line in inner):
        message = "the item does not begin in the same column as the one above it"
        hint = "put all hyphens of a list below each other"
    elif item and not listed:
        message = f"an item of a list stands among the fields that begin in line {start}"
        hint = "indent it below the field that it belongs to, and leave that field's line empty"
    elif listed and indent == failure.from_column:
        message = f"a field stands among the items of the list that begins in line {start}"
        hint = "begin a new item with “- ”, or indent the field as those of its item"
    else:
        message = "the line is indented as none of those above it"
        hint = f"indent it exactly as the other {what} that it belongs to"
    return "yaml-indent", failure.line, indent, message, hint


_LOOKS: tuple[Callable[[Failure], Finding | None], ...] = (
    *(_tab, in_quotes, in_brackets, in_signs, _colon, _no_key, _indent),
)
