"""Keys for values: equal ones for equal values."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from io import BytesIO
from operator import attrgetter
from typing import Any

_SIZE = 32


class _Writers(dict[type, Callable[[Any], Any]]):
    """How values are written, by their type. That of dataclasses with slots is Python code in
    Python, and many times as slow; nobody reads what is written here."""

    def __missing__(self, type_: type) -> Callable[[Any], Any]:
        if not is_dataclass(type_):
            raise KeyError(type_)
        if "__reduce__" in vars(type_):
            # Else this is asked once more for each of the many values of the type.
            self[type_] = own = type_.__reduce__
            return own
        names = [field.name for field in fields(type_)]
        values = attrgetter(*names, "__class__")
        self[type_] = writer = lambda value: (type_, values(value))
        return writer


_WRITERS = _Writers()


def as_bytes(words: str) -> bytes:
    """A long string for a key: one that is not ASCII keeps a copy of itself for as long as it
    lives, once it was written by pickle."""
    return words.encode("utf-8", "surrogatepass")


def digest(*values: object) -> bytes:
    """A key for values: the same for equal ones, and else, but for a collision of BLAKE2b, another.

    They may be any that pickle can write and that hold no sets, whose order changes.
    """
    written = BytesIO()
    pickler = pickle.Pickler(written, protocol=5)
    pickler.dispatch_table = _WRITERS
    # Equal values that are one object here and two there are to be written alike.
    pickler.fast = True
    pickler.dump(values)
    return hashlib.blake2b(written.getbuffer(), digest_size=_SIZE).digest()
