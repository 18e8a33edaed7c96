"""Writes a file as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def save(path: Path, content: bytes) -> None:
    """Puts `content` in place of what `path` holds; a link stays a link.

    It is written beside it and moved there, so that nobody ever reads half of it, and a full disk
    loses nothing. Raises OSError.
    """
    target = path.resolve()
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def create(path: Path, content: bytes) -> None:
    """A new file; the one that is there already, whoever made it, is not replaced.

    Raises OSError, FileExistsError where something is there, be it a link that leads to nothing.
    """
    if os.path.lexists(path):
        raise FileExistsError(0, f"{path.name} is there already")
    save(path, content)


def _umask() -> int:
    # It can only be read by setting it.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
