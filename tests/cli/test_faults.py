"""Whatever the disk refuses to a command: no file is half-written, none is lost, and it says so."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main

from ..trying import Tried
from .faults import fault
from .small_site import COMMANDS, write_anew

RUN = "from postil.cli.main import main; main()"
# What reads only.
READING = {
    "check": ("check",),
    "status": ("status",),
    "fmt-check": ("fmt", "--check"),
    "pin-check": ("pin", "--check"),
    "reanchor-table": ("reanchor",),
}


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """Makes the site anew, in its folder."""
    # It keeps what is written from a loss of power, which is none of these faults, and takes most
    # of the time of a thousand runs.
    monkeypatch.setattr(os, "fsync", lambda _: None)

    def make() -> Path:
        site = write_anew(tmp_path)
        monkeypatch.chdir(site)
        return site

    return make


def files_of(site: Path) -> dict[str, bytes]:
    """What somebody who looks into the folders sees."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and not any(p.startswith(".") for p in path.relative_to(site).parts)
    }


def faults_of(
    fresh: Callable[[], Path], command: tuple[str, ...], step: int = 1
) -> Iterator[tuple[Path, Result, str]]:
    """Runs a command once for each thing that it asks of the system, or each `step`-th, which then
    fails; the site and the result of each, and what failed."""
    for number in range(1, 1000, step):
        site = fresh()
        with fault(site, number) as refused:
            result = CliRunner().invoke(main, [*command])
        if not refused.what:
            assert number > 3, "nothing was asked of the system"
            return
        told = f"{refused.what}\n{result.output}"
        assert result.exception is None or isinstance(result.exception, SystemExit), (
            f"{told}\n{result.exc_info}"
        )
        assert "Traceback" not in result.output, told
        assert result.output.strip(), told
        yield site, result, told
    raise AssertionError("it never ends")


def each_is_whole(name: str, fresh: Callable[[], Path], step: int) -> int:
    """That no fault of a command leaves half a file; how many there were."""
    site = fresh()
    before = files_of(site)
    CliRunner().invoke(main, [*COMMANDS[name]])
    after = files_of(site)
    assert after != before
    count = 0
    for site, result, told in faults_of(fresh, COMMANDS[name], step):
        count += 1
        now = files_of(site)
        assert now.keys() >= before.keys(), told
        if result.exit_code == 0:
            assert now == after, told
        for path, content in now.items():
            whole = {before.get(path), after.get(path)} - {None}
            # Which of two new files gets the free name depends on which could be written.
            assert content in whole or content in after.values(), f"{told}: {path}\n{content!r}"
    return count


@pytest.mark.parametrize("name", COMMANDS)
def test_whatever_fails_no_file_is_half_written(name: str, fresh: Callable[[], Path]) -> None:
    # It asks for the same four things with each of its many files: one in 7 meets all of them.
    assert each_is_whole(name, fresh, 7 if name == "init" else 1)


@pytest.mark.trust
@pytest.mark.parametrize("name", COMMANDS)
def test_wherever_it_fails_no_file_is_half_written(
    name: str, fresh: Callable[[], Path], tried: Tried
) -> None:
    count = each_is_whole(name, fresh, 1)
    tried("Things that the system refused a command that writes", count)


@pytest.mark.parametrize("name", [*("fmt", "reanchor", "pin", "schema")])
def test_the_next_run_does_what_was_left_undone(name: str, fresh: Callable[[], Path]) -> None:
    site = fresh()
    CliRunner().invoke(main, [*COMMANDS[name]])
    after = files_of(site)
    for site, _, told in faults_of(fresh, COMMANDS[name]):
        CliRunner().invoke(main, [*COMMANDS[name]])
        assert files_of(site) == after, told


@pytest.mark.parametrize("name", READING)
def test_a_command_that_reads_says_what_it_could_not_read(
    name: str, fresh: Callable[[], Path]
) -> None:
    site = fresh()
    before = files_of(site)
    well = CliRunner().invoke(main, [*READING[name]])
    for site, result, told in faults_of(fresh, READING[name]):
        assert files_of(site) == before, told
        # `status` counts what could not be read, and never fails.
        assert result.exit_code or result.output == well.output or name == "status", told


@pytest.mark.parametrize("name", ["fmt", "reanchor", "pin", "new", "add", "import-notes"])
@pytest.mark.parametrize("room", [0, 40])
def test_a_full_disk_loses_nothing(name: str, room: int, fresh: Callable[[], Path]) -> None:
    """Files can have no more than so many bytes, which is what a full disk looks like."""
    site = fresh()
    before = files_of(site)
    done = subprocess.run(
        [sys.executable, "-c", RUN, *COMMANDS[name]],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
        # Whoever measures what is tested would write a file as well.
        env={name: value for name, value in os.environ.items() if "COV" not in name},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "File too large" in done.stdout + done.stderr
    assert files_of(site) == before
