"""`postil receive`, against a forge on this machine."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from postil.cli import receive
from postil.cli.main import main

from .conftest import FakeForge

SHA = "a" * 40
PULLS = "/repos/owner/name/pulls"
LEFT = "/repos/owner/name/actions/runs/99/artifacts"
ZIP = "/repos/owner/name/actions/artifacts/5/zip"


def event(**changed: Any) -> dict[str, Any]:
    run = {
        "id": 99,
        "event": "pull_request",
        "head_sha": SHA,
        "head_branch": "a note & more",
        "head_repository": {"full_name": "a-reader/name"},
    }
    return {"workflow_run": {**run, **changed}}


def request(number: int, **changed: Any) -> dict[str, Any]:
    return {
        "number": number,
        "head": {"sha": SHA, "repo": {"full_name": "a-reader/name"}, **changed},
        "base": {"repo": {"full_name": "owner/name"}},
    }


def archive(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    return stream.getvalue()


@pytest.fixture
def job(github: FakeForge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeForge:
    """A job after the check of pull request 12, which left a report and a site."""
    file = tmp_path / "event.json"
    file.write_text(json.dumps(event()), encoding="utf-8")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(file))
    monkeypatch.chdir(tmp_path)
    github.lists[PULLS] = [request(11, sha="b" * 40), request(12)]
    left = {"id": 5, "name": "handover", "expired": False, "size_in_bytes": 300}
    old = {**left, "id": 4}
    github.lists[LEFT] = [old, left, {**left, "id": 6, "expired": True}]
    # What it says of itself counts for nothing.
    github.files[ZIP] = archive({"review.md": b"## None\n", "site/index.html": b"number=1"})
    return github


def run() -> Result:
    return CliRunner().invoke(main, ["receive", "received"])


def test_what_the_check_left_is_taken(job: FakeForge, tmp_path: Path) -> None:
    result = run()
    assert (result.exit_code, result.stdout) == (0, f"number=12\nsha={SHA}\n")
    assert (tmp_path / "received/review.md").read_bytes() == b"## None\n"
    assert (tmp_path / "received/site/index.html").exists()
    # The token goes to the forge, and not to where the forge keeps its files.
    assert [token for token in job.tokens if token.startswith("/kept/")] == [f"/kept{ZIP} "]
    assert all(token.endswith("Bearer secret") for token in job.tokens if "/kept" not in token)


@pytest.mark.parametrize(
    "pulls",
    [
        [],
        # It has a newer commit, is of another fork with the same names, or goes elsewhere.
        [request(12, sha="b" * 40)],
        [request(12, repo={"full_name": "somebody/name"})],
        [request(12, repo=None)],
        [{**request(12), "base": {"repo": {"full_name": "owner/other"}}}],
    ],
)
def test_another_pull_request_is_left_alone(
    job: FakeForge, tmp_path: Path, pulls: list[dict[str, Any]]
) -> None:
    job.lists[PULLS] = pulls
    result = run()
    assert (result.exit_code, result.stdout) == (0, f"number=\nsha={SHA}\n")
    assert "no open pull request has this commit last" in result.stderr
    assert not (tmp_path / "received").exists()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (event(event="push"), "not that of a pull request"),
        (event(head_sha="main"), "not that of a pull request"),
        (event(head_repository=None), "is no workflow_run, or its repository is gone"),
        ({"pull_request": {"number": 12}}, "is no workflow_run"),
        ([], "is no workflow_run"),
    ],
)
def test_another_event_is_refused(job: FakeForge, tmp_path: Path, told: Any, said: str) -> None:
    (tmp_path / "event.json").write_text(json.dumps(told), encoding="utf-8")
    result = run()
    assert result.exit_code == 2
    assert said in result.stderr
    assert job.asked == []


def test_what_is_not_of_the_form_is_refused(job: FakeForge, tmp_path: Path) -> None:
    job.files[ZIP] = archive({"review.md": b"", "../evil.html": b"", "number": b"1"})
    result = run()
    assert result.exit_code == 1
    assert "refused: '../evil.html' is no name that a site has" in result.stderr
    assert not (tmp_path / "received").exists()
    assert not (tmp_path / "evil.html").exists()


def test_too_much_is_not_even_asked_for(job: FakeForge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receive, "_MOST", 299)
    result = run()
    assert result.exit_code == 2
    assert "has 300 bytes, more than 299" in result.stderr
    assert not any("zip" in token for token in job.tokens)


def test_more_than_the_forge_said_is_not_read(
    job: FakeForge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receive, "_MOST", 1000)
    job.files[ZIP] = b"x" * 5000
    result = run()
    assert result.exit_code == 2
    assert "the answer has more than 1000 bytes" in result.stderr


def test_where_nothing_was_left_it_is_said(job: FakeForge) -> None:
    job.lists[LEFT] = []
    result = run()
    assert result.exit_code == 2
    assert "the run left no handover" in result.stderr


def test_a_folder_that_is_there_is_not_written_into(job: FakeForge, tmp_path: Path) -> None:
    (tmp_path / "received").mkdir()
    result = run()
    assert result.exit_code == 2
    assert "received is there already" in result.stderr
    assert job.asked == []


def test_outside_of_a_job_it_says_so(job: FakeForge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_TOKEN")
    result = run()
    assert result.exit_code == 2
    assert "GITHUB_TOKEN is not set; this is for a job of GitHub" in result.stderr
    assert job.asked == []


def test_a_forge_that_refuses_is_told_without_the_token(job: FakeForge) -> None:
    job.broken.add(PULLS)
    result = run()
    assert result.exit_code == 2
    assert f"GET {PULLS}: status 403" in result.stderr
    assert "secret" not in result.output
