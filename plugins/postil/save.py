"""Writes a file as a whole or not at all.

No room holds this: the command and the plugin, which never import each other, save alike, and the
others make bytes and save nothing.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def save(path: Path, content: bytes) -> None:
    """Puts `content` in place of what `path` holds, which keeps its mode; a link stays a link.

    It is written beside it, made sure to be on the disk, and moved there: nobody ever reads half
    of it, and neither a full disk nor a machine that stops loses what was there. Raises OSError.
    """
    target = path.resolve()
    # A name of its own, for two builds may save one file at once.
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as stream:
            if target.exists():
                # Before anything is in it that only some may read.
                temporary.chmod(target.stat().st_mode & 0o777)
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
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
