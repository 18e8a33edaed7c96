"""Things that are written for another process, sealed: nothing without the seal is ever read.

What pickle writes can run anything where it is read. So a thing is written with a key of all that
it was made from, and with a seal that only those can make who know a secret.
"""

from __future__ import annotations

import hashlib
import hmac
import pickle
from typing import Any

SIZE = 32
"""Bytes of a secret, a seal and a key."""


def sealed(thing: object, key: bytes, secret: bytes) -> bytes:
    """A thing with its key and the seal: the seal, the key, and what pickle writes."""
    written = key + pickle.dumps(thing, protocol=5)
    return seal(written, secret) + written


def opened(written: bytes, key: bytes, secret: bytes) -> tuple[Any] | None:
    """The thing, in a tuple; None where it is one of another key, or of somebody else."""
    if written[SIZE : 2 * SIZE] != key or not is_sealed(written, secret):
        return None
    return (pickle.loads(memoryview(written)[2 * SIZE :]),)  # noqa: S301 - who knows the secret wrote it


def is_sealed(written: bytes, secret: bytes) -> bool:
    """Whether who knows the secret wrote it."""
    return hmac.compare_digest(written[:SIZE], seal(memoryview(written)[SIZE:], secret))


def seal(written: bytes | memoryview, secret: bytes) -> bytes:
    """The seal of bytes: BLAKE2b with a key (RFC 7693)."""
    return hashlib.blake2b(written, key=secret, digest_size=SIZE).digest()
