"""Where a site keeps what earlier builds made of its texts, and read of their notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from postil import kept as keeping
from postil.kept import Keeping, Kept, Task, done
from postil.programs import code
from postil.read.library import ReadNotes
from postil.read.one_text import Notes, NotesFiles
from postil.site.digest import digest
from postil.workers import Sharing

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def kept_below(root: Path, config: MkDocsConfig) -> Kept | None:
    """What builds of this configuration keep below `root`; None where they can keep nothing."""
    return keeping.kept_below(root, Path(config.config_file_path or "").name)


def kept_reading(share: Sharing, kept: Keeping | None) -> ReadNotes:
    """Reads the annotations of texts of one site by `share`, but for those that an earlier build
    read."""

    def read(texts: Sequence[NotesFiles]) -> Iterable[Notes]:
        if kept is None:
            return share(NotesFiles.read, texts)
        around = digest(code(), texts[0].known.key, texts[0].limits) if texts else b""
        tasks = []
        for one in texts:
            contents = [one.content(path) for path in one.paths]
            # What is read is what the key is of, whoever writes there meanwhile.
            read = [(content.path, content.data, content.problem) for content in contents]
            key = digest(around, one.slug, read)
            tasks.append(Task(f"notes {one.slug}", key, partial(one.read_from, contents)))
        return done(tasks, kept, share)

    return read
