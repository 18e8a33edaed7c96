"""A site's configuration as plain values, to be part of a key."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import PurePath
from types import BuiltinFunctionType, FunctionType
from typing import Any

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.structure.files import InclusionLevel

_VERSIONED = frozenset({"builtins", "functools", "markdown", "material", "mkdocs", "pymdownx"})
"""Packages whose code changes with their versions only, which are part of every key."""


class NotPlainError(Exception):
    """A value of which nobody can tell whether it is the same in the next build."""


def plain(value: object) -> Any:
    """Lists, tuples and texts that are equal for equal values. Raises NotPlainError."""
    if value is None or isinstance(value, bool | int | float | str | bytes):
        return value
    if isinstance(value, Mapping):
        return [(plain(key), plain(one)) for key, one in value.items()]
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, set | frozenset):
        return sorted(map(repr, map(plain, value)))
    if isinstance(value, InclusionLevel):
        return value.name
    if isinstance(value, PurePath):
        return str(value)
    if isinstance(value, ExtraScriptValue):
        return ["script", value.path, value.type, value.defer, value.async_]
    if isinstance(value, functools.partial):
        return ["partial", plain(value.func), plain(value.args), plain(value.keywords)]
    if isinstance(value, FunctionType | BuiltinFunctionType | type):
        return _named(value)
    raise NotPlainError(type(value).__qualname__)


def _named(value: FunctionType | BuiltinFunctionType | type) -> str:
    """What a function or class of a package is called; one that encloses values has no name."""
    module = value.__module__ or ""
    if module.partition(".")[0] not in _VERSIONED or getattr(value, "__closure__", None):
        raise NotPlainError(f"{module}.{value.__qualname__}")
    return f"{module}.{value.__qualname__}"
