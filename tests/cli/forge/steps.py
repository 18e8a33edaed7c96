"""Runs the steps of a job as a runner does, with what they are given and what they leave."""

from __future__ import annotations

import os
import re
import shlex
import stat
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_EXPRESSION = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")


@dataclass
class Job:
    """A job in a folder: `context` holds the values of expressions, by what stands in them."""

    folder: Path
    context: dict[str, str]
    variables: dict[str, str] = field(default_factory=dict)
    programs: Path | None = None
    said: dict[str, str] = field(default_factory=dict)
    """What each step said, by its name or what it runs."""
    failed: list[str] = field(default_factory=list)
    summary: str = ""
    """What the steps wrote into the summary, each of them its own."""

    def run(self, steps: list[dict[str, Any]], variables: dict[str, str] | None = None) -> None:
        """Runs the steps that are commands; actions are left out, as done by others."""
        for name in ("summary", "output"):
            self._file(name).touch()
        for step in steps:
            if "run" not in step or not self._is_wanted(str(step.get("if", ""))):
                continue
            name = step.get("name", step["run"])
            given = {**(variables or {}), **step.get("env", {})}
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                cwd=self.folder / step.get("working-directory", "."),
                env=self._environment({key: self._value(str(one)) for key, one in given.items()}),
                capture_output=True,
                text=True,
            )
            self.said[name] = done.stdout + done.stderr
            if done.returncode:
                self.failed.append(name)
            self._take_outputs(step.get("id", ""))
            self.summary += self._file("summary").read_text(encoding="utf-8")
            self._file("summary").write_text("", encoding="utf-8")

    def _is_wanted(self, condition: str) -> bool:
        bare = condition.removeprefix("${{").removesuffix("}}").strip()
        whatever = "!cancelled()" in bare
        rest = bare.replace("!cancelled()", "").strip(" &")
        if self.failed and not whatever:
            return False
        if not rest:
            return True
        found = re.fullmatch(r"([\w.-]+) != ''", rest)
        assert found, f"this runner does not know the condition {condition}"
        return bool(self.context.get(found[1], ""))

    def _value(self, words: str) -> str:
        return _EXPRESSION.sub(lambda found: self.context[found[1]], words)

    def _take_outputs(self, id: str) -> None:
        for line in self._file("output").read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self.context[f"steps.{id}.outputs.{name}"] = value
        self._file("output").write_text("", encoding="utf-8")

    def _file(self, name: str) -> Path:
        return self.folder.parent / f"{self.folder.name}.{name}"

    def _environment(self, given: dict[str, str]) -> dict[str, str]:
        return {
            **{name: os.environ[name] for name in ("HOME", "LANG") if name in os.environ},
            "PATH": os.pathsep.join([str(self.programs), os.environ["PATH"]]),
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
            "NO_MKDOCS_2_WARNING": "1",
            "GITHUB_STEP_SUMMARY": str(self._file("summary")),
            "GITHUB_OUTPUT": str(self._file("output")),
            "GIT_CONFIG_GLOBAL": os.devnull,
            **self.variables,
            **given,
        }


def programs(folder: Path) -> Path:
    """A folder of programs: those of this environment, and a pip that installs nothing."""
    folder.mkdir()
    for name, runs in (("postil", "postil"), ("mkdocs", "mkdocs"), ("pip", "")):
        file = folder / name
        run = f'exec {shlex.quote(sys.executable)} -m {runs} "$@"' if runs else 'echo "pip $*"'
        file.write_text(f"#!/bin/sh\n{run}\n", encoding="utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return folder
