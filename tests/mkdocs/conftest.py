"""A site in a temporary folder, built by the real MkDocs."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from ..samples import SPEECH
from .pythons import told

# The smallest site that has everything: a text, two notes, a source and a contributor.
NOTES = """\
- id: the-moon
  kind: context
  title: Which moon
  target: to go to the moon
  body: The *nearest* one.
  contributors: [editors]
  citations: [almanac]
- id: easy
  kind: correction
  title: It was easy
  target: it is easy
  verdict: contradicted
  body: It was not.
  contributors: [editors]
"""
SOURCES = "- id: almanac\n  type: book\n  title: An almanac\n"
CONTRIBUTORS = "- id: editors\n  name: The editors of this site\n  kind: organization\n"

SITE: dict[str, str] = {
    "docs/index.md": "# Home\n\n[The speech](explainers/speech.md)\n",
    "content/speech.md": SPEECH,
    "annotations/speech.yml": NOTES,
    "annotations/sources.yml": SOURCES,
    "annotations/contributors.yml": CONTRIBUTORS,
}


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: its folder, what was logged from a warning on, and the summary."""

    root: Path
    warnings: list[str]
    infos: list[str]
    aborted: str

    def page(self, path: str) -> str:
        return (self.root / "site" / path).read_text(encoding="utf-8")


Build = Callable[..., Built]


@pytest.fixture
def site() -> dict[str, str]:
    """The files of the smallest site, by path."""
    return dict(SITE)


@pytest.fixture
def write_site(tmp_path: Path) -> Callable[..., Path]:
    """Writes `SITE`, changed by `files` (None removes a file), and a configuration."""

    def write(
        files: Mapping[str, str | None] | None = None,
        options: Mapping[str, Any] | None = None,
        plugins: list[Any] | None = None,
        **config: Any,
    ) -> Path:
        for path, content in {**SITE, **(files or {})}.items():
            if content is not None:
                file = tmp_path / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(content, encoding="utf-8")
        whole = {
            "site_name": "A site",
            "theme": {"name": "material", "font": False},
            "plugins": [*(plugins or []), {"postil": dict(options or {})}],
            "validation": {"links": {"anchors": "warn"}},
            **config,
        }
        (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(whole), encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def build_site(write_site: Callable[..., Path], caplog: pytest.LogCaptureFixture) -> Build:
    """Builds a site in this process; see `write_site` for the arguments."""

    def run(*args: Any, strict: bool = False, **kwargs: Any) -> Built:
        root = write_site(*args, **kwargs)
        caplog.clear()
        caplog.set_level(logging.INFO, logger="mkdocs")
        config = load_config(str(root / "mkdocs.yml"), strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        aborted = ""
        try:
            build(config)
        except Abort as error:
            aborted = str(error)
        records = [record for record in caplog.records if record.name.startswith("mkdocs")]
        return Built(
            root=root,
            warnings=[r.getMessage() for r in records if r.levelno >= logging.WARNING],
            infos=[r.getMessage() for r in records if r.levelno == logging.INFO],
            aborted=aborted,
        )

    return run


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Says which versions of Python were there to be compared: what is missing is no failure."""
    if config.option.markexpr == "trust":
        terminalreporter.write_line(told())
