"""`postil post`, against a forge on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main

from .conftest import STRANGER, US, FakeForge

COMMENTS, ISSUES = "/repos/owner/name/issues/12/comments", "/repos/owner/name/issues"
NOTES, WORK = "/projects/5/merge_requests/12/notes", "/projects/5/issues"
MARK = "<!-- postil: review -->"
REPORT = "## No annotation changed since HEAD&#94;1\n"


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "review.md"
    file.write_text(REPORT, encoding="utf-8")
    return file


def post(*options: str) -> Result:
    return CliRunner().invoke(main, ["post", "review.md", *options])


def test_a_comment_is_written_once_and_then_anew(github: FakeForge, report: Path) -> None:
    # Somebody who knows the mark is not written over, and neither is another program.
    github.lists[COMMENTS] = [
        *({"id": n, "user": STRANGER, "body": "words"} for n in range(500, 620)),
        {"id": 620, "user": STRANGER, "body": f"{MARK}\n\nmine"},
        {"id": 621, "user": US, "body": None},
    ]
    assert post("--comment", "12").stdout == "comment on 12: new\n"
    report.write_text("## Annotations: 1 new\n", encoding="utf-8")
    assert post("--comment", "12").stdout == "comment on 12: updated\n"
    *others, ours = github.lists[COMMENTS]
    assert len(others) == 122
    assert others[120]["body"] == f"{MARK}\n\nmine"
    assert ours["body"] == f"{MARK}\n\n## Annotations: 1 new"


@pytest.mark.usefixtures("report")
def test_links_of_the_workflow_stand_at_the_end(github: FakeForge) -> None:
    done = post(
        *("--comment", "12", "--link", "The check [log]=https://example.org/1?a=b"),
        *("--link", "Preview="),
    )
    assert done.exit_code == 0
    (ours,) = github.lists[COMMENTS]
    assert ours["body"].endswith("1\n\n[The check &#91;log&#93;](<https://example.org/1?a=b>)")


def test_a_report_that_could_act_is_shown_as_it_came(github: FakeForge, report: Path) -> None:
    report.write_text("## Annotations\n\n@owner [merge](https://example.org)\n```\n", "utf-8")
    assert post("--comment", "12", "--untrusted").exit_code == 0
    body = github.lists[COMMENTS][0]["body"]
    assert "\n````\n## Annotations\n\n@owner [merge](https://example.org)\n```\n````" in body
    assert "it is shown as it came" in body


@pytest.mark.usefixtures("report")
def test_a_report_of_postil_is_posted_as_it_is(github: FakeForge) -> None:
    assert post("--comment", "12", "--untrusted").exit_code == 0
    assert github.lists[COMMENTS][0]["body"] == f"{MARK}\n\n{REPORT.strip()}"


def test_a_block_that_is_cut_is_closed_by_its_own_marks(github: FakeForge, report: Path) -> None:
    # A block with marks of three within has marks of four around it.
    many = "words\n" * 12_000
    report.write_text(f"## A\n\n````\n```\n{many}```\n````\n", "utf-8")
    assert post("--comment", "12", "--link", "Log=https://example.org/1").exit_code == 0
    (ours,) = github.lists[COMMENTS]
    assert "words\n````\n\nThe rest has no room here.\n\n[Log]" in ours["body"]


@pytest.mark.parametrize("options", [(), ("--untrusted",)])
def test_what_no_forge_takes_is_cut(
    github: FakeForge, report: Path, options: tuple[str, ...]
) -> None:
    report.write_text("## Annotations\n\n" + "@owner words\n" * 9000, encoding="utf-8")
    assert post("--comment", "12", *options).exit_code == 0
    assert 59_000 < len(github.lists[COMMENTS][0]["body"]) < 65_000


def test_one_issue_is_opened_written_anew_and_closed(github: FakeForge, report: Path) -> None:
    github.lists[ISSUES] = [{"number": 3, "user": US, "body": "<!-- postil: other -->"}]
    assert post("--issue", "Dead").stdout == "issue: new\n"
    assert post("--issue", "Dead").stdout == "issue: updated\n"
    assert post("--issue", "Other").stdout == "issue: new\n"
    report.write_text("\n", encoding="utf-8")
    assert post("--issue", "Dead").stdout == "issue: closed\n"
    assert [one.get("state") for one in github.lists[ISSUES]] == [None, "closed", None]
    github.lists[ISSUES] = []
    assert post("--issue", "Dead").stdout == "issue: not needed\n"


def test_gitlab_gets_one_note_and_one_issue(gitlab: FakeForge, report: Path) -> None:
    gitlab.lists[NOTES] = [{"id": 1, "author": STRANGER, "body": f"{MARK}\n\nmine"}]
    assert post("--comment", "12").stdout == "comment on 12: new\n"
    assert post("--comment", "12").stdout == "comment on 12: updated\n"
    assert [one["author"]["id"] for one in gitlab.lists[NOTES]] == [8, 7]
    assert post("--issue", "Dead").stdout == "issue: new\n"
    assert post("--issue", "Dead").stdout == "issue: updated\n"
    report.write_text("", encoding="utf-8")
    assert post("--issue", "Dead").stdout == "issue: closed\n"
    assert gitlab.lists[WORK][0]["state_event"] == "close"
    gitlab.lists[WORK] = []
    assert post("--issue", "Dead").stdout == "issue: not needed\n"
    assert all(token.endswith(" secret") for token in gitlab.tokens)


@pytest.mark.usefixtures("report")
@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "say where to: --comment NUMBER or --issue TITLE"),
        (("--comment", "12", "--issue", "Dead"), "say where to"),
        (("--comment", "0"), "0 is not in the range"),
    ],
)
def test_mistakes_are_named(options: tuple[str, ...], said: str) -> None:
    result = post(*options)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.usefixtures("report")
def test_outside_of_a_job_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CI_API_V4_URL", "GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    result = post("--comment", "12")
    assert result.exit_code == 2
    assert "not set: GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN" in result.stderr


@pytest.mark.usefixtures("github")
def test_a_file_that_is_not_there_is_said(report: Path) -> None:
    report.unlink()
    result = post("--comment", "12")
    assert result.exit_code == 2
    assert "review.md: No such file" in result.stderr


@pytest.mark.usefixtures("report")
def test_a_forge_that_refuses_or_is_silent_is_told(github: FakeForge) -> None:
    github.broken.add(COMMENTS)
    result = post("--comment", "12")
    assert result.exit_code == 2
    assert f"GET {COMMENTS}: status 403" in result.stderr
