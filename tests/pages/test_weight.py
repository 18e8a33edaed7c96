"""What the pages weigh, as a server sends it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

LIMITS = {"*.css": 6_000, "*.js": 8_000}


@pytest.mark.parametrize("pattern", LIMITS)
def test_what_ships_is_small(root: Path, pattern: str) -> None:
    files = (root / "plugins" / "postil" / "render" / "assets").glob(pattern)
    weight = sum(len(gzip.compress(path.read_bytes(), compresslevel=9)) for path in files)
    assert weight <= LIMITS[pattern]
