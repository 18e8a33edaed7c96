"""Reports on hostile contributions, which people with rights read on their forge."""

from __future__ import annotations

import re
import subprocess
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from postil.cli.main import main

from ..trying import Tried
from .hostile_fields import GROUP
from .hostile_site import write_site
from .payloads import harmless, share

COUNT, LONG = 2 * GROUP, 20 * GROUP
"""Payloads of which there is one note each, in `make test` and in `make trust`."""
COMMANDS = ("error", "warning", "notice")


@pytest.fixture(scope="module", params=[COUNT, pytest.param(LONG, marks=pytest.mark.trust)])
def repository(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose last commit makes every field of it hostile."""
    count: int = request.param
    root = tmp_path_factory.mktemp("repository")
    own = ["-c", "user.name=Name", "-c", "user.email=name@example.org", "-c", "commit.gpgsign=no"]
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(root)], check=True)
    for payloads in (harmless(count), share(count)[:count]):
        write_site(root, payloads)
        subprocess.run(["git", "-C", str(root), "add", "."], check=True)
        commit = ["git", "-C", str(root), *own, "commit", "--quiet", "--message", "A change"]
        subprocess.run(commit, check=True)
    return root


@pytest.fixture(autouse=True)
def checked(tried: Tried) -> None:
    tried("Rules for reports on a pull request of hostile words", 1)


def postil(root: Path, *options: str) -> str:
    with chdir(root):
        result = CliRunner().invoke(main, options)
    assert result.exit_code in {0, 1}, (result.exception, result.stderr[-2000:])
    return result.stdout


@pytest.mark.parametrize("command", ["review", "impact"])
def test_reports_hold_no_markup_of_strangers(repository: Path, command: str) -> None:
    formats = ["--format", "markdown"] if command == "impact" else []
    report = postil(repository, command, "--against", "HEAD~1", *formats)
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(report)
    for token in [*tokens, *(one for block in tokens for one in block.children or ())]:
        assert token.type != "image"
        if token.type in {"html_block", "html_inline"}:
            # Ours: a part that is folded, and what its words begin with.
            assert re.fullmatch(
                r"\s*</?(?:details|summary|strong|del|ins|br)>.*", token.content, re.DOTALL
            ), token
            assert "alert" not in token.content
        address = str(token.attrs.get("href", ""))
        assert not re.match(r"\s*(?:javascript|data|vbscript|file):", address, re.IGNORECASE)
    outside = re.sub(r"(?ms)^(`{3,}).*?^\1", "", report)
    assert not re.search(r"(?<![\w`/.])@\w", outside), "it calls somebody"


def test_every_line_for_a_workflow_is_one_of_its_commands(repository: Path) -> None:
    lines = postil(repository, "check", "--format", "github").splitlines()
    # Ten of each level, and how many more there are: the forge shows no more.
    assert len(lines) > 20
    assert lines[-1].endswith("of which a step can have 10 of each level.")
    for line in lines[:-1]:
        assert re.match(rf"::(?:{'|'.join(COMMANDS)}) file=[^:\x00-\x1f]+(?:,|::)", line), line


def test_what_a_terminal_shows_does_not_control_it(repository: Path) -> None:
    shown = postil(repository, "check")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
