"""The vocabulary of CSL data, by name, as reading and writing want it."""

from __future__ import annotations

from collections.abc import Iterable

from postil.model.fields import work
from postil.model.fields.field import Field
from postil.model.fields.source import CHECKS, DATE, NAME

TYPES = work.TYPES


def _names(fields: Iterable[Field]) -> tuple[str, ...]:
    return tuple(field.name for field in fields)


NAMES = _names(work.NAMES)
"""Fields that hold lists of names."""

NAME_PARTS = NAME.names

DATES = _names(work.DATES)
"""Fields that hold dates."""

DATE_PARTS = DATE.names

TEXTS = _names(work.TEXTS)
"""Fields that hold words or numbers, both kept as they were written."""

OTHERS = _names(work.OTHERS)
"""Fields that are kept as they are."""

CHECKED = _names(CHECKS)
"""Fields that are Postil's: how a source was checked."""
