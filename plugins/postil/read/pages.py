"""The pages that people write beside texts: those that may embed something of Postil's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_SIGN = "postil:"


def find_pages(root: Path, folder: str) -> list[tuple[str, Path]]:
    """The pages in the `folder` of the host's documents, each with its path below `root`."""
    files = sorted(_markdown(root / folder))
    return [
        ((file.relative_to(root) if file.is_relative_to(root) else file).as_posix(), file)
        for file in files
    ]


def read_page(file: Path) -> str | None:
    """The Markdown of a page that mentions Postil as an embedding comment does, and nothing of
    others; whether it is such a comment, its HTML tells. None where it cannot be read."""
    try:
        source = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return ""  # The host says so, and of the other, too.
    except OSError:
        return None
    return source if "<!--" in source and _SIGN in source else ""


def _markdown(folder: Path) -> Iterator[Path]:
    """The files of Markdown below a folder; of one that cannot be opened, the host says so."""
    for path, _, names in os.walk(folder):
        yield from (Path(path, name) for name in names if name.endswith(".md"))
