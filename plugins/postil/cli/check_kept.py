"""The findings of a site, with the record of the last check below it."""

from __future__ import annotations

from pathlib import Path

from postil.kept import kept_below
from postil.programs import code
from postil.read.settings import HostConfig
from postil.site.check import Findings, findings
from postil.site.checking.record import Record, of_settings
from postil.site.digest import digest
from postil.workers import Sharing

_SLOT = "check"


def kept_findings(share: Sharing, root: Path, host: HostConfig) -> Findings:
    """What is wrong with a site, found as far as something changed since the last check."""
    settings = of_settings(host, host.settings)
    kept = kept_below(root, host.path.name) if host.settings.cache else None
    if kept is None or settings is None:
        return findings(share, root, host)
    key = digest(code(kept), root, settings)
    before: Record | None = next(iter(kept.get(_SLOT, key) or ()), None)
    found = findings(share, root, host, before)
    if found.record != before:
        kept.put(_SLOT, key, found.record)
    return found
