"""tools/checkers.py installs what its lock names, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def lock(root: Path) -> Any:
    return json.loads((root / "tools" / "checkers" / "package-lock.json").read_bytes())


def test_every_package_of_the_lock_has_a_hash_and_no_address(lock: Any) -> None:
    packages = {name: facts for name, facts in lock["packages"].items() if name}
    assert packages
    for name, facts in packages.items():
        assert facts["integrity"].startswith("sha512-"), name
        assert "resolved" not in facts, name


def test_the_lock_holds_what_is_asked_for(root: Path, lock: Any) -> None:
    asked = json.loads((root / "tools" / "checkers" / "package.json").read_bytes())
    assert lock["packages"][""]["devDependencies"] == asked["devDependencies"]


def test_what_is_installed_is_left_alone(root: Path) -> None:
    """The second run needs no network."""
    done = subprocess.run(
        [sys.executable, root / "tools" / "checkers.py"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "npm_config_offline": "true"},
    )
    assert done.stdout == done.stderr == ""


def test_types_are_checked(root: Path, tmp_path: Path) -> None:
    """A slip in a script is an error, and so the silence of `make lint` means something."""
    slip = "/** @param {HTMLElement} note */\nexport const open = (note) => note.opne;\n"
    (tmp_path / "slip.js").write_text(slip, encoding="utf-8")
    (tmp_path / "tsconfig.json").write_text(
        json.dumps(
            {
                "extends": str(root / "tools" / "checkers" / "tsconfig.json"),
                "include": ["*.js"],
            }
        ),
        encoding="utf-8",
    )
    done = subprocess.run(
        [
            sys.executable,
            root / "tools" / "checkers.py",
            "typescript/bin/tsc",
            "--project",
            tmp_path,
        ],
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0
    assert "Property 'opne' does not exist on type 'HTMLElement'" in done.stdout
