"""Shapes, the lists of fields of one kind of thing, as JSON Schema."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from postil.model.fields.annotation import CITATION, REVISION, TARGET
from postil.model.fields.field import Field, Form, Shape
from postil.model.fields.source import CHECKS, DATE, NAME, SOURCE
from postil.model.fields.text import TEXT
from postil.model.settings import Settings
from postil.publish.schema_values import FILLED, THERE, described, value

_SHAPES = {shape.id: shape for shape in (TARGET, CITATION, REVISION, SOURCE, NAME, DATE, TEXT)}
_OWN = {"^x-": {"description": "Yours: it is kept and ignored."}}


class Definitions:
    """The shapes of one schema. What a shape says of its fields stands once, under `definitions`,
    and says nothing of the type of the value: each use does, for a field may hold one thing, a list
    of them or, in short, the words of one. So there are no alternatives of which an editor would
    have to guess which was meant, and an error stands where it is.
    """

    def __init__(self, settings: Settings) -> None:
        """Begin with none, for a site of these settings."""
        self.settings = settings
        self.made: dict[str, Any] = {}

    def one(self, shape: Shape, *, shared: bool = False) -> dict[str, Any]:
        """One thing of a shape, with fields of others beside its own where it is `shared`."""
        return {"type": "object", **_named(shape), **self._refer(shape, shared=shared)}

    def one_or_list(self, shape: Shape) -> dict[str, Any]:
        """A list of things, or one alone."""
        return {"type": ["array", "object"], **self._refer(shape), "items": self.one(shape)}

    def _refer(self, shape: Shape, *, shared: bool = False) -> dict[str, Any]:
        if shape.id not in self.made:
            self.made[shape.id] = {}  # A target may stand in a target.
            self.made[shape.id] = self._fields(shape, shared)
        return {"allOf": [{"$ref": f"#/definitions/{shape.id}"}]}

    def _fields(self, shape: Shape, shared: bool) -> dict[str, Any]:
        made: dict[str, Any] = {
            "properties": {one.name: self._field(shape, one) for one in shape.fields}
        }
        if not shared:
            made |= {"patternProperties": _OWN, "additionalProperties": False}
        if required := [one.name for one in shape.fields if one.required]:
            made["required"] = required
        if shape.needs:
            made["anyOf"] = [
                {"required": [name], "properties": {name: THERE}} for name in shape.needs
            ]
        beside: dict[str, Any] = {one.name: [one.beside] for one in shape.fields if one.beside}
        for one in shape.fields:
            if one.apart:
                refused = _refused(one)
                beside[one.name] = {"properties": dict.fromkeys(one.apart, refused)}
        if beside:
            made["dependencies"] = beside
        return made

    def _field(self, shape: Shape, field: Field) -> dict[str, Any]:
        made = value(shape, field, self.settings)
        if field.form is Form.ANY:
            return made | ({"properties": self._kept(shape)} if field.name == "custom" else {})
        if field.of in _SHAPES and field.form in (Form.FIELDS, Form.RANGE):
            made = self._of_shape(field, made)
        elif field.many:
            made = {
                **made,
                "type": ["array", *made["type"]],
                "items": {"type": _filled(made["type"])},
            }
        if field.many and field.required:
            made["minItems"] = 1
        return made

    def _of_shape(self, field: Field, made: dict[str, Any]) -> dict[str, Any]:
        shape = _SHAPES[field.of]
        short = _filled(made["type"]) if field.alone or field.form is Form.RANGE else []
        refer = self._refer(shape)
        one = [*short, "object"]
        types = ["array", *one] if field.many else one
        made |= {"type": types if field.required else [*types, "null"], **refer}
        # What is written in short stands for that field.
        filled = FILLED if field.alone and shape.by_name[field.alone].filled else {}
        made |= filled
        if field.many:
            types = one if short else ["object"]
            made["items"] = {"type": types, **_named(shape), **refer, **filled}
        return made

    def _kept(self, shape: Shape) -> dict[str, Any]:
        """What may stand under `custom`, which is where CSL-JSON keeps what it has no field for."""
        return {one.name: self._field(shape, one) for one in CHECKS}


def _refused(field: Field) -> dict[str, Any]:
    """What no value fits, of a field that stands beside one that it cannot stand with."""
    return {"not": {}, "errorMessage": f"This cannot stand beside “{field.name}”."}


def _named(shape: Shape) -> dict[str, str]:
    return {"title": shape.id.replace("-", " ").capitalize(), **described(shape.meaning)}


def _filled(types: Iterable[str]) -> list[str]:
    """The types without that of nothing."""
    return [one for one in types if one != "null"]
