"""Every diagnostic of a whole site has golden cases: files, and the exact messages.

They are written as those of `tests/read/cases`; a file that is marked `before` is what was
published.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil.model.codes import CODES
from postil.model.settings import Settings
from postil.read.library import read_library
from postil.read.settings import HostConfig
from postil.site.check import check_site
from postil.site.record import compare

CASES = Path(__file__).parent / "cases"
BASE = {
    "content/town.md": "---\ntitle: A town votes\n---\n\n"
    "The town voted. Every citizen could vote.\n"
}
MARK = "\n=== expected\n"


def files_of(text: str) -> list[tuple[str, str]]:
    """The files of a case: path, with its mark, and content."""
    parts = ("\n" + text.partition(MARK)[0]).split("\n=== ")[1:]
    return [(head, content + "\n") for head, _, content in (part.partition("\n") for part in parts)]


def write(root: Path, files: dict[str, str]) -> None:
    for path, content in {**BASE, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")


def messages(folder: Path, text: str) -> str:
    files = files_of(text)
    now = {path: content for path, content in files if " | " not in path}
    before = {path.removesuffix(" | before"): content for path, content in files if " | " in path}
    write(folder / "now", now)
    checked = check_site(folder / "now", HostConfig(folder / "now" / "mkdocs.yml"))
    found = list(checked.diagnostics)
    if before:
        write(folder / "before", before)
        past = read_library(folder / "before", Settings())
        found += compare(past, checked.library, "main", lambda *_: False)
    return "".join(f"{one}\n" for one in found)


@pytest.mark.parametrize(
    "file", sorted(CASES.rglob("*.txt")), ids=lambda file: f"{file.parent.name}/{file.stem}"
)
def test_case(file: Path, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8")
    result = messages(tmp_path, text)
    if os.environ.get("POSTIL_UPDATE_GOLDEN") == "1":
        file.write_text(text.partition(MARK)[0] + MARK + result, encoding="utf-8")
    else:
        assert result == text.partition(MARK)[2]
    assert f"[{file.parent.name}]" in result


def test_every_code_of_a_whole_site_has_a_case() -> None:
    codes = {code.id for code in CODES.values() if code.room != "read"}
    assert codes == {folder.name for folder in CASES.iterdir()}
