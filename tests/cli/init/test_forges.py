"""The files of a new site for the forge that it is kept on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from postil.read.settings import read_settings

from .files import COMMON, GITHUB, GITLAB, written

Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("options", "files", "forge"),
    [
        # The forge is told by the address, by the option, or not at all.
        ((), COMMON | GITHUB | GITLAB, ""),
        (("--repository", "https://github.com/owner/name"), COMMON | GITHUB, ""),
        (("--repository", "https://gitlab.com/owner/name"), COMMON | GITLAB, ""),
        (("--repository", "https://codeberg.org/owner/name"), COMMON, ""),
        (
            ("--repository", "https://git.example.org/a/b", "--forge", "gitlab"),
            COMMON | GITLAB,
            "gitlab",
        ),
        (("--forge", "github"), COMMON | GITHUB, "github"),
    ],
)
def test_files_of_a_forge_that_is_not_used_are_left_out(
    run: Run, tmp_path: Path, options: tuple[str, ...], files: set[str], forge: str
) -> None:
    assert run("site", *options).exit_code == 0
    assert written(tmp_path / "site") == files
    readme = (tmp_path / "site/README.md").read_text()
    assert ("On GitHub," in readme) == (files >= GITHUB)
    assert ("On GitLab," in readme) == (files >= GITLAB)
    host, problems = read_settings(tmp_path / "site/mkdocs.yml")
    assert problems == ()
    assert host.settings.forge == forge
    assert host.settings.repository == (options[1] if "--repository" in options else "")
