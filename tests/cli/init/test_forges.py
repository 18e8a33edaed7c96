"""The files of a new site for the forge that it is kept on."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result

from postil.read.settings import read_settings

from .files import COMMON, GITHUB, GITLAB, written

Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("options", "files", "forge"),
    [
        # The forge is told by the address, by the option, or not at all.
        ((), COMMON | GITHUB | GITLAB, ""),
        (("--repository", "https://github.com/owner/name"), COMMON | GITHUB, ""),
        (("--repository", "https://gitlab.com/owner/name"), COMMON | GITLAB, ""),
        (("--repository", "https://codeberg.org/owner/name"), COMMON, ""),
        (
            ("--repository", "https://git.example.org/a/b", "--forge", "gitlab"),
            COMMON | GITLAB,
            "gitlab",
        ),
        (("--forge", "github"), COMMON | GITHUB, "github"),
    ],
)
def test_files_of_a_forge_that_is_not_used_are_left_out(
    run: Run, tmp_path: Path, options: tuple[str, ...], files: set[str], forge: str
) -> None:
    assert run("site", *options).exit_code == 0
    assert written(tmp_path / "site") == files
    readme = (tmp_path / "site/README.md").read_text()
    assert ("On GitHub," in readme) == (files >= GITHUB)
    assert ("On GitLab," in readme) == (files >= GITLAB)
    host, problems = read_settings(tmp_path / "site/mkdocs.yml")
    assert problems == ()
    assert host.settings.forge == forge
    assert host.settings.repository == (options[1] if "--repository" in options else "")


@pytest.mark.parametrize(
    ("schema", "files", "options"),
    [
        ("vendor.github-workflows", ".github/workflows/*.yml", ()),
        ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/[np]*.yml", ()),
        ("vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml", ()),
        ("vendor.gitlab-ci", ".gitlab-ci.yml", ("--data-transform", "gitlab-ci")),
    ],
)
def test_files_for_forges_are_of_the_form_that_forges_want(
    run: Run, tmp_path: Path, schema: str, files: str, options: tuple[str, ...]
) -> None:
    run("site")
    found = sorted((tmp_path / "site").glob(files))
    assert found
    checked = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *options, *found],
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def actions(workflow: Any) -> list[str]:
    return [
        step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step
    ]


def test_workflows_run_only_what_a_commit_names(run: Run, tmp_path: Path) -> None:
    run("site")
    folder = tmp_path / "site/.github/workflows"
    for path in folder.iterdir():
        text = path.read_text()
        workflow = yaml.safe_load(text)
        found = actions(workflow)
        assert found
        for action in found:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)
        # The version is said beside it, for people and for what updates it.
        assert len(re.findall(r"uses: \S+ # v\d+\.\d+\.\d+$", text, re.MULTILINE)) == len(found)
        assert workflow["permissions"] == {"contents": "read"}
        # A workflow has a use for double braces, which are none of the template's.
        assert "[[" not in text
        # What a pull request says runs in no shell.
        assert not re.search(r"run:.*\$\{\{", text)
    assert "postil check --against HEAD^1" in (folder / "check.yml").read_text()
