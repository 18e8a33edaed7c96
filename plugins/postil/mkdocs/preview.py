"""`mkdocs serve`: an edit of one text shows at once, and the rest of the site follows."""

from __future__ import annotations

import json
import logging
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from mkdocs.plugins import get_plugin_logger

from postil.mkdocs.changes import Changes, asking
from postil.mkdocs.following import DONE, SITE, Following, Outcome, remove, take_over
from postil.mkdocs.heard import Heard
from postil.mkdocs.others import stranger
from postil.mkdocs.watching import Watching

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger(__name__)

QUIET = 5.0
"""Seconds without an edit after which the whole site is built."""

_OPTIONS = ("theme", "use_directory_urls")

_ECHO = 0.05
"""Seconds: the server waits for twice as long, after it was asked, before it calls its builder. One
who asks later is answered with another call, for which there may be nothing left."""

_MOST = 3
"""Texts edited at once up to which each is made alone."""


def previews(config: MkDocsConfig) -> bool:
    """Whether one page can be made alone: other plugins may do to pages what they do once all are
    read. A configuration that came from elsewhere than a file cannot be read again."""
    known = bool(config.config_file_path) and Path(config.config_file_path).is_file()
    return known and not stranger(config, "env")


class Preview:
    """Stands between the server of a preview and its builder.

    `edited` gives the slugs of the texts that paths are about, None where they are about more, and
    `renew` makes the pages of one text anew, False where it cannot.
    """

    def __init__(
        self,
        edited: Callable[[set[Path]], list[str] | None],
        renew: Callable[[str], bool],
    ) -> None:
        self._edited, self._renew = edited, renew
        self._changes = Changes()
        self._folder = self._site = self._signal = Path()
        self._heard = Heard()
        self._following: Following | None = None
        self._watching: Watching | None = None
        self._whole = True
        self._began = self._asked = 0.0
        # From the first build on, so that nothing is said twice.
        logging.getLogger("mkdocs").addHandler(self._heard)

    def begin(
        self, server: LiveReloadServer, config: MkDocsConfig, folders: Sequence[Path], index: Path
    ) -> None:
        """Takes the place of the builder of a server that has not begun to watch, and looks itself
        at the `folders` of what people write; `index` is that in which the index of the search is
        kept."""
        # Of those that change a site, what the command line says; `--strict` has no preview.
        said = click.get_current_context(silent=True)
        options = {key: said.params.get(key) for key in _OPTIONS} if said else {}
        order: dict[str, Any] = {
            "config_file": config.config_file_path,
            "options": options,
            "site": config.site_dir,
            "site_url": config.site_url,
            "index": str(index),
            "level": logging.getLogger("mkdocs").level,
        }
        # On the disk of the site, so that files need not be copied.
        self._folder = Path(tempfile.mkdtemp(prefix="postil_", dir=Path(config.site_dir).parent))
        self._site, self._signal = Path(config.site_dir), self._folder / "signal"
        self._ask = asking(server, self._signal)
        self._following = Following(order, self._folder, self._wake, QUIET)
        config.watch[:] = [one for one in config.watch if Path(one) not in folders]
        self._watching = Watching(folders, self._found)
        self._watching.start()
        watched = (config.docs_dir, config.config_file_path, *config.watch)
        for path in {os.path.abspath(one): None for one in watched if one}:  # noqa: PTH100 - as the server
            if Path(path).exists():
                # The server watches it as well: a folder that two ask for is looked at once.
                server.observer.schedule(self._changes, path, recursive=True)
        self._builder, server.builder = server.builder, self.build
        names = ", ".join(f"'{one.name}'" for one in folders)
        log.info("an edit of one text or its notes shows before the rest: looking at %s", names)

    def build(self) -> None:
        """What the server calls after files changed."""
        changed, following = self._changes.take(), self._following
        if following is None:
            return
        before, self._began = self._began, time.monotonic()
        if not changed and self._asked > before - _ECHO:
            return
        woken = self._signal in changed
        changed.discard(self._signal)
        texts = self._edited(changed) if changed or woken else None
        if texts == []:
            # It may have been cancelled meanwhile, and editors write more than what they edit.
            if woken and (outcome := following.take()):
                self._take(outcome)
            return
        following.cancel()
        if texts and len(texts) <= _MOST and self._whole and self._one_by_one(texts):
            following.soon()
            return
        self._whole = False
        self._heard.messages.clear()
        self._builder()
        self._whole = True

    def end(self) -> None:
        """Removes what is left."""
        logging.getLogger("mkdocs").removeHandler(self._heard)
        if self._watching is not None:
            self._watching.end()
        if self._following is not None:
            self._following.cancel()
            shutil.rmtree(self._folder, ignore_errors=True)

    def _one_by_one(self, slugs: list[str]) -> bool:
        began = time.perf_counter()
        try:
            if not all(map(self._renew, slugs)):
                return False
        except Exception as error:  # whatever it is, a whole build says it better
            log.debug("%s could not be made alone", ", ".join(slugs), exc_info=error)
            return False
        log.info(
            "%s: made anew in %.2f s; the rest of the site follows when nothing was edited for"
            " %.0f s",
            ", ".join(slugs),
            time.perf_counter() - began,
            QUIET,
        )
        return True

    def _take(self, outcome: Outcome) -> None:
        """The site of a whole build beside this one takes its place."""
        folder = outcome.folder
        try:
            if outcome.error:
                log.warning(
                    "the rest of the site is as it was before the last edit, for it could not be"
                    " built: %s",
                    outcome.error,
                )
                return
            done = json.loads((folder / DONE).read_text(encoding="utf-8"))
            for message, level in done["told"].items():
                if message not in self._heard.messages:
                    logging.getLogger("mkdocs").log(level, "%s", message)
            take_over(folder / SITE, self._site, done["other"], done["gone"])
            log.info("the rest of the site has followed")
        except OSError as error:  # somebody has a file open, say
            log.warning("the rest of the site could not be put in place: %s", error)
        finally:
            remove(folder)

    def _wake(self) -> None:
        self._found({self._signal})

    def _found(self, paths: set[Path]) -> None:
        """Has the server call its builder because of these."""
        self._changes.add(paths)
        self._asked = time.monotonic()
        self._ask()
