"""A command that is ended at any moment leaves whole files, and the next run does the rest."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ..trying import Tried

SITE = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - postil\n",
    "content/letter.md": "---\ntitle: A letter\n---\n\nThe town voted.\n",
    "annotations/contributors.yml": "- name: The editors # who\n  id: editors\n",
    **{
        f"annotations/letter/{name}.yml": f"# {name}\nkind:   context\nid: {name}\n"
        "target: The town\ntitle: 'A note'\nbody: |\n  The near one.\n"
        for name in ("one", "two", "three")
    },
}
# Ends itself when Python is about to ask the system for the N-th thing in the folder.
RUN = """
import os, signal, sys
# What is started in the background ignores it.
signal.signal(signal.SIGINT, signal.default_int_handler)
number, name, folder, seen = int(sys.argv[1]), int(sys.argv[2]), os.getcwd() + os.sep, 0
from postil.cli.main import main
def hook(event, arguments):
    global seen
    ours = arguments and isinstance(arguments[0], str) and arguments[0].startswith(folder)
    if ours and (event.startswith("os.") or event == "open"):
        seen += 1
        if seen == number:
            os.kill(os.getpid(), name)
sys.addaudithook(hook)
main(sys.argv[3:])
"""


def files_of(site: Path) -> dict[str, bytes]:
    """What somebody who looks into the folders sees."""
    files = (path for path in site.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def fresh(site: Path) -> Path:
    shutil.rmtree(site, ignore_errors=True)
    for path, content in SITE.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(content, encoding="utf-8")
    return site


def run(site: Path, number: int, by: signal.Signals) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", RUN, str(number), str(int(by)), "fmt"],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def after(site: Path) -> dict[str, bytes]:
    """What the command makes of the site where nobody ends it."""
    before = files_of(fresh(site))
    run(site, 0, signal.SIGTERM)
    after = files_of(site)
    assert all(after[path] != before[path] for path in before if path.startswith("annotations"))
    return after


def check(site: Path, after: dict[str, bytes], by: signal.Signals, number: int) -> bool:
    """Whether the command was ended; it is not where it needs fewer things."""
    before = files_of(fresh(site))
    ended = run(site, number, by)
    for path, content in files_of(site).items():
        assert content in {before[path], after[path]}, f"{path}\n{content!r}"
    if ended.returncode == 0:
        return False
    assert "Traceback" not in ended.stderr
    if by is signal.SIGINT:
        assert (ended.returncode, ended.stderr.strip()) == (1, "Aborted!")
    else:
        assert ended.returncode == -by
    assert run(site, 0, by).returncode == 0
    assert files_of(site) == after
    return True


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_it_is_ended_while_it_writes(
    by: signal.Signals, site: Path, after: dict[str, bytes]
) -> None:
    assert check(site, after, by, 12)


@pytest.mark.trust
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_it_is_ended_at_any_moment(
    by: signal.Signals, site: Path, after: dict[str, bytes], tried: Tried
) -> None:
    number = 1
    while check(site, after, by, number):
        number += 1
    assert number > 12
    tried("Moments at which `postil fmt` was ended (Ctrl-C, SIGTERM, SIGKILL)", number - 1)
