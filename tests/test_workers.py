"""Work that several processes share."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from postil import workers
from postil.workers import processes_for, together

ITEMS = list(range(23))


def square(number: int) -> int:
    return number * number


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a command, where no thread of the tests is beside the first one."""
    monkeypatch.setattr(workers.threading, "active_count", lambda: 1)


# A fork beside the threads of a test runner is what Python warns of; here none of them holds a lock
# that the copy needs.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("processes", [1, 2, 3, 40])
def test_what_is_made_comes_in_the_order_of_the_items(processes: int) -> None:
    assert list(together(square, ITEMS, processes)) == [square(one) for one in ITEMS]


@pytest.mark.usefixtures("alone")
def test_several_processes_work_on_it() -> None:
    made = set(together(lambda _: os.getpid(), ITEMS, 3))
    assert len(made) == 3
    assert os.getpid() not in made


@pytest.mark.usefixtures("alone")
def test_nothing_is_made_twice_and_much_is_no_problem() -> None:
    """More than a pipe holds, of very different size."""
    made = list(together(lambda number: "x" * (number % 5) * 100_000, ITEMS, 2))
    assert [len(one) for one in made] == [number % 5 * 100_000 for number in ITEMS]


def ends(number: int, where: int = os.getpid()) -> int:
    if number == 7 and os.getpid() != where:
        os._exit(9)
    return number


@pytest.mark.usefixtures("alone")
def test_a_process_that_ends_loses_nothing() -> None:
    assert list(together(ends, ITEMS, 3)) == ITEMS


def unpickled(number: int) -> Callable[[], int]:
    return lambda: number


@pytest.mark.usefixtures("alone")
def test_what_no_process_can_send_is_made_here() -> None:
    assert [one() for one in together(unpickled, ITEMS, 2)] == ITEMS


def fails(number: int) -> int:
    if number == 7:
        raise ValueError(number)
    return number


@pytest.mark.usefixtures("alone")
def test_what_fails_fails_here_after_all_before_it() -> None:
    made = together(fails, ITEMS, 3)
    assert [next(made) for _ in range(7)] == ITEMS[:7]
    with pytest.raises(ValueError, match="7"):
        next(made)


def test_beside_other_threads_nothing_is_copied() -> None:
    if workers.threading.active_count() == 1:
        workers.threading.Thread(target=workers.threading.Event().wait, daemon=True).start()
    assert set(together(lambda _: os.getpid(), ITEMS, 3)) == {os.getpid()}
    assert processes_for(1000, 0) == 1


@pytest.mark.usefixtures("alone")
def test_few_items_are_worth_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "processors", lambda: 4)
    assert processes_for(3, 0) == 1
    assert processes_for(1000, 0) == 4
    assert processes_for(1000, 7) == 7
    assert processes_for(3, 7) == 3
    assert processes_for(0, 7) == 1


KILLED = """
import os, signal, sys, time
from postil.workers import together
print(os.getpid(), flush=True)
made = together(lambda n: time.sleep(0.05) or (os.getpid(), "x" * 100_000), range(400), 2)
print(next(made)[0], next(made)[0], flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_no_process_stays_when_the_first_one_is_killed() -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED], capture_output=True, text=True)
    others = [Path(f"/proc/{one}/stat") for one in killed.stdout.split()[1:]]
    assert len(others) == 2
    # Each notices when it has something to send.
    limit = time.monotonic() + 30
    while any(map(lives, others)) and time.monotonic() < limit:
        time.sleep(0.1)
    assert not any(map(lives, others))


def lives(stat: Path) -> bool:
    """Whether a process runs, and is not one that has ended and that nobody asked about yet."""
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
