"""The workflows of this repository: those of a new site, but for how Postil is installed."""

from __future__ import annotations

from postil.cli.starter import Start, starter_files

LOCK = "requirements/site.lock"
INSTALL = (
    f"pip install --quiet --require-hashes --no-build-isolation -r {LOCK}",
    "pip install --quiet --no-build-isolation --no-index --no-deps .",
)


def workflows() -> dict[str, str]:
    """Each workflow by its path."""
    start = Start("A site", "", "", "en", "github", "", "2026-11-22", LOCK, INSTALL)
    files = starter_files(start)
    return {path: text for path, text in files.items() if path.startswith(".github/workflows/")}
