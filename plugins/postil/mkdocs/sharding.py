"""Builds of a part of a site, and builds that join parts: see `postil.shards`."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from postil import __version__
from postil.archives import About, Archive, Writing
from postil.joined import Joined
from postil.kept import Keeping, Kept, Task, done
from postil.model.library import Library
from postil.programs import code
from postil.shards import Join, Part, ShardError, asked, secret
from postil.site.keys import others_of
from postil.workers import Made, Sharing

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger(__name__)


class Shard:
    """The texts that this machine makes, and the file for what it makes of them."""

    def __init__(
        self, part: Part, library: Library, config: MkDocsConfig, environment: Mapping[str, str]
    ) -> None:
        """Begins the file. Raises PluginError where it cannot be written, or not sealed."""
        self._own = frozenset(filter(part.shard.takes, library.texts))
        self.needed = self._own.union(*(others_of(library, slug) for slug in self._own))
        """Those that are rendered: its own, and those that its own cannot be made without."""
        about = About(str(part.shard), len(self._own), len(library.texts), code(), programs())
        try:
            self._file = Writing(part.into, about, secret(environment), _name(config))
        except (OSError, ShardError) as error:
            raise PluginError(f"postil: {said(error, part.into)}") from None

    def done(
        self, tasks: Sequence[Task[Made]], kept: Keeping | None, share: Sharing
    ) -> Iterator[Made]:
        """What the tasks make; what is of its own texts is written down."""
        for task, made in zip(tasks, done(tasks, kept, share), strict=True):
            if self._owns(task):
                self._file.put(task.slot, task.key, made)
            yield made

    def make(self, tasks: Sequence[Task[Made]], kept: Keeping | None, share: Sharing) -> None:
        """Makes those of the tasks that are of its own texts, which are the last of them."""
        for _ in self.done([task for task in tasks if self._owns(task)], kept, share):
            pass
        self._file.end()

    def cancel(self) -> None:
        """Takes away what was not ended."""
        self._file.cancel()

    def _owns(self, task: Task[Any]) -> bool:
        # The slots of what is made of one text are called “text SLUG”, “anchors SLUG” and so on.
        return task.slot.partition(" ")[2] in self._own


def asked_of(environment: Mapping[str, str]) -> Part | Join | None:
    """What a command wants of this build. Raises PluginError."""
    try:
        return asked(environment)
    except ShardError as error:
        raise PluginError(f"postil: {error}") from None


def joined(
    join: Join, kept: Kept | None, config: MkDocsConfig, environment: Mapping[str, str]
) -> Joined:
    """What shards made, beside what this machine keeps. Raises PluginError."""
    found = []
    for path in join.files:
        try:
            one = Archive(path, secret(environment), _name(config))
        except (OSError, ShardError) as error:
            raise PluginError(f"postil: {said(error, path)}") from None
        if (about := one.about) is None:
            log.info("%s was not sealed with this secret: nothing of it is taken", path.name)
            continue
        if one.bad:
            log.info(
                "%s things of %s are not as they were sealed, and are made anew",
                f"{one.bad:,}",
                path.name,
            )
        if about.code != code():
            log.info(
                "%s was made by other programs (%s; here %s): nothing of it fits",
                path.name,
                about.programs,
                programs(),
            )
        found.append(one)
    return Joined(found, kept)


def tell_joined(found: Joined) -> None:
    """Says what was taken from shards, and what was not."""
    log.info("%s things that shards made were taken", f"{found.taken:,}")
    if found.other:
        log.info(
            "%s were made anew: a file, a setting or a program is another one than that of the"
            " shard",
            f"{found.other:,}",
        )


def _name(config: MkDocsConfig) -> str:
    return Path(config.config_file_path or "").name


def said(error: Exception, path: Path) -> str:
    """What is wrong with a file, or a secret."""
    return f"{path}: {error.strerror or error}" if isinstance(error, OSError) else str(error)


def programs() -> str:
    """What makes a site, and its version."""
    return f"Postil {__version__}, Python {platform.python_version()}"
