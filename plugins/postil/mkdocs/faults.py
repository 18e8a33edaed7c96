"""What a build says where the system refuses it a file: a sentence, and no traceback."""

from __future__ import annotations

import errno
import os
from pathlib import Path

_OF_THE_DISK = frozenset(
    getattr(errno, name, errno.EIO) for name in ("EDQUOT", "EFBIG", "EIO", "ENOSPC", "EROFS")
)
"""What only a disk can answer; a system without quotas lacks their number."""


def refused(error: Exception, root: Path) -> str | None:
    """Why a build of the site below `root` ends: which file, and what the system says of it.

    None for every other error, those of the network among them.
    """
    if not isinstance(error, OSError) or type(error).__module__ != "builtins":
        return None
    # Of a file that is copied, the new one comes second.
    path = error.filename2 or error.filename
    if path is None and error.errno not in _OF_THE_DISK:
        return None
    words = error.strerror or str(error)
    return words if path is None else f"{_named(os.fsdecode(path), root)}: {words}"


def _named(path: str, root: Path) -> str:
    """The path as it is, or from the folder of the site where it is in there."""
    file = Path(path)
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else path
