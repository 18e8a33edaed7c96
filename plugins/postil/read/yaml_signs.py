"""Characters that have a meaning in YAML where somebody only wrote a text."""

from __future__ import annotations

import re

from postil.read import limits
from postil.read.words import quoted, shown
from postil.read.yaml_lines import Failure, Finding, parts

_SCANNED = ("scanning an alias", "scanning an anchor", "a tag", "scanning a directive")
"""What the parser was reading where a sign began it and something else followed."""


def in_quotes(failure: Failure) -> Finding | None:
    """Quotation marks that begin a value and do not end it."""
    if "quoted scalar" in failure.context:
        if re.search("escape|hexa?decimal", failure.problem):
            return _backslash(failure)
        return (
            *("yaml-quotes", failure.from_line, failure.from_column),
            "the quotation mark that begins here is never closed",
            "add the closing mark; if the mark belongs to the text, put the whole value between"
            " marks of the other kind",
        )
    if not _ended(failure):
        return None
    number, column = failure.line, failure.column
    line = parts(failure.lines[number])
    mark = line.value[:1]
    if mark not in {'"', "'"} or column == line.value_column + 1:
        return _opened(failure.lines, number)
    if column <= line.value_column:
        return None
    rest = failure.lines[number][column:].rstrip()
    if line.value[0] == "'" and line.value.endswith("'") and '"' not in line.value:
        hint = f'use the marks " instead: {quoted(line.value[1:-1])}'
    else:
        hint = f"put marks of the other kind around the whole value: {quoted(line.value)}"
    return (
        *("yaml-quotes", number, column),
        f"the value ends with its second quotation mark, and {shown(rest)} stands after it",
        hint,
    )


def _ended(failure: Failure) -> bool:
    """Whether the parser found something after the end of a value."""
    words = ("expected key", "'-' indicator", "<block end>", "<document start>")
    return any(word in failure.problem for word in words)


def _opened(lines: list[str], number: int) -> Finding | None:
    """The nearest line above whose value begins with a mark that it does not end with."""
    for above in range(number - 1, max(number - limits.SLIP_LINES, 0) - 1, -1):
        line = parts(lines[above])
        mark = line.value[:1]
        if mark in {'"', "'"}:
            if line.value.count(mark) % 2 == 0:
                return None
            return (
                *("yaml-quotes", above, line.value_column),
                f"the quotation mark {mark} that begins here ends too early, or not at all",
                f"write {mark} at the end of the value, and only there; if the text holds such"
                " marks, put the value between marks of the other kind",
            )
    return None


def _backslash(failure: Failure) -> Finding:
    number = failure.line
    column = failure.lines[number].rfind("\\", 0, failure.column + 1)
    line = parts(failure.lines[number])
    inner = line.value[1:-1]
    whole = line.value == f'"{inner}"' and "'" not in inner and len(inner) <= limits.SHOWN
    return (
        *("yaml-quotes", number, max(column, 0)),
        'a backslash has a special meaning between the marks "',
        "put the value between the marks '" + (f": '{inner}'" if whole else ""),
    )


def in_brackets(failure: Failure) -> Finding | None:
    """Brackets that begin a value and do not end it."""
    if "flow" in failure.context:
        number, column = _bracket(failure)
    elif _ended(failure):
        number, column = failure.line, failure.column
        line = parts(failure.lines[number])
        if line.value[:1] not in {"[", "{"} or column <= line.value_column:
            return None
        column = line.value_column
    else:
        return None
    value = failure.lines[number][column:].rstrip()
    if not value:
        return None
    what = "a list" if value.startswith("[") else "a list of “key: value” parts"
    return (
        *("yaml-brackets", number, column),
        f"YAML takes “{value[:1]}” for the begin of {what}, and cannot read it to the end",
        f"if the brackets belong to the text, put it in quotation marks: {quoted(value)};"
        " if not, look for the closing one and for commas between the items",
    )


def _bracket(failure: Failure) -> tuple[int, int]:
    """Where the bracket stands that is not closed."""
    lowest = max(failure.from_line - limits.SLIP_LINES, 0)
    for number in range(failure.from_line, lowest - 1, -1):
        written = failure.lines[number]
        if number == failure.from_line and written[failure.from_column :][:1] in {"[", "{"}:
            return number, failure.from_column
        if found := re.search(r"[\[{]", written):
            return number, found.start()
    return failure.from_line, failure.from_column


def in_signs(failure: Failure) -> Finding | None:
    """A value that begins with another character that has a meaning."""
    number, column = failure.line, failure.column
    if _ended(failure):
        line = parts(failure.lines[number])
        if line.value[:1] not in {"*", "&", "!"} or column <= line.value_column:
            return None
        return _begins(failure, number, line.value_column)
    if "block scalar" in failure.context:
        number, column = failure.from_line, failure.from_column
        value = failure.lines[number][column:].rstrip()
        return (
            *("yaml-sign", number, column),
            f"after “{value[:1]}” the text must begin in the next line",
            f"move it there, or put the whole value in quotation marks: {quoted(value)}",
        )
    if any(what in failure.context for what in _SCANNED):
        return _begins(failure, failure.from_line, failure.from_column)
    known = ("cannot start any token", "node content", "sequence entries are not allowed")
    if any(what in failure.problem for what in known):
        return _begins(failure, number, column)
    return None


def _begins(failure: Failure, number: int, column: int) -> Finding | None:
    value = failure.lines[number][column:].rstrip()
    if not value:
        return None
    return (
        *("yaml-sign", number, column),
        f"a value cannot begin with “{value[0]}”, which has a special meaning in YAML",
        f"put the whole value in quotation marks: {quoted(value)}",
    )
