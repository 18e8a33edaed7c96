"""Of which commit the code is."""

from __future__ import annotations

import subprocess
from pathlib import Path


def commit_of(root: Path) -> str:
    """The commit of a repository, in ten letters. Raises CalledProcessError where there is none."""
    return subprocess.run(
        ["git", "rev-parse", "--short=10", "HEAD"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
