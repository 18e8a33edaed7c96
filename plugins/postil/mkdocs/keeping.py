"""Where a site keeps what earlier builds made of its texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from postil.kept import Kept, secret

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

CACHE = Path(".cache/plugin/postil/texts")
"""Below the folder of the configuration, beside what Material's plugins keep."""


def kept_below(root: Path, config: MkDocsConfig) -> Kept | None:
    """What builds of this configuration keep below `root`; None where they can keep nothing."""
    own = secret()
    folder = root / CACHE
    # No link may lead elsewhere: whoever sends a change can add one.
    if own is None or folder.resolve() != folder:
        return None
    return Kept(folder, own, Path(config.config_file_path or "").name)
