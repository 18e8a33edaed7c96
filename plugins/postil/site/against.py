"""A site beside what it was at a revision of its repository."""

from __future__ import annotations

from pathlib import Path

from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.read.settings import HostConfig
from postil.site.past import read_past
from postil.site.record import compare


def check_against(
    root: Path, host: HostConfig, library: Library, ref: str
) -> tuple[Diagnostic, ...]:
    """What changed since the git revision `ref` without being on record.

    Raises postil.read.revision.RevisionError where it cannot be read.
    """
    return compare(read_past(root, host, ref).library, library, ref)
