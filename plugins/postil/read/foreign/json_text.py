"""JSON of unknown origin to plain values, within limits."""

from __future__ import annotations

import json
import re
from typing import Any

from postil.read import limits
from postil.read.foreign.entry import clean
from postil.read.foreign.values import Remark

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"?', re.DOTALL)
_COMMA = re.compile(r",(?=\s*[\]}])")


class JsonError(Exception):
    """The text is no JSON, or more of it than is read. The message says where and why."""


def read_json(text: str) -> tuple[Any, list[Remark]]:
    """The value that is written in `text`, and faults that could be read over.

    A comma after the last item, which JavaScript and people write, and a field that stands twice
    are such faults. Raises JsonError for everything else that is wrong.
    """
    remarks: list[Remark] = []
    if _depth(text) > limits.FOREIGN_DEPTH:
        raise JsonError(f"lists stand within lists more than {limits.FOREIGN_DEPTH} deep")
    try:
        return _load(text, remarks), remarks
    except json.JSONDecodeError as error:
        mended = _without_commas(text)
        if mended == text:
            raise JsonError(_said(error)) from None
    except (ValueError, RecursionError) as error:
        raise JsonError(str(error)) from None
    remarks.clear()
    try:
        value = _load(mended, remarks)
    except (ValueError, RecursionError):
        raise JsonError("the file is no JSON: it has more wrong than commas too many") from None
    line = text.count("\n", 0, _first_difference(text, mended)) + 1
    why = f"JSON allows no comma after the last item; line {line} has one"
    return value, [Remark("", ",", why, fault=True), *remarks]


def _load(text: str, remarks: list[Remark]) -> Any:
    def entries(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for written, value in pairs:
            key = clean(written)
            if key in found:
                why = "the field stands twice; the first was taken"
                remarks.append(Remark(key[: limits.SHOWN], "", why, fault=True))
            else:
                found[key] = _cleaned(value)
        return found

    return _cleaned(json.loads(text, object_pairs_hook=entries, parse_constant=_no_constant))


def _cleaned(value: Any) -> Any:
    """A value without what JSON can write as an escape and no file can hold, such as half a
    character; the objects in it are clean already."""
    if isinstance(value, str):
        return clean(value)
    return [_cleaned(item) for item in value] if isinstance(value, list) else value


def _no_constant(word: str) -> Any:
    raise ValueError(f"the file is no JSON: {word} is no number of JSON's")


def _said(error: json.JSONDecodeError) -> str:
    what = error.msg[:1].lower() + error.msg[1:]
    return f"the file is no JSON: {what} in line {error.lineno}, column {error.colno}"


def _depth(text: str) -> int:
    """How deep lists stand within lists; the parser itself would exhaust the stack."""
    depth = deepest = 0
    for sign in re.findall(r"[\[\]{}]", _STRING.sub("", text)):
        depth += 1 if sign in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _without_commas(text: str) -> str:
    """`text` with a space for each comma after the last item of a list."""
    parts, end = [], 0
    for found in _STRING.finditer(text):
        parts += [_COMMA.sub(" ", text[end : found.start()]), found[0]]
        end = found.end()
    return "".join([*parts, _COMMA.sub(" ", text[end:])])


def _first_difference(text: str, other: str) -> int:
    return next(at for at, (one, two) in enumerate(zip(text, other, strict=True)) if one != two)
