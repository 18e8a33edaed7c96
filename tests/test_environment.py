"""tools/environment.sh says in one sentence what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# What a bare machine has: a POSIX shell and its usual tools.
BARE = ("cat", "cksum", "dirname", "rm", "sh")
OLD = "#!/bin/sh\ncase $2 in *print*) echo 3.9;; *) exit 1;; esac\n"
# Debian's python3 without python3-venv: venv can be imported, ensurepip cannot.
NO_VENV = "#!/bin/sh\ncase $2 in *print*) echo 3.11;; *ensurepip*) exit 1;; esac\n"


@pytest.fixture
def run(root: Path, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the script on a machine that has only the programs given, as name and script."""
    clone, programs = tmp_path / "a clone", tmp_path / "bin"
    (clone / "tools").mkdir(parents=True)
    programs.mkdir()
    shutil.copy(root / "tools" / "environment.sh", clone / "tools")
    for name in BARE:
        found = shutil.which(name)
        assert found
        (programs / name).symlink_to(found)

    def run(asked_for: str = "", **scripts: str) -> subprocess.CompletedProcess[str]:
        for name, script in scripts.items():
            path = programs / name.replace("_", ".")
            path.write_text(script, encoding="utf-8")
            path.chmod(0o755)
        return subprocess.run(
            [programs / "sh", clone / "tools" / "environment.sh", "site"],
            env={"PATH": str(programs), "PYTHON": asked_for},
            capture_output=True,
            text=True,
        )

    return run


@pytest.mark.parametrize(
    ("scripts", "start", "also"),
    [
        ({}, "python3 is missing", "3.11 or newer"),
        ({"python3": OLD}, "python3 is Python 3.9", "3.11 or newer"),
        ({"python3": NO_VENV}, "Python's venv module is missing", "install python3-venv"),
        # One that is too old is passed over for one that is not.
        ({"python3": OLD, "python3_11": NO_VENV}, "Python's venv", "install python3-venv"),
        # What was asked for is never passed over.
        ({"python3": NO_VENV, "asked_for": "python3.9"}, "PYTHON is set to python3.9", "not run"),
        ({"python3_9": OLD, "asked_for": "python3.9"}, "PYTHON is set to python3.9", "3.9; 3.11"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(
    run: Callable[..., subprocess.CompletedProcess[str]],
    scripts: dict[str, str],
    start: str,
    also: str,
) -> None:
    done = run(**scripts)
    assert done.returncode == 1
    assert done.stdout == ""
    (sentence,) = done.stderr.splitlines()
    assert sentence.startswith(start)
    assert also in sentence


def test_an_environment_that_is_complete_is_left_alone(root: Path, tmp_path: Path) -> None:
    """The second run installs nothing and asks nobody, whatever the times of the files."""
    clone = tmp_path / "a clone"
    for folder in ("tools", "requirements"):
        shutil.copytree(root / folder, clone / folder)
    (clone / "plugins" / "postil").mkdir(parents=True)
    shutil.copy(root / "plugins" / "postil" / "__init__.py", clone / "plugins" / "postil")
    shutil.copy(root / "pyproject.toml", clone)
    program = clone / ".venv" / "bin" / "python"
    program.parent.mkdir(parents=True)
    log = tmp_path / "log"
    program.write_text(
        f'#!/bin/sh\necho "$*" >>"{log}"\n'
        f'case "$*" in "-m pip "*) ;; *) exec "{sys.executable}" "$@";; esac\n',
        encoding="utf-8",
    )
    program.chmod(0o755)

    def run() -> list[str]:
        log.write_text("", encoding="utf-8")
        environment = {key: value for key, value in os.environ.items() if key != "PYTHON"}
        subprocess.run(
            ["sh", clone / "tools" / "environment.sh", "dev"],
            check=True,
            capture_output=True,
            env=environment,
        )
        lines = log.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if line.startswith("-m pip")]

    first = run()
    assert len(first) == 3
    assert all("--require-hashes" in line for line in first[:2])
    assert run() == []
    os.utime(clone / "requirements" / "dev.lock")
    assert run() == []
    with (clone / "requirements" / "dev.lock").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    assert len(run()) == 1
    # A folder that moved holds an editable install that points to where it was.
    clone = clone.rename(tmp_path / "another clone")
    assert len(run()) == 1
