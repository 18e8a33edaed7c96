"""What earlier builds made, kept on the disk to be taken again: never wrong, whoever wrote there.

A thing is kept in a slot, with a key of all that it was made from; another key finds nothing.
The folder stands below that of the site, where anybody who sends a change may put files too. So
each thing is sealed with a secret that this machine made and keeps elsewhere, and what has no such
seal does not exist: it is not even looked at.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from postil.save import create
from postil.sealed import SIZE, opened, sealed
from postil.workers import Made, Sharing

Rest = TypeVar("Rest")

_NAME = re.compile(r"[0-9a-f]{32}(\.[0-9a-f]{8}\.tmp)?")

_OLD = 30 * 24 * 60 * 60
"""Seconds after which a thing that no build asked for is taken away."""


BELOW = Path(".cache/plugin/postil/texts")
"""Below the folder of the configuration, beside what Material's plugins keep."""


@dataclass(frozen=True, slots=True)
class Task(Generic[Made]):
    """Something to be made: the slot in which it is kept, the key of everything that it depends on,
    and what makes it."""

    slot: str
    key: bytes
    make: Callable[[], Made]


class Keeping(Protocol):
    """Where things are looked for, and kept."""

    def has(self, slot: str, key: bytes, /) -> bool:
        """Whether there seems to be one of that key in a slot."""

    def get(self, slot: str, key: bytes, /) -> tuple[Any] | None:
        """The thing of that key in a slot, in a tuple, or None."""

    def put(self, slot: str, key: bytes, thing: object, /) -> None:
        """Keeps a thing."""

    def clear(self) -> None:
        """Ends, and takes away what no build asked for in a month."""


class Kept:
    """The things in a folder, made to be there when the first one is kept."""

    def __init__(self, folder: Path, secret: bytes, name: str = "") -> None:
        """Those that go by a `name`: others have slots of their own."""
        self._folder, self._secret, self._name = folder, secret, name

    def has(self, slot: str, key: bytes) -> bool:
        """Whether there seems to be one of that key in a slot."""
        try:
            with self._path(slot).open("rb") as file:
                return file.read(2 * SIZE)[SIZE:] == key
        except OSError:
            return False

    def get(self, slot: str, key: bytes) -> tuple[Any] | None:
        """The thing of that key in a slot, in a tuple, or None."""
        path = self._path(slot)
        try:
            written = path.read_bytes()
            if time.time() - path.stat().st_mtime > _OLD / 2:
                os.utime(path)
        except OSError:
            return None
        return opened(written, key, self._secret)

    def put(self, slot: str, key: bytes, thing: object) -> None:
        """Keeps a thing. Where that is not possible the next build makes it again."""
        written = sealed(thing, key, self._secret)
        path = self._path(slot)
        temporary = path.with_suffix(f".{secrets.token_hex(4)}.tmp")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # It need not reach the disk, unlike what `save` writes: half of it has no seal.
            temporary.write_bytes(written)
            temporary.replace(path)
        except OSError:
            with suppress(OSError):
                temporary.unlink()

    def clear(self) -> None:
        """Takes away what no build asked for in a month."""
        before = time.time() - _OLD
        with suppress(OSError):
            for path in self._folder.iterdir():
                with suppress(OSError):
                    if _NAME.fullmatch(path.name) and path.stat().st_mtime < before:
                        path.unlink()

    def _path(self, slot: str) -> Path:
        return (
            self._folder
            / hashlib.blake2b(f"{self._name} {slot}".encode(), digest_size=16).hexdigest()
        )


def delivered(
    tasks: Sequence[Task[Made]],
    kept: Keeping | None,
    share: Sharing,
    deliver: Callable[[Made], Rest],
) -> Iterable[Rest]:
    """What `deliver` leaves of each thing, in the order of the tasks.

    Both are done by `share`: what is large, and ends in a file, is never handed to this process.
    """
    return share(partial(_delivered, kept, deliver), tasks)


def _delivered(kept: Keeping | None, deliver: Callable[[Made], Rest], task: Task[Made]) -> Rest:
    return deliver(taken(task, kept))


def taken(task: Task[Made], kept: Keeping | None) -> Made:
    """What a task makes: taken where it is kept, and else made and kept."""
    if kept is None:
        return task.make()
    found: tuple[Made] | None = kept.get(task.slot, task.key)
    if found:
        return found[0]
    made = task.make()
    kept.put(task.slot, task.key, made)
    return made


def kept_below(root: Path, configuration: str) -> Kept | None:
    """What is kept below `root` of the site of the configuration file of that name; None where
    nothing can be."""
    own = secret()
    folder = root / BELOW
    # No link may lead elsewhere: whoever sends a change can add one.
    if own is None or folder.resolve() != folder:
        return None
    return Kept(folder, own, configuration)


def done(tasks: Sequence[Task[Made]], kept: Keeping | None, share: Sharing) -> Iterator[Made]:
    """What the tasks make, in their order: taken where it is kept, and else made by `share`."""
    if kept is None:
        yield from share(_made, tasks)
        return
    missing = [task for task in tasks if not kept.has(task.slot, task.key)]
    at, made = {id(task) for task in missing}, iter(share(_made, missing))
    for task in tasks:
        if id(task) not in at and (found := kept.get(task.slot, task.key)):
            yield found[0]
            continue
        thing = next(made) if id(task) in at else task.make()
        kept.put(task.slot, task.key, thing)
        yield thing


def _made(task: Task[Made]) -> Made:
    return task.make()


@cache
def secret() -> bytes | None:
    """The secret of this machine, made when it is first asked for; None where it cannot be kept."""
    try:
        base = os.environ.get("XDG_CACHE_HOME", "")
        home = Path(base) if Path(base).is_absolute() else Path.home() / ".cache"
        file = home / "postil" / "secret"
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            create(file, secrets.token_bytes(SIZE))
            file.chmod(0o600)
        found = file.read_bytes()
    except (OSError, RuntimeError):
        return None
    return found if len(found) == SIZE else None
