"""A text that cannot be rendered is named by every command that needs its words."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from postil.cli.main import main

NOTE = "id: {0}\nkind: context\ntitle: A note\ntarget: The town\nbody: A small one.\n"
FILES = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - postil:\n      limits: {seconds: 2}\n",
    "docs/index.md": "# Home\n",
    "content/town.md": "---\ntitle: A town\n---\n\nThe town voted.\n",
    "annotations/town.yml": NOTE.format("first"),
    "content/wall.md": "---\ntitle: A wall\n---\n\n" + "[" * 200_000,
    "annotations/wall.yml": NOTE.format("second"),
    "content/deep.md": "---\ntitle: Deep\n---\n\n" + "1. " * 2_000,
}
WALL = (
    "content/wall.md: it takes longer than 2 s to render and anchor, which no text of people does"
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path, content in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("site")
def test_check_names_it_and_goes_on() -> None:
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "content/deep.md: things stand within things too deeply to be rendered [text-unrendered]",
        f"{WALL} [text-unrendered]",
    ]
    # Nothing that was read is left out of the sum.
    assert "2 annotations: 1 exact, 0 changed, 0 ambiguous, 1 lost" in result.stderr


@pytest.mark.parametrize(
    "command", [("reanchor", "wall"), ("status",), ("impact", "--against", "HEAD")]
)
def test_other_commands_end_there(site: Path, command: tuple[str, ...]) -> None:
    (site / "content/deep.md").unlink()
    for line in ("init -q", "add .", "-c user.name=a -c user.email=a@example.org commit -q -m a"):
        subprocess.run(["git", *line.split()], cwd=site, check=True)
    (site / "content/wall.md").write_text(FILES["content/wall.md"] + " ", encoding="utf-8")
    result = CliRunner().invoke(main, [*command])
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (1, f"Error: {WALL}")


@pytest.mark.parametrize("extensions", ["[5]", "[nope.nope]", "[{toc: {nope: 1}}]"])
@pytest.mark.parametrize("command", [("check",), ("status",), ("new", "docs/index.md")])
def test_extensions_that_cannot_be_loaded_are_told(
    site: Path, extensions: str, command: tuple[str, ...]
) -> None:
    (site / "mkdocs.yml").write_text(f"{FILES['mkdocs.yml']}markdown_extensions: {extensions}\n")
    result = CliRunner().invoke(main, [*command])
    assert result.exit_code in (1, 2)
    assert "the Markdown extensions of the configuration cannot be loaded (" in result.stderr
