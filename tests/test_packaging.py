"""The wheel holds the whole package and nothing else, and works when it is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=root,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return Parser().parsestr(archive.read(name).decode())


def test_the_wheel_holds_every_file_of_the_package(root: Path, names: set[str]) -> None:
    folder = root / "plugins" / "postil"
    written = {
        f"postil/{path.relative_to(folder).as_posix()}"
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    packed = {name for name in names if not name.split("/")[0].endswith(".dist-info")}
    assert packed == written


def test_the_wheel_holds_types_templates_and_assets(names: set[str]) -> None:
    assert "postil/py.typed" in names
    assert {Path(name).suffix for name in names} >= {".py", ".html", ".css"}


def test_the_wheel_holds_what_a_new_site_begins_with(names: set[str]) -> None:
    """Files whose names would begin with a dot among them."""
    folder = "postil/cli/starter/files"
    for name in (
        "mkdocs.yml",
        "dot_gitignore",
        "dot_gitlab-ci.yml",
        "dot_github/workflows/check.yml",
    ):
        assert f"{folder}/{name}" in names


def test_the_wheel_holds_the_schemas(names: set[str]) -> None:
    folder = "postil/publish/schemas/"
    found = {name.removeprefix(folder) for name in names if name.startswith(folder)}
    assert found == {"annotations.json", "contributors.json", "front-matter.json", "sources.json"}


def test_the_wheel_carries_the_licence(names: set[str], metadata: Message) -> None:
    assert metadata["License-Expression"] == "MIT AND CC-BY-4.0 AND OFL-1.1"
    fonts = "plugins/postil/render/cards/fonts/OFL.txt"
    assert metadata.get_all("License-File") == ["LICENSE", fonts]
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_python_versions_are_those_that_are_promised(metadata: Message) -> None:
    assert metadata["Requires-Python"] == ">=3.11"
    promised = {f"Programming Language :: Python :: 3.{minor}" for minor in (11, 12, 13, 14)}
    assert promised <= set(metadata.get_all("Classifier", []))


def test_mkdocs_2_is_kept_out(metadata: Message) -> None:
    required = metadata.get_all("Requires-Dist", [])
    assert "mkdocs<2,>=1.6" in required
    assert "mkdocs-material>=9.7.7" in required


def test_what_runs_is_required_and_what_tests_is_not(root: Path, metadata: Message) -> None:
    """The neighbours and tools stay in dependency groups, which no wheel carries."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    required = [one for one in metadata.get_all("Requires-Dist", []) if "extra ==" not in one]
    assert len(required) == len(project["project"]["dependencies"])


def test_the_installed_wheel_offers_the_plugin_and_the_command(wheel: Path, tmp_path: Path) -> None:
    options = ["--quiet", "--no-deps", "--no-index", "--no-compile", "--target", tmp_path]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, wheel], check=True)
    look = """
import importlib.metadata, pathlib, sys
import postil
assert pathlib.Path(postil.__file__).is_relative_to(sys.argv[1]), postil.__file__
(distribution,) = importlib.metadata.distributions(name="postil", path=[sys.argv[1]])
assert distribution.version == postil.__version__
for point in distribution.entry_points:
    print(point.group, point.name, callable(point.load()))
"""
    done = subprocess.run(
        [sys.executable, "-c", look, tmp_path],
        # Before the editable install, which stands on the path of this environment.
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert sorted(done.stdout.splitlines()) == [
        "console_scripts postil True",
        "mkdocs.plugins postil True",
    ]
