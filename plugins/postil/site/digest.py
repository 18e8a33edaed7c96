"""Keys for values: equal ones for equal values."""

from __future__ import annotations

import hashlib
import pickle
from io import BytesIO

_SIZE = 32


def digest(*values: object) -> bytes:
    """A key for values: the same for equal ones, and else, but for a collision of BLAKE2b, another.

    They may be any that pickle can write and that hold no sets, whose order changes.
    """
    written = BytesIO()
    pickler = pickle.Pickler(written, protocol=5)
    # Equal values that are one object here and two there are to be written alike.
    pickler.fast = True
    pickler.dump(values)
    return hashlib.blake2b(written.getbuffer(), digest_size=_SIZE).digest()
