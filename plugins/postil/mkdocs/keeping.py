"""Where a site keeps what earlier builds made of its texts, and read of their notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from postil import kept as keeping
from postil.kept import Keeping, Kept, Task, done, taken
from postil.programs import code
from postil.read.files import Content
from postil.read.library import Keep, Read, ReadNotes
from postil.read.one_text import Notes, NotesFiles
from postil.site.digest import digest
from postil.workers import Sharing

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def kept_below(root: Path, config: MkDocsConfig) -> Kept | None:
    """What builds of this configuration keep below `root`; None where they can keep nothing."""
    return keeping.kept_below(root, Path(config.config_file_path or "").name)


def keep_read(kept: Keeping | None) -> Keep:
    """Takes what was read of files from where an earlier build kept it."""

    def keep(
        name: str, contents: Sequence[Content], more: object, read: Callable[[], Read]
    ) -> Read:
        key = digest(code(), [_content(one) for one in contents], more)
        return taken(Task(f"read {name}", key, read), kept)

    return keep


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
            key = digest(around, one.slug, [_content(content) for content in contents])
            tasks.append(Task(f"notes {one.slug}", key, partial(one.read_from, contents)))
        return done(tasks, kept, share)

    return read


def _content(content: Content) -> tuple[object, ...]:
    return content.path, content.data, content.problem
