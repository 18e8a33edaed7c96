"""Programs as whole processes: how long they take, how much memory they need."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_UNKEPT = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds by the clock, seconds of processor time with that of its children, and the
    largest resident memory of one process, in bytes."""

    clock: float
    processor: float
    memory: int


class ProgramError(Exception):
    """A program that was to be measured failed."""


def measured(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], allowed: Sequence[int]
) -> Run:
    """Runs a command to its end. Raises ProgramError where it ends with another code."""
    log = folder / "said.log"
    # What is installed keeps what Python compiled of it.
    own = {name: value for name, value in os.environ.items() if name != _UNKEPT}
    with log.open("wb") as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**own, **environment}, stdout=said, stderr=said
        )
        # Of this one process and those that it waited for, unlike `getrusage` of all children.
        _, status, usage = os.wait4(process.pid, 0)
        clock = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise ProgramError(f"{' '.join(command)} ended with {process.returncode}:\n{tail}")
    # Linux counts it in kilobytes.
    return Run(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
