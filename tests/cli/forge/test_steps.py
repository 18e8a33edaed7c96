"""The commands of the workflows, run: on changes to a site, and on what strangers could leave."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from postil.cli.starter import Start, starter_files

from ..repository import GIT_OPTIONS, git, write
from .conftest import FakeForge
from .steps import Job, programs

ROOT = Path(__file__).resolve().parents[3]
NOTE = "annotations/a-sample-notice/seven-in-ten.yml"
RUN = "https://example.org/runs/99"
SHA = "a" * 40


@pytest.fixture(scope="module")
def bin_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return programs(tmp_path_factory.mktemp("programs") / "bin")


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site in a repository, and a copy of it to push to."""
    folder = tmp_path_factory.mktemp("start") / "site"
    write(folder, dict(starter_files(Start("A site", "", "", "en", "", "", "2026-11-22"))))
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Begin")
    return folder


def request(start: Path, folder: Path, files: dict[str, str | None]) -> Path:
    """A clone of the site in which a change is merged, as a runner checks a pull request out."""
    git(start.parent, "clone", "-q", str(start), str(folder))
    git(folder, "switch", "-q", "-c", "change")
    write(folder, files)
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Change")
    git(folder, "switch", "-q", "main")
    git(folder, "merge", "-q", "--no-ff", "-m", "Merge", "change")
    return folder


def workflow(folder: Path, name: str) -> Any:
    return yaml.safe_load((folder / ".github/workflows" / f"{name}.yml").read_bytes())


def steps(folder: Path, name: str, job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = workflow(folder, name)["jobs"][job]["steps"]
    return found


def changed(start: Path) -> dict[str, str | None]:
    text = (start / NOTE).read_text(encoding="utf-8")
    new = text.replace("id: seven-in-ten", "id: another").replace(
        "kind: correction", "kind: context"
    )
    return {"annotations/a-sample-notice/another.yml": new}


BROKEN = "".join(
    f"- {{id: n{n}, kind: context, title: A, target: nowhere {n}, body: B}}\n" for n in range(14)
)


@pytest.fixture(scope="module")
def good(start: Path, bin_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Job:
    """The check of a pull request that adds a note."""
    folder = request(start, tmp_path_factory.mktemp("good") / "site", changed(start))
    job = Job(folder, {}, programs=bin_folder)
    job.run(steps(folder, "check", "check"))
    return job


def test_a_sound_change_passes_and_leaves_a_report_and_a_site(good: Job) -> None:
    assert good.failed == [], good.said
    assert good.summary.startswith("## Postil: ")
    assert "\nNo text changed since HEAD" in good.summary
    report = (good.folder / "handover/review.md").read_text(encoding="utf-8")
    assert report.startswith("## Annotations: 1 new since HEAD")
    assert 'id="another"' in (
        good.folder / "handover/site/explainers/a-sample-notice/index.html"
    ).read_text(encoding="utf-8")
    assert json.loads((good.folder / "postil.sarif").read_bytes())["version"] == "2.1.0"
    assert "pip install -r requirements.txt" in good.said["Install what the site is built with"]


def test_a_broken_change_is_shown_at_its_lines_and_all_of_it_in_the_summary(
    start: Path, bin_folder: Path, tmp_path: Path
) -> None:
    folder = request(start, tmp_path / "site", {"annotations/a-sample-notice/b.yml": BROKEN})
    job = Job(folder, {}, programs=bin_folder)
    job.run(steps(folder, "check", "check"))
    first, *_, build = job.failed
    assert (first, build) == (
        "Is everything sound, and every change of a published note on record?",
        "Build the site, strictly",
    )
    said = job.said[first].splitlines()
    commands = [line for line in said if line.startswith("::error file=annotations/")]
    assert len(commands) == 10
    assert any("4 more not shown at lines" in line for line in said)
    assert len(re.findall(r"^\| error \|", job.summary, re.MULTILINE)) == 14
    # The report is there all the same.
    report = (folder / "handover/review.md").read_text(encoding="utf-8")
    assert report.startswith("## Annotations: 14 new since")
    log = json.loads((folder / "postil.sarif").read_bytes())
    assert len(log["runs"][0]["results"]) == 14


def test_a_published_note_that_changes_silently_fails(
    start: Path, bin_folder: Path, tmp_path: Path
) -> None:
    text = (start / NOTE).read_text(encoding="utf-8")
    silent = re.sub(r"^title: .*$", "title: Something else", text, flags=re.MULTILINE)
    folder = request(start, tmp_path / "site", {NOTE: silent})
    job = Job(folder, {}, programs=bin_folder)
    job.run([one for one in steps(folder, "check", "check") if "mkdocs" not in one.get("run", "")])
    assert len(job.failed) == 1
    assert "title=revision-missing" in job.said[job.failed[0]]


def left(forge: FakeForge, files: dict[str, bytes], archive: Path) -> None:
    """What the check left, as the forge keeps it."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    base = "/repos/owner/name"
    forge.lists[f"{base}/pulls"] = [
        {
            "number": 12,
            "head": {"sha": SHA, "repo": {"full_name": "a-reader/name"}},
            "base": {"repo": {"full_name": "owner/name"}},
        }
    ]
    entry = {"id": 5, "name": "handover", "expired": False}
    size = archive.stat().st_size
    forge.lists[f"{base}/actions/runs/99/artifacts"] = [{**entry, "size_in_bytes": size}]
    forge.files[f"{base}/actions/artifacts/5/zip"] = archive.read_bytes()


def report_job(forge: FakeForge, start: Path, bin_folder: Path, folder: Path) -> Job:
    """The job that posts the report, after a check of a stranger's pull request 12."""
    folder.mkdir()
    run = {"id": 99, "event": "pull_request", "head_sha": SHA, "head_branch": "change"}
    event = folder.parent / "event.json"
    run["head_repository"] = {"full_name": "a-reader/name"}
    event.write_text(json.dumps({"workflow_run": run}), encoding="utf-8")
    context = {
        "github.token": "secret",
        "github.event.workflow_run.html_url": RUN,
        "vars.PREVIEWS_ADDRESS": "https://previews.example.org/",
    }
    variables = {
        "GITHUB_API_URL": forge.address,
        "GITHUB_REPOSITORY": "owner/name",
        "GITHUB_EVENT_PATH": str(event),
    }
    job = Job(folder, context, variables, bin_folder)
    job.run(steps(start, "report", "report"))
    return job


COMMENTS = "/repos/owner/name/issues/12/comments"


def test_what_the_check_left_is_posted_and_shown(
    good: Job, forge: FakeForge, start: Path, bin_folder: Path, tmp_path: Path
) -> None:
    handover = good.folder / "handover"
    files = {
        path.relative_to(handover).as_posix(): path.read_bytes()
        for path in handover.rglob("*")
        if path.is_file()
    }
    left(forge, files, tmp_path / "handover.zip")
    for _ in range(2):
        job = report_job(forge, start, bin_folder, tmp_path / f"job{_}")
        assert job.failed == [], job.said
    assert job.context["steps.receive.outputs.number"] == "12"
    assert job.context["steps.look.outputs.site"] == "yes"
    (comment,) = forge.lists[COMMENTS]
    report = files["review.md"].decode().strip()
    assert comment["body"] == (
        f"<!-- postil: review -->\n\n{report}\n\n"
        f"[The check, its log and the built site](<{RUN}>)"
        " · [Preview](<https://previews.example.org/12/>)"
    )
    # The site comes out whole.
    assert (job.folder / "received/site/index.html").read_bytes() == files["site/index.html"]
    received = [path for path in (job.folder / "received").rglob("*") if path.is_file()]
    # The policy of the one site is not that of the other.
    assert len(received) == len(files) - 1
    assert "site/_headers" in files


@pytest.mark.parametrize(
    "files",
    [
        {"review.md": b"## None\n", "../../evil.html": b""},
        {"review.md": b"## None\n", "number": b"1"},
        {"review.md": b"## None\n", "site/a.html": b"a" * 30_000_000},
        {"review.md": b"## None\n", "site/.github/workflows/check.yml": b""},
    ],
    ids=["out", "number", "huge", "workflow"],
)
def test_a_hostile_archive_is_refused_and_nothing_posted(
    forge: FakeForge, start: Path, bin_folder: Path, tmp_path: Path, files: dict[str, bytes]
) -> None:
    left(forge, files, tmp_path / "handover.zip")
    job = report_job(forge, start, bin_folder, tmp_path / "job")
    assert job.failed == ["Take what the check left"]
    assert "refused: " in job.said["Take what the check left"]
    assert COMMENTS not in forge.lists
    assert not (tmp_path / "evil.html").exists()
    assert list(job.folder.iterdir()) == []


def test_a_hostile_report_calls_nobody(
    forge: FakeForge, start: Path, bin_folder: Path, tmp_path: Path
) -> None:
    left(forge, {"review.md": b"@owner [merge](https://example.org)\n"}, tmp_path / "handover.zip")
    job = report_job(forge, start, bin_folder, tmp_path / "job")
    assert job.failed == []
    assert "```\n@owner [merge]" in forge.lists[COMMENTS][0]["body"]
    assert "steps.look.outputs.site" not in job.context


def bare(folder: Path, start: Path) -> Path:
    git(start.parent, "clone", "-q", "--bare", str(start), str(folder))
    return folder


def listed(repository: Path) -> list[str]:
    done = subprocess.run(
        ["git", *GIT_OPTIONS, "ls-tree", "-r", "--name-only", "main"],
        cwd=repository,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.splitlines()


def test_a_preview_takes_the_place_of_the_last_one(
    start: Path, bin_folder: Path, tmp_path: Path
) -> None:
    previews = bare(tmp_path / "previews.git", start)
    for number, page in ((12, "index.html"), (13, "a.html"), (12, "b.html")):
        folder = tmp_path / f"job-{page}"
        write(folder, {f"site/{page}": "<p>"})
        git(folder, "clone", "-q", str(previews), "previews")
        job = Job(folder, {"needs.report.outputs.number": str(number)}, programs=bin_folder)
        job.run(steps(start, "report", "preview"))
        assert job.failed == [], job.said
    shown = [path for path in listed(previews) if path.startswith("1")]
    assert shown == ["12/b.html", "13/a.html"]
    assert ".nojekyll" in listed(previews)


def test_the_record_of_addresses_is_kept_where_it_changed(
    start: Path, bin_folder: Path, tmp_path: Path, forge: FakeForge
) -> None:
    origin = bare(tmp_path / "origin.git", start)
    (keep,) = [
        one for one in steps(start, "links", "record") if one.get("name") == "Keep the record"
    ]
    for folder in (tmp_path / "one", tmp_path / "two"):
        git(tmp_path, "clone", "-q", str(origin), str(folder))
        write(folder, {"found/links.json": "[]\n", "found/issue.md": "## Dead\n"})
        job = Job(folder, {}, programs=bin_folder)
        job.run([keep])
        assert job.failed == [], job.said
        # A site without addresses has no record.
        (folder / "found/links.json").unlink()
        job.run([keep])
        assert job.failed == [], job.said
    assert "annotations/links.json" in listed(origin)
    assert not any(path.startswith("found/") for path in listed(origin))
    context = {"github.token": "secret"}
    variables = {"GITHUB_API_URL": forge.address, "GITHUB_REPOSITORY": "owner/name"}
    job = Job(tmp_path / "one", context, variables, bin_folder)
    job.run([one for one in steps(start, "links", "record") if "post" in one.get("run", "")])
    assert job.failed == [], job.said
    (issue,) = forge.lists["/repos/owner/name/issues"]
    assert issue["title"] == "Addresses of sources and texts to be mended"


def test_the_action_checks_and_lays_out(start: Path, bin_folder: Path, tmp_path: Path) -> None:
    folder = request(start, tmp_path / "site", changed(start))
    action = yaml.safe_load((ROOT / "action.yml").read_bytes())
    given = {name: one["default"] for name, one in action["inputs"].items()}
    given |= {"against": "HEAD^1", "requirements": "requirements.txt"}
    context = {f"inputs.{name}": value for name, value in given.items()}
    context |= {"github.action_path": str(ROOT), "runner.temp": str(tmp_path)}
    job = Job(folder, context, programs=bin_folder)
    job.run(action["runs"]["steps"])
    assert job.failed == [], job.said
    outputs = {
        name: re.sub(r"\$\{\{ (.+) \}\}", lambda found: context[found[1]], one["value"])
        for name, one in action["outputs"].items()
    }
    assert Path(outputs["review"]).read_text(encoding="utf-8").startswith("## Annotations: 1 new")
    assert json.loads(Path(outputs["sarif"]).read_bytes())["version"] == "2.1.0"
    assert job.summary.startswith("## Postil: ")
    install = job.said["Install Postil, as this version of the action has it"]
    assert install.splitlines()[-1] == "pip install --quiet -r requirements.txt"


def test_the_action_without_a_revision_fails_on_what_it_finds(
    start: Path, bin_folder: Path, tmp_path: Path
) -> None:
    folder = request(start, tmp_path / "site", {"annotations/a-sample-notice/b.yml": BROKEN})
    action = yaml.safe_load((ROOT / "action.yml").read_bytes())
    context = {f"inputs.{name}": one["default"] for name, one in action["inputs"].items()}
    context |= {"github.action_path": str(ROOT), "runner.temp": str(tmp_path)}
    job = Job(folder, context, programs=bin_folder)
    job.run(action["runs"]["steps"])
    assert job.failed == ["Check the site"]
    assert "steps.review.outputs.review" not in job.context


@pytest.mark.parametrize("name", ["check", "review"])
def test_the_jobs_for_gitlab_run(
    start: Path, bin_folder: Path, tmp_path: Path, forge: FakeForge, name: str
) -> None:
    folder = request(start, tmp_path / "site", changed(start))
    base = subprocess.run(
        ["git", "rev-parse", "HEAD^1"], cwd=folder, check=True, capture_output=True, text=True
    )
    config = yaml.safe_load((folder / ".gitlab-ci.yml").read_bytes())
    variables = {
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base.stdout.strip(),
        "CI_MERGE_REQUEST_IID": "12",
        "CI_API_V4_URL": forge.address,
        "CI_PROJECT_ID": "5",
        "POSTIL_TOKEN": "secret",
    }
    job = Job(folder, {}, variables, bin_folder)
    job.run(
        [{"run": line} for line in [*config["default"]["before_script"], *config[name]["script"]]]
    )
    assert job.failed == [], job.said
    artifacts = config[name]["artifacts"]
    paths = artifacts.get("paths") or [artifacts["reports"]["codequality"]]
    assert all((folder / path).exists() for path in paths)
    if name == "review":
        (note,) = forge.lists["/projects/5/merge_requests/12/notes"]
        assert "## Annotations: 1 new" in note["body"]
    if name == "check":
        assert isinstance(json.loads((folder / paths[0]).read_bytes()), list)
