"""The versions of Python on this machine, one of each, beside the one that runs the tests."""

from __future__ import annotations

import functools
import re
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
NEWEST = (3, 14)


@functools.cache
def others() -> dict[str, str]:
    """Interpreters by their version, such as “3.13”: those on the path, and those of pyenv."""
    found: dict[str, str] = {}
    here = sys.version_info[:2]
    for minor in range(OLDEST[1], NEWEST[1] + 1):
        version = f"3.{minor}"
        if (3, minor) == here:
            continue
        kept = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"), key=_patch)
        for program in (shutil.which(f"python{version}"), *map(str, reversed(kept))):
            if program and _version(program) == version:
                found[version] = program
                break
    return found


def told() -> str:
    """Which versions builds are compared between, and which are missing here, in one line."""
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    wanted = [f"3.{minor}" for minor in range(OLDEST[1], NEWEST[1] + 1)]
    there = [version for version in wanted if version == here or version in others()]
    missing = [version for version in wanted if version not in there]
    line = f"Builds were compared between these versions of Python: {', '.join(there)}"
    return f"{line}; not on this machine: {', '.join(missing)}" if missing else line


def _patch(path: Path) -> int:
    found = re.search(r"\.(\d+)/bin/", str(path))
    return int(found[1]) if found else 0


def _version(program: str) -> str:
    words = "import sys; print('%d.%d' % sys.version_info[:2])"
    done = subprocess.run([program, "-c", words], capture_output=True, text=True, check=False)
    return done.stdout.strip()
