"""Golden cases: a site in one file, and the exact messages that reading it gives."""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from postil.model.library import Library
from postil.model.settings import Settings
from postil.read.library import read_library
from postil.read.settings import read_settings

CASES = Path(__file__).parent / "cases"

BASE = {
    "content/town.md": "---\ntitle: A town votes\n---\n\n"
    "The town voted. Every citizen could vote.\n",
    "annotations/town/base.yml": "id: base\nkind: context\ntitle: The town\ntarget: The town\n"
    "body: A small one.\ncitations: [the-report]\ncontributors: [editors]\n",
    "annotations/sources.yml": "- id: the-report\n  type: report\n  title: The report\n",
    "annotations/contributors.yml": "- id: editors\n  name: The editors\n  kind: organization\n",
}
"""The site that every case begins with, so that a case shows only what it is about."""


@dataclass(frozen=True)
class Case:
    """A case: what it is about, its files beside those of the base, and what is expected."""

    file: Path
    text: str

    @property
    def files(self) -> list[tuple[str, str, str]]:
        """Path, how its content is written, and the content."""
        found = []
        for part in ("\n" + self.text).split("\n=== ")[1:]:
            head, _, content = part.partition("\n")
            path, _, how = head.partition(" | ")
            found.append((path.strip(), how.strip(), content + "\n"))
        return found[:-1]

    @property
    def expected(self) -> str:
        return self.text.partition("\n=== expected\n")[2]

    def build(self, root: Path) -> None:
        """Write the files of the case below `root`."""
        given = {path for path, _, _ in self.files}
        for path, content in BASE.items():
            if path not in given:
                _write(root / path, content.encode())
        for path, how, content in self.files:
            if how.startswith("link "):
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).symlink_to(how.removeprefix("link "))
            elif how == "pipe":
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                os.mkfifo(root / path)
            elif how != "absent":
                _write(root / path, _encoded(content, how))

    def read(self, root: Path) -> str:
        """What reading the case gives: diagnostics, and which annotations are there."""
        settings, lines = Settings(), []
        if (root / "mkdocs.yml").exists():
            config, problems = read_settings(root / "mkdocs.yml")
            settings = config.settings
            lines = [str(problem) for problem in problems]
        library = read_library(root, settings)
        lines += [str(problem) for problem in library.diagnostics]
        for slug, notes in library.annotations.items():
            ids = ", ".join(one.id + (" (draft)" if one.draft else "") for one in notes)
            lines.append(f"kept in {slug}: {ids or 'none'}")
        lines.append(f"left out: {library.rejected}")
        return "\n".join(lines) + "\n"

    def update(self, result: str) -> None:
        """Write the result into the case, as what is expected."""
        head = self.text.partition("\n=== expected\n")[0]
        self.file.write_text(f"{head}\n=== expected\n{result}", encoding="utf-8")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _encoded(content: str, how: str) -> bytes:
    """The bytes of a file: plain UTF-8, an encoding, `escaped`, `times N`, or `long`: the sign % is
    100,001 letters."""
    if how.startswith("times "):
        return content.encode() * int(how.removeprefix("times "))
    if how == "long":
        return content.replace("%", "a" * 100_001).encode()
    if how == "escaped":
        return codecs.escape_decode(content.replace("\n", ""))[0]
    return content.encode(how or "utf-8")


def cases() -> list[Path]:
    """Every case, by path."""
    return sorted(CASES.rglob("*.txt"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" in metafunc.fixturenames:
        files = cases()
        names = [f"{file.parent.name}/{file.stem}" for file in files]
        found = [Case(file, file.read_text(encoding="utf-8")) for file in files]
        metafunc.parametrize("case", found, ids=names)


@pytest.fixture
def updating() -> bool:
    """Whether golden files are to be written anew."""
    return os.environ.get("POSTIL_UPDATE_GOLDEN") == "1"


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Library]:
    """Reads the base site with other files: `site({"annotations/town/note.yml": "id: …"})`."""

    def read(files: Mapping[str, str | bytes], **settings: Any) -> Library:
        for path, content in {**BASE, **files}.items():
            _write(tmp_path / path, content if isinstance(content, bytes) else content.encode())
        return read_library(tmp_path, Settings(**settings))

    return read
