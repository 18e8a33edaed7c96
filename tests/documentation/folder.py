"""A folder in which the examples of one page are taken, one after the other."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner
from mkdocs.config import load_config

from postil.cli.main import main
from postil.read.settings import read_settings
from postil.site.check import check_site

from . import kinds
from .exceptions import CANNOT_RUN, FIND_SOMETHING
from .pages import Example, commands

_BIN = Path(sys.executable).parent


class Folder:
    """What a reader has who follows a page: the files so far, and what the last commands said."""

    def __init__(self, root: Path, page: str) -> None:
        self.root = root
        self._findings = list(FIND_SOMETHING.get(page, ()))
        self._here = root
        self._known = set(root.rglob("*"))
        """The files of the start and of the page; what else is there, a command has written."""
        self._said: str | None = None

    def take(self, example: Example) -> None:
        """Does what the example asks for; fails where it is not as the page says."""
        match example.language:
            case "sh":
                said = [self._run(command, example) for command in commands(example.text)]
                self._said = "".join(said)
                return
            case "text" if example.follows and not example.title and self._said is not None:
                assert_says(self._said, example)
            case "yaml":
                self._take_yaml(example)
            case "json":
                json.loads(example.text)
            case "toml":
                tomllib.loads(example.text)
            case "python":
                self._run_python(example)
                return
        if example.title and example.language != "yaml":
            self._write(example.title, example.text)
        self._said = None

    def problems(self) -> list[str]:
        """What is wrong with the files at the end of the page, as `postil check` finds it.

        Commands that should have found something and were not reached are wrong as well.
        """
        if self._findings:
            return [f"{command} was not run" for command, _ in self._findings]
        path = self._here / "mkdocs.yml"
        if not (self._here / "annotations").is_dir() or not path.is_file():
            return []
        host, wrong = read_settings(path)
        found = [*wrong, *check_site(self._here, host).diagnostics]
        return [str(problem) for problem in found if problem.code not in kinds.UNFINISHED]

    def _take_yaml(self, example: Example) -> None:
        kind = kinds.kind_of(example)
        if kind == "configuration":
            self._configure(example)
        elif kind == "workflow":
            kinds.check_workflow(example)
        elif example.title:
            self._write(example.title, example.text)
        else:
            kinds.check_alone(example, kind, self.root.parent / f"{self.root.name}-{example.line}")

    def _write(self, path: str, text: str) -> None:
        file = self._here / path
        if file.exists() and file not in self._known:
            assert file.read_text(encoding="utf-8") == text, f"{path} is not what was written"
        self._known.add(file)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def _configure(self, example: Example) -> None:
        """Sets the options of the block in mkdocs.yml, and has the host and Postil read it."""
        file = self._here / "mkdocs.yml"
        before = file.read_text(encoding="utf-8") if file.is_file() else ""
        options: dict[str, Any] = kinds.load(before) or {}
        file.write_text(yaml.safe_dump({**options, **kinds.load(example.text)}), encoding="utf-8")
        _, wrong = read_settings(file)
        assert [str(problem) for problem in wrong] == [], example
        load_config(str(file))
        if not example.title:
            file.write_text(before, encoding="utf-8")

    def _run(self, command: str, example: Example) -> str:
        if any(re.search(pattern, command) for pattern in CANNOT_RUN):
            return ""
        if folder := re.fullmatch(r"cd (\S+)", command):
            self._here = (self._here / folder[1]).resolve()
            assert self._here.is_dir(), example
            # What a new site begins with may be replaced.
            self._known.update(self._here.rglob("*"))
            return ""
        code, said = _postil(command, self._here) or _shell(command, self._here)
        expected = 0
        if self._findings and self._findings[0][0] == command:
            expected = self._findings.pop(0)[1]
        assert code == expected, f"{example}: {command}\n{said}"
        return said

    def _run_python(self, example: Example) -> None:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", example.text],
            cwd=self._here,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"{example}\n{done.stderr}"
        self._said = done.stdout


def _postil(command: str, here: Path) -> tuple[int, str] | None:
    """Runs a command of Postil in this process where it needs no shell, in half the time."""
    if not command.startswith("postil ") or re.search(r"[|<>$*]", command):
        return None
    with contextlib.chdir(here):
        done = CliRunner().invoke(main, shlex.split(command)[1:], catch_exceptions=False)
    return done.exit_code, done.output


def _shell(command: str, here: Path) -> tuple[int, str]:
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=here,
        env=environment(),
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout + done.stderr


def assert_says(said: str, example: Example) -> None:
    """The block stands in what was said; an ellipsis is anything, and lines end where they like."""
    words = [r"\s+".join(map(re.escape, part.split())) for part in example.text.split("…")]
    assert re.search(".*".join(words), said, re.DOTALL), f"{example} is not said in:\n{said}"


def environment() -> dict[str, str]:
    """The programs of this environment first; git knows somebody, and nothing is coloured."""
    kept = {name: os.environ[name] for name in ("HOME", "LANG", "PYTHONPATH") if name in os.environ}
    git = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "The editors"), ("EMAIL", "editors@example.org"))
    }
    path = os.pathsep.join([str(_BIN), os.environ["PATH"]])
    return {**kept, **git, "PATH": path, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
