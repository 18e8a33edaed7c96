"""The pages for developers name what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from postil.site import made

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
PACKAGE = ROOT / "plugins" / "postil"


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_every_path_is_there(page: str) -> None:
    words = (ROOT / page).read_text(encoding="utf-8")
    named = [path for path in re.findall(r"`([\w./-]+)`", words) if re.search(r"/|\.\w+$", path)]
    assert named
    missing = [path for path in named if not any((top / path).exists() for top in (ROOT, PACKAGE))]
    # What `make` makes, the host of examples, and a library that is called like a file.
    assert set(missing) <= {".venv", "example.org", "ruamel.yaml"}


def test_every_room_has_a_row() -> None:
    rows = re.findall(r"^\| `(\w+)/` \|", PAGE, re.MULTILINE)
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert set(rows) == rooms


def test_the_lists_are_those_of_the_code() -> None:
    lists = [
        name for name, value in vars(made).items() if name.isupper() and isinstance(value, tuple)
    ]
    assert [name for name in lists if f"`{name}`" not in PAGE] == []
