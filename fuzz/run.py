"""Targets under libFuzzer, some at a time, each in a process of its own."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from fuzz.inputs import ROOT
from fuzz.targets import target

FOLDER = ROOT / ".cache" / "fuzz"
_EXECUTIONS = re.compile(r"^stat::number_of_executed_units: +(\d+)|^#(\d+)\t", re.MULTILINE)
_COVERAGE = re.compile(r"\bcov: (\d+) ft: (\d+)")
_HANG = 60


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a target: inputs that were tried, branches that they reached and kinds of ways
    through them, and what went wrong, in words."""

    name: str
    executions: int
    branches: int
    ways: int
    findings: tuple[str, ...]


def run_all(names: Iterable[str], seconds: int, runs: int, jobs: int) -> list[Result]:
    """Each target for so many seconds, or so many inputs where there is a number of them."""
    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(lambda name: run_one(name, seconds, runs), names))


def run_one(name: str, seconds: int, runs: int) -> Result:
    """One target. Its corpus stays in `.cache/fuzz/`, and the next run begins with it."""
    folder = FOLDER / name
    _prepare(name, folder)
    options = ["-print_final_stats=1", f"-timeout={_HANG}", f"-artifact_prefix={folder}/hang-"]
    options += [f"-max_total_time={seconds}"] if seconds else []
    options += [f"-runs={runs}"] if runs else []
    command = [sys.executable, "-m", "fuzz.drive", name, str(folder), *options]
    log = folder / "log"
    with log.open("wb") as stream:
        code = subprocess.run(
            command, cwd=ROOT, stdout=stream, stderr=stream, check=False
        ).returncode
    said = log.read_text(encoding="utf-8", errors="replace")
    counts = [int(one or other) for one, other in _EXECUTIONS.findall(said)]
    reached = [(int(one), int(other)) for one, other in _COVERAGE.findall(said)]
    findings = [*_findings(folder)]
    if code:
        findings.append(f"{name}: the run ended with {code}; see {log}\n{said[-2000:]}")
    branches, ways = max(reached, default=(0, 0))
    return Result(name, max(counts, default=0), branches, ways, tuple(findings))


def _prepare(name: str, folder: Path) -> None:
    for part in ("findings", "seeds"):
        shutil.rmtree(folder / part, ignore_errors=True)
    for part in ("corpus", "seeds", "findings"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    module = target(name)
    small = (seed for seed in module.seeds() if len(seed) <= module.LONGEST)
    for number, seed in enumerate(small):
        (folder / "seeds" / f"{number:03}").write_bytes(seed)


def _findings(folder: Path) -> Iterable[str]:
    for path in sorted((folder / "findings").glob("*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        data = found["input"].encode("latin-1")
        yield f"{folder.name}: {found['where']}\n{data!r}\n{found['told']}"
