"""Values of fields as JSON Schema: their types, patterns and words, and what editors show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from postil.model.fields.field import ASKED, Field, Form, Shape
from postil.model.fields.patterns import LENGTHS, PATTERNS
from postil.model.settings import Settings
from postil.read.nodes import Scalar
from postil.read.scalars import plain, resolve
from postil.read.yaml_nodes import compose

SCALARS = ("string", "number", "boolean")
"""What YAML makes of words: `2024` and `true` are words where a field takes them."""

_EMPTY = "Nothing is written here."

FILLED: Mapping[str, Any] = {"pattern": r"\S", "patternErrorMessage": _EMPTY}
"""For words that have to be there."""

THERE: Mapping[str, Any] = {"type": [*SCALARS], "errorMessage": _EMPTY, **FILLED}
"""For a field of which nothing is known but that words have to be there."""

_NUMBERS: Mapping[Form, Mapping[str, Any]] = {
    # A year alone is a number to YAML; patterns are about strings.
    Form.DATE: {"type": ["string", "integer"], "minimum": 1000, "maximum": 9999},
    Form.RANGE: {"type": ["string", "integer"], "minimum": 1000, "maximum": 9999},
    Form.DAY: {"type": ["string"]},
    Form.ADDRESS: {"type": ["string"]},
    Form.DOI: {"type": ["string"]},
    Form.LANGUAGE: {"type": ["string"]},
    Form.ID: {"type": ["string", "integer", "boolean"], "minimum": 0},
    Form.SOURCE_ID: {"type": ["string", "number", "boolean"], "minimum": 0},
    # Without hyphens they are numbers, which have lost the zeros that they begin with.
    Form.ISBN: {"type": ["string", "integer"], "minimum": 1_000_000, "maximum": 9_799_999_999_999},
    Form.ISSN: {"type": ["string", "integer"], "minimum": 10_000, "maximum": 99_999_999},
    Form.HASH: {"type": ["string"]},
    Form.FLAG: {"type": ["boolean"]},
}
_DAY = {
    "type": "array",
    "minItems": 1,
    "maxItems": 3,
    "items": {"type": ["integer", "string"], "pattern": r"^-?[0-9]{1,5}$"},
}
_PARTS = {"type": "array", "minItems": 1, "maxItems": 2, "items": _DAY}
_TOLD = frozenset({Form.TEXT, Form.WORD, Form.FIELDS, Form.REFERENCE, Form.ANY})
"""Forms of which the meaning of a field, or its words, say enough."""
_NOTHING = "As if the field were left out."
_MARKUP = re.compile(r"\[([^]]+)\]\([^)]+\)|`([^`]*)`|\*\*([^*]+)\*\*")


def described(meaning: str) -> dict[str, str]:
    """What editors show: as plain words, and as Markdown where that is more."""
    words = _MARKUP.sub(lambda found: found[1] or found[2] or found[3] or "", meaning)
    return {"description": words} | ({"markdownDescription": meaning} if words != meaning else {})


def value(shape: Shape, field: Field, settings: Settings) -> dict[str, Any]:
    """A field with one value, of the types that a scalar can have."""
    asked = "" if field.form in _TOLD else f" {ASKED[field.form]}"
    made: dict[str, Any] = {
        "title": f"{shape.id.replace('-', ' ').capitalize()}: {field.name}",
        **described(field.meaning + asked),
        **_form(field, _words(field, settings)),
    }
    if field.default:
        made["default"] = _read(field.default)
    if field.example:
        made["examples"] = [_example(field)]
    return made


def _form(field: Field, words: Mapping[str, str]) -> dict[str, Any]:
    if words:
        return _choice(field, words)
    form = field.form
    if form is Form.ANY:
        return {"type": ["array", "object", *SCALARS, "null"]}
    if form is Form.PARTS:
        return _PARTS
    made = dict(_NUMBERS.get(form, {"type": [*SCALARS]}))
    empty = not (field.required or field.filled)
    if pattern := PATTERNS.get(form):
        # Reading takes no white space around a value for a part of it.
        made["pattern"] = rf"^\s*(?:{pattern})\s*$" + (r"|^\s*$" if empty else "")
        made["patternErrorMessage"] = described(ASKED[form])["description"]
    elif not empty and "string" in made["type"]:
        made |= FILLED
    if form in LENGTHS:
        made["maxLength"] = LENGTHS[form]
    if empty:
        made["type"] = [*made["type"], "null"]
    return made


def _choice(field: Field, words: Mapping[str, str]) -> dict[str, Any]:
    """One of some words. YAML takes some for something else: a verdict may be called `true`."""
    others = {word: read for word in words if (read := _read(word)) != word}
    made: dict[str, Any] = {"enum": [*words, *others.values()]}
    if any(words.values()):
        made["markdownEnumDescriptions"] = [*words.values(), *(words[word] for word in others)]
    if not field.required:
        made["enum"].append(None)
        if "markdownEnumDescriptions" in made:
            made["markdownEnumDescriptions"].append(_NOTHING)
    return made


def _words(field: Field, settings: Settings) -> Mapping[str, str]:
    """The words that a value can be; those that a site chooses are its own."""
    if field.option == "kinds":
        return {kind.id: kind.label for kind in settings.kinds}
    if field.option == "verdicts":
        return {verdict.id: verdict.meaning for verdict in settings.verdicts}
    return field.words


def _read(word: str) -> Any:
    return resolve(Scalar(word, "", 1, 1, 1, 1))


def _example(field: Field) -> Any:
    """The value in the example of a field, which is YAML."""
    document, _ = compose(field.example, "", field.example.split("\n"))
    value = plain(document.root) if document is not None and document.root is not None else {}
    return value[field.name]
