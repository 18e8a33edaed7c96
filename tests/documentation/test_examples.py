"""Every example of the manual and of the repository's own pages does what the page says.

The blocks of a page are taken in order, in a folder of their own, as a reader would: a block with
a title is the file of that name, or shows the one that a command has written; commands are run,
and what stands in a `text` block right after commands is what they say. At the end nothing is
wrong with the files. The tutorial begins in an empty folder; every other page goes on from the
site that `postil init` makes, in a repository.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from postil.cli.starter import Start, starter_files

from .folder import Folder, environment
from .pages import Example, examples

ROOT = Path(__file__).resolve().parents[2]
MADE = "<!-- Made from the code by `make reference`"
"""Pages with this line are held to the code by their own tests; some of their examples are wrong on
purpose."""
PAGES = [
    page
    for page in [*sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("*.md"))]
    if MADE not in page.read_text(encoding="utf-8")
]
EXAMPLES = {page.relative_to(ROOT).as_posix(): list(examples(page)) for page in PAGES}
HOSTS = re.compile(
    # Names that stand for others, and those that belong to formats.
    r"(?:\w+\.)*example\.org|127\.0\.0\.1|github\.com/owner/name|www\.w3\.org|json-schema\.org"
)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that `postil init` makes, as the first commit of a repository."""
    folder = tmp_path_factory.mktemp("start")
    begun = Start("A site", "", "", "en", "github", "", "2026-11-22")
    for name, text in starter_files(begun).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for command in ("init -q -b main", "add .", "commit -q -m Begin"):
        subprocess.run(["git", *command.split()], cwd=folder, env=environment(), check=True)
    return folder


@pytest.mark.parametrize("name", [name for name, found in EXAMPLES.items() if found])
def test_examples(name: str, start: Path, tmp_path: Path) -> None:
    if not name.startswith("docs/tutorial/"):
        shutil.copytree(start, tmp_path, dirs_exist_ok=True)
    folder = Folder(tmp_path, name)
    for example in EXAMPLES[name]:
        folder.take(example)
    assert folder.problems() == []


def test_examples_are_about_nobody() -> None:
    """Their addresses are at hosts that stand for others."""

    def strangers(example: Example) -> list[str]:
        hosts = re.findall(r"https?://([\w./-]+)", example.text)
        return [f"{example}: {host}" for host in hosts if not HOSTS.match(host)]

    assert [
        one for found in EXAMPLES.values() for example in found for one in strangers(example)
    ] == []
