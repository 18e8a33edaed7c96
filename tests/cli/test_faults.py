"""Whatever the disk refuses to a command: no file is half-written, none is lost, and it says so."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main

from .faults import fault

FILES = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - postil\n",
    "docs/index.md": "# Home\n",
    "content/letter.md": "---\ntitle: A letter\n---\n\n"
    "The town voted in the spring of 1890, and nobody objected. It was a long day for all.\n",
    "annotations/letter/first.yml": (
        "# A remark.\nkind:   context\nid: first\n"
        "target: in the sprng of 1890, and nobody objected\n"
        "title: 'Which town'\nbody: |\n  The near one.   # no remark\n"
    ),
    "annotations/letter/second.yml": (
        "id: second  # so it is called\nkind: context\ntarget: It was a long dy for all.\n"
        "title: How long\nbody: Very.\n"
    ),
    "annotations/sources.yml": "- id: report\n  type: report   # or a book\n  title: A report\n",
    "annotations/contributors.yml": "- id: editors\n  name: The editors\n",
}
NOTE = {
    "uri": "https://example.org/letter",
    "user": "acct:a-reader@example.org",
    "created": "2026-05-01T10:00:00Z",
    "permissions": {"read": ["group:__world__"]},
    "text": "It was in spring.",
    "target": [
        {
            "source": "https://example.org/letter",
            "selector": [{"type": "TextQuoteSelector", "exact": "The town"}],
        }
    ],
}
OUTSIDE = {
    "notes.json": json.dumps([{**NOTE, "id": "a"}, {**NOTE, "id": "b", "text": "Or not."}]),
    "books.bib": "@book{one, title = {One}}\n@book{two, title = {Two}}\n",
    "speech.txt": "We choose to go.\n\nNot because it is easy.\n",
}
COMMANDS = {
    "fmt": ("fmt",),
    "reanchor": ("reanchor", "--write"),
    "pin": ("pin",),
    "import-sources": ("import", "../books.bib"),
    "import-notes": ("import", "../notes.json", "--text", "letter"),
    "add": (
        *("add", "letter", "It was", "--kind", "context", "--title", "When", "--body", "Then."),
        *("--contributor", "editors"),
    ),
    "new": ("new", "../speech.txt", "--pin"),
    "init": ("init", "fresh", "--name", "A site"),
    "schema": ("schema", "--write", "schemas"),
}
RUN = "from postil.cli.main import main; main()"
# What reads only.
READING = {
    "check": ("check",),
    "status": ("status",),
    "fmt-check": ("fmt", "--check"),
    "pin-check": ("pin", "--check"),
    "reanchor-table": ("reanchor",),
}


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """Makes the site anew, in its folder."""
    site = tmp_path / "site"
    for path, content in OUTSIDE.items():
        (tmp_path / path).write_text(content, encoding="utf-8")

    def make() -> Path:
        shutil.rmtree(site, ignore_errors=True)
        for path, content in FILES.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(content, encoding="utf-8")
        monkeypatch.chdir(site)
        return site

    return make


def files_of(site: Path) -> dict[str, bytes]:
    """What somebody who looks into the folders sees."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.name[:1])
    }


def faults_of(
    fresh: Callable[[], Path], command: tuple[str, ...]
) -> Iterator[tuple[Path, Result, str]]:
    """Runs a command once for each thing that it asks of the system, which then fails; the site
    and the result of each, and what failed."""
    for number in range(1, 1000):
        site = fresh()
        with fault(site, number) as refused:
            result = CliRunner().invoke(main, [*command])
        if not refused.what:
            assert number > 3, "nothing was asked of the system"
            return
        told = f"{refused.what}\n{result.output}"
        assert result.exception is None or isinstance(result.exception, SystemExit), (
            f"{told}\n{result.exc_info}"
        )
        assert "Traceback" not in result.output, told
        assert result.output.strip(), told
        yield site, result, told
    raise AssertionError("it never ends")


@pytest.mark.parametrize("name", COMMANDS)
def test_whatever_fails_no_file_is_half_written(name: str, fresh: Callable[[], Path]) -> None:
    site = fresh()
    before = files_of(site)
    CliRunner().invoke(main, [*COMMANDS[name]])
    after = files_of(site)
    assert after != before
    for site, result, told in faults_of(fresh, COMMANDS[name]):
        now = files_of(site)
        assert now.keys() >= before.keys(), told
        if result.exit_code == 0:
            assert now == after, told
        for path, content in now.items():
            whole = {before.get(path), after.get(path)} - {None}
            # Which of two new files gets the free name depends on which could be written.
            assert content in whole or content in after.values(), f"{told}: {path}\n{content!r}"


@pytest.mark.parametrize("name", [*("fmt", "reanchor", "pin", "schema")])
def test_the_next_run_does_what_was_left_undone(name: str, fresh: Callable[[], Path]) -> None:
    site = fresh()
    CliRunner().invoke(main, [*COMMANDS[name]])
    after = files_of(site)
    for site, _, told in faults_of(fresh, COMMANDS[name]):
        CliRunner().invoke(main, [*COMMANDS[name]])
        assert files_of(site) == after, told


@pytest.mark.parametrize("name", READING)
def test_a_command_that_reads_says_what_it_could_not_read(
    name: str, fresh: Callable[[], Path]
) -> None:
    site = fresh()
    before = files_of(site)
    well = CliRunner().invoke(main, [*READING[name]])
    for site, result, told in faults_of(fresh, READING[name]):
        assert files_of(site) == before, told
        # `status` counts what could not be read, and never fails.
        assert result.exit_code or result.output == well.output or name == "status", told


@pytest.mark.parametrize("name", ["fmt", "reanchor", "pin", "new", "add", "import-notes"])
@pytest.mark.parametrize("room", [0, 40])
def test_a_full_disk_loses_nothing(name: str, room: int, fresh: Callable[[], Path]) -> None:
    """Files can have no more than so many bytes, which is what a full disk looks like."""
    site = fresh()
    before = files_of(site)
    done = subprocess.run(
        [sys.executable, "-c", RUN, *COMMANDS[name]],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "File too large" in done.stdout + done.stderr
    assert files_of(site) == before
