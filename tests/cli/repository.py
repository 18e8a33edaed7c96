"""Sites in folders and in git repositories."""

from __future__ import annotations

import subprocess
from pathlib import Path

GIT_OPTIONS = (
    *("-c", "user.name=editors", "-c", "user.email=editors@example.org"),
    *("-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false"),
)


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", *GIT_OPTIONS, *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
    )


def write(folder: Path, files: dict[str, str | None]) -> None:
    for path, content in files.items():
        file = folder / path
        if content is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
