"""Fields as an entry each: what a value can be, what it means, and an example."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import yaml
from tools.reference.markup import code, entry, fence, listed

from postil.model.fields.field import Field, Form, Shape

_SHORT = 72
"""An example that is no longer stands within a line."""
_FEW = 8
"""Words without a meaning of their own that stand within a sentence."""


def entries(fields: Iterable[Field], shape: Shape, links: Mapping[str, str]) -> str:
    """An entry for each field. `links` are the addresses of shapes by their ids, and those of
    options by `option:` and their names."""
    return "\n".join(
        entry(
            f"{code(field.name)} *{_form(field, links)}*",
            "\n\n".join(_paragraphs(field, links)),
            f"{shape.id}-{field.name}",
        )
        for field in fields
    )


def whole(fields: Iterable[Field]) -> str:
    """Every field that has an example, with its example."""
    return "\n".join(field.example for field in fields if field.example)


def example_values(shape: Shape) -> dict[str, Any]:
    """The values in the examples of a shape, by the names of its fields."""
    values: dict[str, Any] = yaml.load(whole(shape.fields), yaml.BaseLoader)  # noqa: S506 - words alone
    return values


def _form(field: Field, links: Mapping[str, str]) -> str:
    form = field.form.value
    if field.form is Form.FIELDS:
        form = f"[{field.of}]({links[field.of]})"
        if field.alone:
            form = f"text, or {form}"
    elif field.form is Form.REFERENCE:
        form = f"id of a [{field.of}]({links[field.of]})"
    elif field.form is Form.ENTRIES:
        form = f"[{field.of}s]({links[field.of]}) by id"
    elif field.form is Form.RANGE:
        form = f"date, or its [parts]({links[field.of]})"
    many = ", or a list" if field.many else ""
    return form + many + ("; required" if field.required else "")


def _paragraphs(field: Field, links: Mapping[str, str]) -> Iterable[str]:
    notes = [field.meaning]
    plain = not any(field.words.values())
    if field.words and plain and len(field.words) <= _FEW:
        notes.append(f"It can be {listed(field.words)}{_own(field, links)}.")
    if field.default:
        notes.append(f"Default: {code(field.default)}.")
    short = len(field.example) <= _SHORT and "\n" not in field.example
    if field.example and short:
        notes.append(f"Example: {code(field.example)}")
    yield " ".join(notes)
    if field.words and not plain:
        said = "\n".join(f"- {code(word)}: {meaning}" for word, meaning in field.words.items())
        own = _own(field, links)
        yield said + (f"\n- {own.removeprefix(', ')}." if own else "")
    elif len(field.words) > _FEW:
        yield f"It can be {listed(field.words)}."
    if field.example and not short:
        yield fence(field.example, "yaml")


def _own(field: Field, links: Mapping[str, str]) -> str:
    if not field.option:
        return ""
    return f", or one of the [site’s own]({links[f'option:{field.option}']})"
