"""By which programs things are made: what others made, or an earlier version, is made anew."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from postil.kept import Kept
from postil.read.signs import folder_signs, now, tells
from postil.sealed import SIZE

_HERE = Path(__file__).parent


@cache
def code(kept: Kept | None = None) -> bytes:
    """A key for what makes things: Postil's own code, and every package beside it.

    Where nobody wrote to that code since, what `kept` has of it is taken.
    """
    found = hashlib.blake2b(sys.version.encode(), digest_size=SIZE)
    for package in sorted(_packages()):
        found.update(f"\n{package}".encode())
    found.update(_own(kept))
    return found.digest()


def _own(kept: Kept | None) -> bytes:
    """A key for Postil's own code."""
    if kept is None:
        return _read_code()
    found = folder_signs(_HERE.parent, [_HERE.name], now())
    signs = sorted(
        (path, sign) for path, sign in found.by_path.items() if "__pycache__" not in path
    )
    key = hashlib.blake2b(repr((_HERE, signs)).encode(), digest_size=SIZE).digest()
    if not all(tells(sign) for _, sign in signs):
        return _read_code()
    own: bytes = (kept.get("code", key) or (b"",))[0]
    if not own:
        own = _read_code()
        kept.put("code", key, own)
    return own


def _read_code() -> bytes:
    suffixes = {".py", ".html", ".css", ".js", ".svg", ".json", ".csl"}
    own = sorted(path for path in _HERE.rglob("*") if path.suffix in suffixes)
    found = hashlib.blake2b(digest_size=SIZE)
    for path in own:
        found.update(f"\n{path.relative_to(_HERE)}\n".encode())
        found.update(hashlib.blake2b(path.read_bytes()).digest())
    return found.digest()


def _packages() -> Iterable[str]:
    """The names and versions of what is installed."""
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or ".") as found:
            yield from (one.name for one in found if one.name.endswith(".dist-info"))
