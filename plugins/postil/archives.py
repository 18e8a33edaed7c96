"""What a machine made for its shard of a site, in one file that another machine reads.

The file is a line that says what it is, and then one thing after another: the name of its slot,
its size, and the thing with its key and seal (see `postil.sealed`). It is put in its place when all
of it is written. The first thing says what the file holds.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from postil.sealed import SIZE, is_sealed, opened, sealed

_HEAD = b"postil shard 1\n"
_SLOT, _LENGTH = 16, 8
_ABOUT = hashlib.blake2b(b"what a shard holds", digest_size=SIZE).digest()
"""The key of what the file says of itself."""


@dataclass(frozen=True, slots=True)
class About:
    """What the file of a shard holds.

    `shard` is written as `3/8`. `texts` are those of the shard, of `of` texts that the site has;
    `code` is a key for the programs, `programs` their versions.
    """

    shard: str
    texts: int
    of: int
    code: bytes
    programs: str


class Writing:
    """A file in the making."""

    def __init__(self, path: Path, about: About, secret: bytes, name: str = "") -> None:
        """Begins to write. Slots are those of the configuration `name`. Raises OSError."""
        self._path, self._secret, self._name = path, secret, name
        self._temporary = path.with_suffix(f".{secrets.token_hex(4)}.tmp")
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._temporary.open("xb")
        self._file.write(_HEAD)
        self._write(b"", _ABOUT, about)

    def put(self, slot: str, key: bytes, thing: object) -> None:
        """Adds a thing. Raises OSError."""
        self._write(_slot(self._name, slot), key, thing)

    def end(self) -> None:
        """Puts the file in its place. Raises OSError."""
        self._file.close()
        self._temporary.replace(self._path)

    def cancel(self) -> None:
        """Leaves nothing, unless it was put in its place."""
        self._file.close()
        with suppress(OSError):
            self._temporary.unlink()

    def _write(self, slot: bytes, key: bytes, thing: object) -> None:
        written = sealed(thing, key, self._secret)
        size = len(written).to_bytes(_LENGTH, "big")
        self._file.write(slot.ljust(_SLOT, b"\0") + size + written)


class Archive:
    """The file of a shard, in which things are looked up by slot and key.

    Nothing in it is trusted but what is sealed, and each seal is looked at twice: when the file is
    read first, and when a thing is taken. Whoever cuts it, or puts it together anew, makes things
    missing, and changes none. Several processes may look into it.
    """

    def __init__(self, path: Path, secret: bytes, name: str = "") -> None:
        """Reads where things stand. `bad` counts those without a seal. Raises OSError."""
        self.path, self._secret, self._name = path, secret, name
        self.bad = 0
        self._at: dict[bytes, tuple[int, int, bytes]] = {}
        with path.open("rb") as file:
            self._find(file, os.fstat(file.fileno()).st_size)

    def __len__(self) -> int:
        """How many things there are, besides what the file says of itself."""
        return max(len(self._at) - 1, 0)

    @property
    def about(self) -> About | None:
        """What the file says that it holds; None where nobody who knows the secret wrote it."""
        found = self._get(bytes(_SLOT), _ABOUT)
        return found[0] if found and isinstance(found[0], About) else None

    def key(self, slot: str) -> bytes | None:
        """The key of what a slot holds."""
        found = self._at.get(_slot(self._name, slot))
        return found[2] if found else None

    def get(self, slot: str, key: bytes) -> tuple[Any] | None:
        """The thing of that key in a slot, in a tuple, or None."""
        return self._get(_slot(self._name, slot), key)

    def _get(self, slot: bytes, key: bytes) -> tuple[Any] | None:
        start, length, found = self._at.get(slot, (0, 0, b""))
        if found != key:
            return None
        try:
            with self.path.open("rb") as file:
                file.seek(start)
                return opened(file.read(length), key, self._secret)
        except OSError:
            return None

    def _find(self, file: BinaryIO, size: int) -> None:
        if file.read(len(_HEAD)) != _HEAD:
            return
        at = len(_HEAD)
        while at + _SLOT + _LENGTH + 2 * SIZE <= size:
            head = file.read(_SLOT + _LENGTH)
            start, length = at + len(head), int.from_bytes(head[_SLOT:], "big")
            if length < 2 * SIZE or start + length > size:
                return
            written = file.read(length)
            if is_sealed(written, self._secret):
                self._at[head[:_SLOT]] = (start, length, written[SIZE : 2 * SIZE])
            else:
                self.bad += 1
            at = start + length


def _slot(name: str, slot: str) -> bytes:
    return hashlib.blake2b(f"{name} {slot}".encode(), digest_size=_SLOT).digest()
