"""A person at a terminal is told what takes long, and nobody else."""

from __future__ import annotations

import sys
import time

import pytest

from postil.cli.clock import Clock


@pytest.mark.parametrize(("terminal", "seconds"), [(False, 5.0), (True, 0.5), (True, 5.0)])
def test_progress_is_for_terminals_and_after_a_second(
    terminal: bool,
    seconds: float,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = Clock()
    begun = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: begun + seconds)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    clock.count("notes.json", 7)
    clock.count("notes.json", 8)  # too soon after the line before
    clock.done()
    told = capsys.readouterr().err
    if terminal and seconds > 1:
        assert told == "\r\x1b[Kimporting notes.json: 7 notes …\r\x1b[K"
    else:
        assert told == ""
