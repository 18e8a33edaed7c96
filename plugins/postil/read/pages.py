"""The pages that people write beside texts: those that may embed something of Postil's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_SIGN = "postil:"


def read_pages(root: Path, folder: str) -> Iterator[tuple[str, str]]:
    """The path below `root` and the Markdown of each page in the `folder` of the host's documents
    that mentions Postil as an embedding comment does; whether it is one, its HTML tells."""
    for file in sorted(_markdown(root / folder)):
        try:
            source = file.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue  # The host says so.
        if "<!--" in source and _SIGN in source:
            path = file.relative_to(root) if file.is_relative_to(root) else file
            yield path.as_posix(), source


def _markdown(folder: Path) -> Iterator[Path]:
    """The files of Markdown below a folder; of one that cannot be opened, the host says so."""
    for path, _, names in os.walk(folder):
        yield from (Path(path, name) for name in names if name.endswith(".md"))
