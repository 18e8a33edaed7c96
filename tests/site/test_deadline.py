"""What takes too long is ended, and nothing else is. No times: what is not ended never ends."""

from __future__ import annotations

import itertools
import subprocess
import sys
import threading

import pytest

from postil.site.deadline import Deadline, TooLongError, within


def for_ever() -> None:
    for _ in itertools.count():
        pass


def test_what_never_ends_is_ended() -> None:
    with pytest.raises(TooLongError), within(0.05):
        for_ever()


def test_what_ends_in_time_is_left_alone() -> None:
    before = threading.active_count()
    with within(600):
        found = sum(range(10))
    assert found == 45
    assert threading.active_count() <= before + 1  # the clock of this one may still be ending


def test_the_shorter_of_two_counts() -> None:
    with pytest.raises(TooLongError), within(600), within(0.05):
        for_ever()
    with pytest.raises(TooLongError), within(0.05), within(600):
        for_ever()


def test_an_error_is_the_error() -> None:
    with pytest.raises(ZeroDivisionError), within(600):
        _ = 1 / 0


def test_other_threads_go_on() -> None:
    ended = threading.Event()
    go_on = threading.Event()

    def other() -> None:
        go_on.wait()
        ended.set()

    thread = threading.Thread(target=other)
    thread.start()
    with pytest.raises(TooLongError), within(0.05):
        for_ever()
    go_on.set()
    thread.join()
    assert ended.is_set()


def test_time_that_is_over_while_nobody_looks_is_said_at_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # As if the exception were still on its way: a single long step of C, such as a search.
    monkeypatch.setattr("postil.site.deadline._raise_in", lambda *_: None)
    deadline = Deadline(0.001)
    deadline.start()
    while not deadline._over:
        pass
    with pytest.raises(TooLongError):
        deadline.stop()
    with pytest.raises(TooLongError):
        deadline.stop()  # as often as one likes


def test_a_clock_that_nobody_stops_ends_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    # The exception may arrive in the first instruction of what would have stopped it.
    monkeypatch.setattr("postil.site.deadline._AGAIN", 0.001)
    monkeypatch.setattr("postil.site.deadline._raise_in", lambda *_: None)
    deadline = Deadline(0.001)
    deadline.start()
    deadline._clock.join()


# Python 3.11 looked for an exception that was taken back for ever, and hung here.
TRACED = """
import sys, threading
from postil.site.deadline import TooLongError, within
sys.settrace(lambda *_: None)
try:
    with within(0.05):
        for _ in iter(int, 1):
            pass
except TooLongError:
    print("ended")
(lambda: print("went on"))()
"""


def test_a_program_that_is_traced_goes_on() -> None:
    done = subprocess.run(
        [sys.executable, "-c", TRACED], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split("\n") == ["ended", "went on", ""]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_what_is_raised_while_an_object_is_taken_away_is_raised_again() -> None:
    class Endless:
        def __del__(self) -> None:
            for_ever()

    def twice() -> None:
        endless = Endless()
        del endless  # Python drops what is raised in there
        for_ever()

    with pytest.raises(TooLongError), within(0.05):
        twice()
