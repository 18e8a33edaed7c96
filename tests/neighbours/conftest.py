"""A small site beside one neighbour, built by the real command of its host."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

FILES = {
    "docs/index.md": "# Home\n\nWelcome. [The speech](explainers/speech.md).\n",
    "docs/more/index.md": "# More\n\nMore words.\n",
    "content/speech.md": "---\ntitle: A speech\n---\n\nWe choose to go to the moon.\n",
    "annotations/speech.yml": (
        "id: the-moon\nkind: context\ntitle: Which moon\ntarget: to the moon\nbody: The near one.\n"
    ),
}


@dataclass(frozen=True, slots=True)
class Site:
    """A built site and what its host printed."""

    folder: Path
    output: str

    def page(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    @property
    def explainer(self) -> str:
        return self.page("explainers/speech/index.html")


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Site]:
    """Builds strictly with `plugins` (and other settings) and returns the site.

    Fails where the host fails, so a neighbour that makes it warn is found.
    """

    def run(
        plugins: list[Any],
        host: str = "mkdocs",
        files: Mapping[str, str] | None = None,
        git: bool = False,
        **config: Any,
    ) -> Site:
        for path, content in {**FILES, **(files or {})}.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        whole = {
            "site_name": "A site",
            "site_url": "https://site.example/",
            "theme": {"name": "material", "font": False},
            "plugins": plugins,
            **config,
        }
        (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(whole), encoding="utf-8")
        if git:
            _commit(tmp_path)
        done = subprocess.run(
            [sys.executable, "-m", host, "build", "--strict", "-f", "mkdocs.yml"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=300,
            # Both banners are about the future of the hosts, not about this build.
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return Site(tmp_path / "site", done.stdout + done.stderr)

    return run


def _commit(folder: Path) -> None:
    author = ["-c", "user.name=editors", "-c", "user.email=editors@site.example"]
    for command in (["init", "-q"], ["add", "."], [*author, "commit", "-q", "-m", "All"]):
        subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True)
