"""The option `limits`: how much of what people wrote a site takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postil.model.fields.options import LIMITS
from postil.model.limits import Limits
from postil.read.words import meant, shown

Problem = tuple[tuple[str, ...], str, str]
"""What is wrong: the way to the option, the message, and a hint."""


def read_limits(value: Any) -> tuple[Limits, list[Problem]]:
    """The limits of a site, defaults where they are absent or wrong, and what is wrong."""
    if value is None:
        return Limits(), []
    if not isinstance(value, Mapping):
        return Limits(), [(("limits",), "must be a list of “key: value” lines", "")]
    found: dict[str, int] = {}
    problems: list[Problem] = []
    for name, number in value.items():
        where = ("limits", str(name))
        if name not in LIMITS.by_name:
            message = f"{shown(str(name))} is not an option"
            problems.append((where, message, meant(str(name), LIMITS.names)))
        elif type(number) is not int or number < 1:
            problems.append((where, f"{shown(str(number))} is not a number from 1 on", ""))
        else:
            found[str(name)] = number
    return Limits(**found), problems
