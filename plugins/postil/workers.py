"""Pure work on many things at once, by processes that know everything that this one knows.

A process made by `fork` begins as a copy: what it is to work on need not be sent, and what it
returns is pickled. Each takes every n-th item. Where one ends before its work does, for want of
memory, say, the rest of its items are worked on here, so nothing depends on how many there are.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Made = TypeVar("Made")


class Sharing(Protocol):
    """How work on many items is done: by `map`, or by several processes (see `sharing`)."""

    def __call__(self, work: Callable[[Item], Made], items: Sequence[Item], /) -> Iterable[Made]:
        """What `work` makes of each item, in their order."""


def sharing(jobs: int) -> Sharing:
    """Work by `jobs` processes, 0 for as many as are worth it."""

    def share(work: Callable[[Item], Made], items: Sequence[Item], /) -> Iterable[Made]:
        return together(work, items, processes_for(len(items), jobs))

    return share


_WORTH_IT = 16
"""Items below which a copy of this process costs more than it saves."""


def processes_for(items: int, asked: int) -> int:
    """How many processes work on so many items: `asked`, or, where that is 0, as many as this
    one may use processors, and no more than one for a few items."""
    if asked:
        return min(asked, max(items, 1))
    if items < _WORTH_IT or not can_fork():
        return 1
    return min(processors(), items)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_fork() -> bool:
    """Whether a copy of this process would be whole: of several threads, it has one alone. On
    macOS, libraries of the system do not stand it."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def together(work: Callable[[Item], Made], items: Sequence[Item], processes: int) -> Iterator[Made]:
    """What `work` makes of each item, in their order.

    It must change nothing that anybody else sees, and what it returns must be one that pickle can
    write. What it raises is raised here, in the order of the items.
    """
    if processes <= 1 or len(items) <= 1 or not can_fork():
        yield from map(work, items)
        return
    # It takes a while to load, and little work is not shared.
    import multiprocessing

    context = multiprocessing.get_context("fork")
    readers: list[Connection] = []
    workers = []
    sys.stdout.flush()
    sys.stderr.flush()
    for number in range(processes):
        reader, writer = context.Pipe(duplex=False)
        worker = context.Process(
            target=_share, args=(work, items[number::processes], reader, writer), daemon=True
        )
        worker.start()
        # Else its end would never be seen here.
        writer.close()
        readers.append(reader)
        workers.append(worker)
    try:
        received: Iterator[tuple[Made] | None] = _received(readers, len(items))
        for item, made in zip(items, received, strict=True):
            yield work(item) if made is None else made[0]
    finally:
        for reader in readers:
            reader.close()
        for worker in workers:
            worker.terminate()
            worker.join()


def _received(readers: Sequence[Connection], count: int) -> Iterator[tuple[Made] | None]:
    """What the workers made, in the order of the items; None for what is to be done again.

    Whichever has something is read at once: it could not go on before.
    """
    from multiprocessing.connection import wait

    received: list[list[tuple[Made]]] = [[] for _ in readers]
    open_ = {reader: number for number, reader in enumerate(readers)}
    for at in range(count):
        number, turn = at % len(readers), at // len(readers)
        while len(received[number]) <= turn and readers[number] in open_:
            ready = wait(list(open_))
            for reader in [one for one in open_ if one in ready]:
                try:
                    received[open_[reader]].append((reader.recv(),))
                except (EOFError, OSError):
                    del open_[reader]
        yield received[number][turn] if turn < len(received[number]) else None


def _share(
    work: Callable[[Item], Made], items: Sequence[Item], reader: Connection, writer: Connection
) -> None:
    """Works on a share of the items. At the first that fails it ends: that one is worked on once
    more where somebody can be told."""
    # An interruption from the keyboard reaches all processes; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    reader.close()
    # Of whatever kind, it is raised again where the item is worked on again.
    with suppress(BaseException):
        for item in items:
            writer.send(work(item))
    writer.close()
