"""What holds for the files of the repository as a whole."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

# Written so that this file does not match itself.
UNWANTED = {
    "a path of somebody's machine": re.compile(r"(?<![\w.])/(?:root|home|Users)/(?!runner\b)\w"),
    "an address of a package index": re.compile(
        r"--(?:extra-)?index[-]url|(?:PIP|UV)_\w*INDEX[_]URL"
        r"|files\.python[h]osted|pypi\.org/sim[p]le|registry\.npm[j]s|deb\.deb[i]an\.org"
    ),
    "a conflict of a merge": re.compile(r"^(?:<{7} |>{7} )", re.MULTILINE),
}
LOCKS = ("site", "dev", "trust")
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; ([^\\]+?))? \\$", re.MULTILINE)


@pytest.fixture(scope="module")
def tracked(root: Path) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True, text=True
    )
    return [path for name in listed.stdout.split("\0") if name and (path := root / name).is_file()]


def pins(root: Path, lock: str) -> dict[tuple[str, str], str]:
    """The version of each package of a lock, by its name and the marker of where it holds."""
    text = (root / "requirements" / f"{lock}.lock").read_text(encoding="utf-8")
    return {(name, marker): version for name, version, marker in PIN.findall(text)}


def normal(requirement: str) -> str:
    """The name of a requirement, as locks write it."""
    found = re.match(r"[\w.-]+", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found[0]).lower()


@pytest.mark.parametrize("what", UNWANTED)
def test_no_file_holds(what: str, root: Path, tracked: list[Path]) -> None:
    found = []
    for path in tracked:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture
        for match in UNWANTED[what].finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            found.append(f"{path.relative_to(root)}:{line}: {match[0]}")
    assert not found


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_of_a_lock_has_a_hash(root: Path, lock: str) -> None:
    text = (root / "requirements" / f"{lock}.lock").read_text(encoding="utf-8")
    requirements = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert requirements
    for requirement in requirements:
        assert PIN.match(requirement), requirement.splitlines()[0]
        assert "--hash=sha256:" in requirement, requirement.splitlines()[0]


def test_the_locks_agree(root: Path) -> None:
    site, dev = pins(root, "site"), pins(root, "dev")
    assert site.items() <= dev.items()


def test_the_locks_hold_what_pyproject_asks_for(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    runtime = {normal(entry) for entry in project["project"]["dependencies"]}
    everything = {
        normal(entry)
        for name, group in groups.items()
        for entry in group
        if isinstance(entry, str) and name != "trust"
    }
    hours = {normal(entry) for entry in groups["trust"] if isinstance(entry, str)}
    locked = {lock: {name for name, _ in pins(root, lock)} for lock in LOCKS}
    assert runtime | {normal(entry) for entry in groups["build"]} <= locked["site"]
    assert runtime | everything <= locked["dev"]
    assert runtime | everything | hours <= locked["trust"]


def test_the_readme_begins_with_the_two_commands(root: Path) -> None:
    first_screen = (root / "README.md").read_text(encoding="utf-8").splitlines()[:30]
    assert any(line.startswith("make site") for line in first_screen)
    assert any(line.startswith("make test") for line in first_screen)


def test_continuous_integration_runs_the_command_of_the_readme(root: Path) -> None:
    script = root / ".ci" / "run"
    assert script.read_text(encoding="utf-8").splitlines()[-1] == "exec make test"
    assert script.stat().st_mode & stat.S_IXUSR


def test_make_lists_every_command(root: Path) -> None:
    rules = (root / "Makefile").read_text(encoding="utf-8")
    # Rules that only serve others say nothing of themselves.
    silent = {"site-environment", "environment", "trust-environment", "checkers", "git", "chromium"}
    commands = set(re.findall(r"^([a-z-]+):", rules, re.MULTILINE)) - silent
    clean = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    listed = subprocess.run(
        ["make", "--no-print-directory"],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
        env=clean,
    )
    assert set(re.findall(r"^  make ([a-z-]+) +\S", listed.stdout, re.MULTILINE)) == commands


def test_make_knows_every_command_as_no_file(root: Path) -> None:
    rules = (root / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    (phony,) = re.findall(r"^\.PHONY: (.+)$", rules, re.MULTILINE)
    assert set(phony.split()) == set(re.findall(r"^([a-z-]+):", rules, re.MULTILINE))


def test_commands_in_the_documentation_exist(root: Path, tracked: list[Path]) -> None:
    rules = (root / "Makefile").read_text(encoding="utf-8")
    commands = set(re.findall(r"^([a-z-]+):", rules, re.MULTILINE))
    named = {
        command
        for path in tracked
        if path.suffix == ".md" and "content" not in path.parts
        for command in re.findall(r"(?:^|`)make ([a-z-]+)", path.read_text(encoding="utf-8"), re.M)
    }
    assert named <= commands


def test_hooks_run_what_the_lock_pins(root: Path) -> None:
    hooks = yaml.safe_load((root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repo["repo"] for repo in hooks["repos"]] == ["local"]
