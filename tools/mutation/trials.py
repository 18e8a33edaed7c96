"""Tries changes: pytest collects once, and each change runs in a process forked from there."""

from __future__ import annotations

import gc
import json
import os
import random
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from mmap import mmap
from pathlib import Path
from time import monotonic, process_time

import pytest
from mutmut.mutation import trampoline
from tools.mutation.changes import Change
from tools.mutation.outcomes import Outcomes

_MOST_SECONDS = 6.0
"""How long the tests of one change may take together; the slowest are left out."""
_TIMES_LONGER, _SECONDS_MORE = 10.0, 1.0
"""How much longer than before a test may take, in seconds of the processor; more is noticed."""
_MOST_MEMORY = 2**31
"""Bytes that a trial may ask for: some changes never stop adding to a list."""


class Trials:
    """A plugin of pytest that runs the tests for each change instead of once."""

    def __init__(self, changes: Sequence[Change], outcomes: Outcomes, jobs: int) -> None:
        self._changes = list(changes)
        self._outcomes = outcomes
        self._jobs = jobs

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Stands in for pytest's own loop over the tests it collected."""
        reached = _reached(session)
        # What is there now is not looked through again in each trial.
        gc.freeze()
        # By lot, so that what was tried when someone stops is a fair sample; last what was not
        # noticed before, for that takes longest.
        random.Random(0).shuffle(self._changes)  # noqa: S311
        self._changes.sort(key=lambda one: self._outcomes.is_noticed(one) is None)
        running: dict[int, tuple[Change, mmap]] = {}
        began, done = monotonic(), 0
        while self._changes or running:
            while self._changes and len(running) < self._jobs:
                change, place = self._changes.pop(), mmap(-1, 4)
                trial = partial(_try, session, change, reached.get(change.function, []), place)
                running[_fork(trial)] = change, place
            process, status = os.wait()
            change, place = running.pop(process)
            self._outcomes.note(change, noticed=status != 0)
            if status:
                # What noticed one change of a function may well notice the next.
                tests = reached[change.function]
                tests.insert(0, tests.pop(int.from_bytes(place, sys.byteorder)))
            done += 1
            if done % 50 == 0 or not (self._changes or running):
                self._outcomes.write()
                print(f"{done} tried, {len(self._changes)} left, {monotonic() - began:.0f} s")
        return True


_Test = tuple[int, float]
"""A test by its place among those collected, and how many seconds it takes."""


def _reached(session: pytest.Session) -> dict[str, list[_Test]]:
    """The tests that reach each function, quickest first. Raises where one of them fails."""
    with tempfile.NamedTemporaryFile() as file:
        process = _fork(partial(_note_reached, session, Path(file.name)))
        if os.waitpid(process, 0)[1]:
            raise pytest.UsageError("The tests fail without any change.")
        found: list[tuple[float, list[str]]] = json.loads(Path(file.name).read_text())
    reached: dict[str, list[_Test]] = {}
    for place, (seconds, functions) in sorted(enumerate(found), key=lambda one: one[1][0]):
        for function in functions:
            tests = reached.setdefault(function, [])
            if not tests or sum(taken for _, taken in tests) + seconds < _MOST_SECONDS:
                tests.append((place, seconds))
    return reached


def _note_reached(session: pytest.Session, file: Path) -> int:
    hits: set[str] = set()

    def note(name: str, **_: object) -> None:
        hits.add(name)

    # What calls it is generated, and looks it up there at each call.
    trampoline.record_trampoline_hit = note
    trampoline.set_mutant_under_test("stats")
    found: list[tuple[float, list[str]]] = []
    for place, item in enumerate(session.items):
        hits.clear()
        before = process_time()
        _run(session, item, session.items[place + 1 : place + 2])
        found.append((process_time() - before, sorted(hits)))
    file.write_text(json.dumps(found))
    return session.testsfailed


def _try(session: pytest.Session, change: Change, tests: Sequence[_Test], place: mmap) -> int:
    trampoline.set_mutant_under_test(change.name)
    resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MEMORY, _MOST_MEMORY))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    items = [session.items[number] for number, _ in tests]
    for number, (_, seconds) in enumerate(tests):
        place[:] = number.to_bytes(4, sys.byteorder)
        # Ends the process; a change may make a loop that never ends.
        signal.setitimer(signal.ITIMER_PROF, _SECONDS_MORE + _TIMES_LONGER * seconds)
        _run(session, items[number], items[number + 1 : number + 2])
        if session.testsfailed:
            return 1
    return 0


def _run(session: pytest.Session, item: pytest.Item, following: Sequence[pytest.Item]) -> None:
    """Runs a test; what is set up stays as far as the following one needs it."""
    session.config.hook.pytest_runtest_protocol(
        item=item, nextitem=following[0] if following else None
    )


def _fork(do: Callable[[], int]) -> int:
    """The id of a new process that ends with what `do` gives."""
    sys.stdout.flush()
    process = os.fork()
    if process:
        return process
    code = 1
    try:
        code = min(do(), 1)
    except BaseException:  # Nothing may return into pytest of the process that was forked.
        traceback.print_exc()
    finally:
        os._exit(code)
