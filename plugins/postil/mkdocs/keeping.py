"""Where a site keeps what earlier builds made of its texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from postil import kept
from postil.kept import Kept

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def kept_below(root: Path, config: MkDocsConfig) -> Kept | None:
    """What builds of this configuration keep below `root`; None where they can keep nothing."""
    return kept.kept_below(root, Path(config.config_file_path or "").name)
