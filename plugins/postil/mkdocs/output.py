"""The folder that a build writes, where files of an earlier build stand again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import write_file

from postil.earlier import Earlier, put_aside

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_ASIDE = Path(".cache/plugin/postil/earlier")


@dataclass(slots=True)
class Output:
    """What writes the files of one build."""

    earlier: Earlier | None = None

    def begin(self, root: Path, config: MkDocsConfig) -> None:
        """Puts the files of an earlier build aside, before the host removes them."""
        self.earlier = put_aside(Path(config.site_dir), root / _ASIDE)

    def write(self, content: bytes, path: str) -> None:
        """Writes a file. Raises OSError, with the name of the file."""
        if self.earlier is not None and self.earlier.back(path, content):
            return
        try:
            write_file(content, path)
        except OSError as error:
            # A full disk does not say which file it has no room for.
            error.filename = error.filename or path
            raise

    def end(self) -> None:
        """Removes what is left of the earlier build."""
        if self.earlier is not None:
            self.earlier.end()
            self.earlier = None
