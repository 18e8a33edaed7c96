"""Values that are many are written and read quickly where processes and builds hand them on."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

_Value = TypeVar("_Value", bound=type[Any])


def quickly_pickled(value: _Value) -> _Value:
    """Lets pickle make a dataclass of two fields or more, all given to it, anew from them: that is
    several times as quick as what a frozen one with slots does by itself."""
    written = attrgetter(*(field.name for field in fields(value)))

    def reduce(self: Any) -> tuple[Any, ...]:
        return value, written(self)

    value.__reduce__ = reduce  # type: ignore[assignment]  # it is that of a value, not of the type
    return value
