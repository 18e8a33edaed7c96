"""A site into which notes and sources are imported."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main

from .notes import FILES

Import = Callable[..., Result]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path, content in FILES.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def take(site: Path) -> Import:
    """Runs `postil import` on a value, which stands in a file as JSON, or on a text."""

    def run(value: Any, *arguments: str, name: str = "notes.json") -> Result:
        text = value if isinstance(value, str) else json.dumps(value)
        (site / name).write_text(text, encoding="utf-8", newline="")
        result = CliRunner().invoke(main, ["import", name, *arguments])
        assert not isinstance(result.exception, Exception), result.exception
        return result

    return run
