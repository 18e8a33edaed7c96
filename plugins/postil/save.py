"""Writes a file as a whole or not at all.

No room holds this: the command and the plugin, which never import each other, save alike, and the
others make bytes and save nothing.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has none.
    fcntl = None  # type: ignore[assignment]


def save(path: Path, content: bytes, was: bytes | None = None) -> None:
    """Puts `content` in place of what `path` holds, which keeps its mode; a link stays a link.

    It is written beside it, made sure to be on the disk, and moved there: nobody ever reads half
    of it, and neither a full disk nor a machine that stops loses what was there. Raises OSError;
    also where the file does not hold `was` any more, which `content` was made from: somebody else
    wrote there meanwhile.
    """
    target = path.resolve()

    def put(temporary: Path) -> None:
        with _alone(target.parent):
            if was is not None and target.read_bytes() != was:
                raise OSError(0, f"{path.name} was changed meanwhile")
            temporary.replace(target)

    _write(target, content, put)


def create(path: Path, content: bytes) -> None:
    """A new file; the one that is there already, whoever made it, is not replaced.

    Raises OSError, FileExistsError where something is there, be it a link that leads to nothing.
    """

    def put(temporary: Path) -> None:
        with _alone(path.parent):
            try:
                # Fails where the name is taken, even by somebody who wrote at the same time.
                os.link(temporary, path)
            except FileExistsError:
                raise FileExistsError(0, f"{path.name} is there already") from None
            except OSError:
                # Some file systems give a file one name alone.
                _free(path)
                temporary.replace(path)
            else:
                temporary.unlink()

    _free(path)
    _write(path, content, put)


def _free(path: Path) -> None:
    if os.path.lexists(path):
        raise FileExistsError(0, f"{path.name} is there already")


def _write(target: Path, content: bytes, put: Callable[[Path], None]) -> None:
    """Writes beside `target`, and has it `put` there."""
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
        put(temporary)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keeps other commands from writing into a folder, where its file system can."""
    if fcntl is None:
        yield
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # Not every network drive knows locks.
            fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)
