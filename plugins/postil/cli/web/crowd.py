"""Many addresses at once, those of one host one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import TypeVar

from postil.cli.web.client import host_of
from postil.cli.web.pace import Pace, StoppedError

Result = TypeVar("Result")


def ask_all(
    addresses: Iterable[str], ask: Callable[[str], Result], pace: Pace, jobs: int
) -> Iterator[tuple[str, Result]]:
    """Each address and what `ask` gives for it, in the order in which they come.

    At most `jobs` hosts are asked at a time. An error of `ask` is raised here. Whoever stops
    asking for more, or is interrupted, stops the pace, and with it all waiting.
    """
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(host_of(address), []).append(address)
    # The longest first, for it decides how long all of it takes.
    groups = sorted(hosts.values(), key=len, reverse=True)
    results: SimpleQueue[tuple[str, Result | BaseException]] = SimpleQueue()

    def ask_group(group: list[str]) -> None:
        for address in group:
            try:
                results.put((address, ask(address)))
            except StoppedError:
                return
            except BaseException as error:
                results.put((address, error))
                return

    finished = False
    executor = ThreadPoolExecutor(max_workers=jobs)
    try:
        for group in groups:
            executor.submit(ask_group, group)
        for _ in range(sum(map(len, groups))):
            address, result = results.get()
            if isinstance(result, BaseException):
                raise result
            yield address, result
        finished = True
    finally:
        if not finished:
            pace.stop()
        executor.shutdown(cancel_futures=True)
