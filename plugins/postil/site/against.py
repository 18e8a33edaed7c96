"""A site beside what it was at a revision of its repository."""

from __future__ import annotations

import tempfile
from pathlib import Path

from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.model.settings import Settings
from postil.read.library import read_library
from postil.read.revision import Revision, find_revision
from postil.read.settings import HostConfig, read_settings
from postil.site.record import compare


def check_against(
    root: Path, host: HostConfig, library: Library, ref: str
) -> tuple[Diagnostic, ...]:
    """What changed since the git revision `ref` without being on record.

    The revision is read with the configuration that it had, so that a folder, a kind or a verdict
    may have had another name. Raises postil.read.revision.RevisionError where it cannot be read.
    """
    revision = find_revision(root, ref)
    with tempfile.TemporaryDirectory(prefix="postil-") as folder:
        old_root = Path(folder).resolve()
        settings = _settings(revision, host, old_root)
        revision.write((settings.content, settings.annotations), old_root)
        before = read_library(old_root, settings)
    return compare(before, library, ref)


def _settings(revision: Revision, host: HostConfig, folder: Path) -> Settings:
    """Those of the revision; those of today where it had none that can be read."""
    revision.write((), folder)
    old = folder / host.path.name
    if not old.is_file():
        return host.settings
    config, problems = read_settings(old)
    return host.settings if problems else config.settings
