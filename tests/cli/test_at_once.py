"""Two commands at once on the same files: nothing that one of them wrote is lost."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from itertools import combinations_with_replacement
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main

from ..processes import Ended, Fault, Processes, Run, files_below
from ..trying import Tried
from .small_site import COMMANDS, FILES, write_anew

MORE = {
    **{name: COMMANDS[name] for name in ("fmt", "reanchor", "pin", "import-sources", "add", "new")},
    "import-notes": COMMANDS["import-notes"],
    "import-more": ("import", "../more.bib"),
}
"""Commands that write into files that others write into as well, or make new ones."""
BOOKS = "@book{three, title = {Three}}\n"


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """Writes the site anew, and stands in its folder."""

    def make() -> Path:
        (tmp_path / "more.bib").write_text(BOOKS, encoding="utf-8")
        site = write_anew(tmp_path)
        monkeypatch.chdir(site)
        return site

    return make


def run(command: str) -> Result:
    return CliRunner().invoke(main, [*MORE[command]])


def meanwhile(patch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Acts once, when the next command has made its first file, and before it puts it in place."""
    sync, left = os.fsync, [act]

    def after(descriptor: int) -> None:
        sync(descriptor)
        if left:
            left.pop()()

    patch.setattr(os, "fsync", after)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        # Both put something into one file.
        ("import-sources", "import-more", "sources.yml was changed meanwhile"),
        ("fmt", "reanchor", "first.yml was changed meanwhile"),
        ("reanchor", "fmt", "first.yml was changed meanwhile"),
        # Both make one file.
        ("add", "add", "when.yml is there already"),
        ("new", "new", "speech.md is there already"),
        ("import-notes", "import-notes", "is there already"),
    ],
)
def test_the_second_one_stays_and_the_first_says_so(
    first: str,
    second: str,
    said: str,
    fresh: Callable[[], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site = fresh()
    run(second)
    alone = files_below(site)
    fresh()
    with monkeypatch.context() as patch:
        meanwhile(patch, lambda: run(second))
        result = run(first)
    assert result.exit_code == 1
    assert said in result.output
    changed = {path for path, content in alone.items() if content != _before(path)}
    after = files_below(site)
    assert changed
    kept = {path for path in changed if after[path] == alone[path]}
    # What the first one did not meet, it may have changed after the second.
    assert kept or second in {"fmt", "reanchor"}
    # The next run does what was left.
    run(first)
    whole = files_below(site)
    if second == "import-more":
        for title in ("One", "Two", "Three"):
            assert whole["annotations/sources.yml"].count(title.encode()) == 1


def _before(path: str) -> bytes:
    return FILES.get(path, "").encode()


@pytest.mark.trust
@pytest.mark.parametrize(
    "pair", [*combinations_with_replacement(MORE, 2)], ids=lambda pair: "+".join(pair)
)
def test_two_commands_at_once(
    pair: tuple[str, str], fresh: Callable[[], Path], processes: Processes, tried: Tried
) -> None:
    def runs(*names: str) -> list[Ended]:
        commands = [Run(str(fresh_site), ("postil", *MORE[name])) for name in names]
        return processes.at_once(*commands)

    # One after the other, in both orders.
    orders: list[dict[str, bytes]] = []
    steps: list[dict[str, bytes]] = []
    for order in (pair, pair[::-1]):
        fresh_site = fresh()
        steps.append(files_below(fresh_site))
        for name in (*order, *order):
            runs(name)
            steps.append(files_below(fresh_site))
        orders.append(files_below(fresh_site))
    for number in range(10):
        fresh_site = fresh()
        for ended in runs(*pair):
            assert ended.code in {0, 1}, (number, ended)
            assert "Traceback" not in ended.said, (number, ended)
        for path, content in files_below(fresh_site).items():
            # Each file is one that there is when they run one after the other.
            assert content in [step.get(path) for step in steps], (number, path, content)
        # What one of them left, it does when it is run again.
        for name in (*pair, *pair):
            runs(name)
        # (`postil add` makes another note each time.)
        assert files_below(fresh_site) in orders or "add" in pair, number
        assert not [*fresh_site.rglob(".*.tmp")], number
    tried("Pairs of commands at once on the same files", 10)


@pytest.mark.trust
@pytest.mark.parametrize("name", COMMANDS)
def test_folders_that_cannot_be_written_to(
    name: str, fresh: Callable[[], Path], processes: Processes, tried: Tried
) -> None:
    for code in (errno.EROFS, errno.EACCES):
        site = fresh()
        before = files_below(site)
        fault = Fault(f"{site}{os.sep}", 0, "refuse", code, writes=True)
        ended = processes.run(Run(str(site), ("postil", *COMMANDS[name]), fault))
        assert ended.code == 1, ended
        assert "Traceback" not in ended.said
        assert os.strerror(code) in ended.said
        assert files_below(site) == before
    tried("Commands in folders that cannot be written to", 2)
