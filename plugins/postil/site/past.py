"""A site as it was at a revision of its repository."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from postil.model.library import Library
from postil.read.library import read_library
from postil.read.revision import Revision, find_revision
from postil.read.settings import HostConfig, read_settings


@dataclass(frozen=True, slots=True)
class Past:
    """What was read of a revision, and the configuration that it had. `name` is what the revision
    was called."""

    name: str
    library: Library
    host: HostConfig


def read_past(root: Path, host: HostConfig, ref: str) -> Past:
    """The site of the folder `root` as it was at the git revision `ref`.

    It is read with the configuration that it had, so that a folder, a kind or a verdict may have
    had another name; with that of today, `host`, where it had none that can be read. Raises
    postil.read.revision.RevisionError where the revision cannot be read.
    """
    revision = find_revision(root, ref)
    with tempfile.TemporaryDirectory(prefix="postil-") as folder:
        old_root = Path(folder).resolve()
        old_host = _configuration(revision, host, old_root)
        settings = old_host.settings
        revision.write((settings.content, settings.annotations), old_root)
        return Past(ref, read_library(old_root, settings), old_host)


def _configuration(revision: Revision, host: HostConfig, folder: Path) -> HostConfig:
    revision.write((), folder)
    old = folder / host.path.name
    if not old.is_file():
        return host
    config, problems = read_settings(old)
    return host if problems else config
