"""What is measured: the same Markdown, built by several programs in several states."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_HEAD = "site_name: A benchmark\nsite_url: https://example.org/\n"
_THEME = "theme:\n  name: material\nnav:\n  - index.md\n"
_POSTIL = "plugins:\n  - search\n  - postil:\n      cards: none\n"
PLAIN = f"{_HEAD}{_THEME}docs_dir: ../plain-docs\nsite_dir: ../plain-site\nplugins:\n  - search\n"
"""The yardstick: no annotations, and the pages kept out of the navigation."""
CONFIGURATIONS = {
    "plain/mkdocs.yml": PLAIN,
    "mkdocs.yml": f"{_HEAD}{_THEME}site_dir: site\n{_POSTIL}      note_pages: false\n",
    "notes.yml": f"{_HEAD}{_THEME}site_dir: notes-site\n{_POSTIL}",
}
_INDEX = "# A benchmark\n\nThe texts are below.\n"

Before = Callable[[Path, int], None]


@dataclass(frozen=True, slots=True)
class Variant:
    """A command, run in a folder of the site after something was done to it.

    `before` gets the folder of the site and the number of the round. `within` is the folder of the
    command below that of the site, `allowed` are its good exit codes.
    """

    name: str
    command: Sequence[str]
    before: Before
    within: str = "."
    allowed: Sequence[int] = (0,)
    output: str = ""


def prepare(site: Path) -> None:
    """Writes the configurations, and the Markdown once more for the program that has no notes."""
    for path, content in CONFIGURATIONS.items():
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text(content, encoding="utf-8")
    shutil.copytree(site / "content", site / "plain-docs")
    for folder in ("docs", "plain-docs"):
        (site / folder).mkdir(exist_ok=True)
        (site / folder / "index.md").write_text(_INDEX, encoding="utf-8")


def _nothing(_site: Path, _round: int) -> None:
    """The state that the last run left."""


def _cold(site: Path, _round: int) -> None:
    for name in (".cache", "site", "notes-site"):
        shutil.rmtree(site / name, ignore_errors=True)


def _note_edited(site: Path, number: int) -> None:
    file = site / "annotations" / "text-00003" / "note-01.yml"
    with file.open("a", encoding="utf-8") as out:
        out.write(f"x-round: {number}\n")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("body: |\n", f"body: |\n  Round {number}.\n", 1), encoding="utf-8")


def _text_edited(site: Path, number: int) -> None:
    with (site / "content" / "text-00004.md").open("a", encoding="utf-8") as out:
        out.write(f"\nA paragraph of round {number}.\n")


def _build(program: str, *options: str) -> list[str]:
    return [sys.executable, "-m", program, "build", "--quiet", *options]


_CHECK = [sys.executable, "-m", "postil", "check", "--format", "json"]

VARIANTS = (
    Variant("MkDocs and Material", _build("mkdocs"), _nothing, "plain", output="plain-site"),
    Variant("ProperDocs and Material", _build("properdocs", "-f", "mkdocs.yml"), _nothing, "plain"),
    Variant("Postil, cold", _build("mkdocs"), _cold, output="site"),
    Variant("Postil, warm", _build("mkdocs"), _nothing),
    Variant("Postil, one note edited", _build("mkdocs"), _note_edited),
    Variant("Postil, one text edited", _build("mkdocs"), _text_edited),
    Variant(
        "Postil with a page for each note, cold",
        _build("mkdocs", "-f", "notes.yml"),
        _cold,
        output="notes-site",
    ),
    Variant("postil check, cold", _CHECK, _cold, allowed=(0, 1)),
    Variant("postil check, warm", _CHECK, _nothing, allowed=(0, 1)),
    Variant("postil check, one note edited", _CHECK, _note_edited, allowed=(0, 1)),
)
