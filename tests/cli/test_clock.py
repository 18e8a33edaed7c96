"""A person at a terminal is told what takes long, and nobody else."""

from __future__ import annotations

import sys
import time

import pytest

from postil.cli import clock as clock_module
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


@pytest.mark.parametrize("terminal", [True, False])
def test_a_long_step_is_told_as_well_and_an_error_clears_the_line(
    terminal: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock_module, "_SLOW", 0.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)

    def work() -> None:
        with Clock("reading letter.docx") as clock:
            while terminal and not clock.told:
                time.sleep(0.001)
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        work()
    expected = "\r\x1b[Kreading letter.docx …\r\x1b[K" if terminal else ""
    assert capsys.readouterr().err == expected
