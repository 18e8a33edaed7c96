"""A new site builds in strict mode, and its sample is plainly one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from postil.model.fields.options import OPTIONS
from postil.read.settings import read_settings
from postil.render.languages import LANGUAGES

from .files import written

Run = Callable[..., Result]


@pytest.mark.parametrize(
    "options",
    [
        # An address with a path, a forge, and a name that YAML and Markdown have a use for.
        (
            *("--name", "Letters: “seen” & *[more]*", "--url", "https://example.org/letters"),
            *("--repository", "https://github.com/owner/letters.git"),
        ),
        # Nothing but a language, from right to left.
        ("--language", "ar"),
    ],
    ids=["everything", "arabic"],
)
def test_a_new_site_is_clean_and_builds_strictly(
    run: Run, tmp_path: Path, options: tuple[str, ...]
) -> None:
    done = run("site", *options)
    assert done.exit_code == 0, done.output
    folder = tmp_path / "site"
    for command in (["postil", "check"], ["postil", "pin"], ["mkdocs", "build", "--strict"]):
        ran = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=folder,
            capture_output=True,
            text=True,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        if command[1] == "check":
            assert ran.stdout == ""
            assert ran.stderr.startswith("1 text, 3 annotations: 3 exact, 0 changed,")
    page = (folder / "site/explainers/a-sample-notice/index.html").read_text(encoding="utf-8")
    for note in ("five-days-are-named", "seven-in-ten", "the-rules-of-the-house"):
        assert f'id="{note}"' in page
    home = (folder / "site/index.html").read_text(encoding="utf-8")
    if "--name" in options:
        assert re.search(r"<h1[^>]*>Letters: “seen” &amp; \*\[more\]\*<", home)
        assert "https://github.com/owner/letters/edit/main/content/a-sample-notice.md" in page
        assert 'href="https://example.org/letters/explainers/a-sample-notice/"' in page
    else:
        assert 'lang="ar"' in home
        assert 'dir="rtl"' in home


def test_the_sample_is_what_it_says(run: Run, tmp_path: Path) -> None:
    """Plainly invented: no source that somebody is said to have opened, no person, no real host."""
    run("site")
    for path in (tmp_path / "site/annotations").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        bare = re.sub(r"^\s*#.*$", "", text, flags=re.MULTILINE)
        assert set(re.findall(r"https?://([^/\s]+)", bare)) <= {"example.org"}
        assert "checked:" not in bare
        assert "kind: person" not in bare
    assert "This notice is invented." in (tmp_path / "site/content/a-sample-notice.md").read_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_site_speaks_the_language(run: Run, tmp_path: Path, language: str) -> None:
    assert run("site", "--language", language).exit_code == 0
    text = (tmp_path / "site/mkdocs.yml").read_text()
    assert f"\n  language: {language}\n" in text


def test_the_options_in_comments_are_sound(run: Run, tmp_path: Path) -> None:
    run("site")
    file = tmp_path / "site/mkdocs.yml"
    before, mark, after = file.read_text().partition("  - postil:\n")
    options, end, rest = after.partition("\nmarkdown_extensions:")
    # A comment that begins with a small letter and is an option, or indented below one.
    active = re.sub(r"^      # ((?:  )?[a-z_]+:)", r"      \1", options, flags=re.MULTILINE)
    assert active.count("\n      # ") < options.count("\n      # ")
    (tmp_path / "site/styles").mkdir()
    file.write_text(before + mark + active + end + rest)
    host, problems = read_settings(file)
    assert problems == ()
    assert host.settings.forge == "gitlab"
    assert host.settings.style == "styles/house.csl"
    assert host.settings.contact == "mailto:corrections@example.org"
    assert [kind.id for kind in host.settings.kinds][-1] == "translation"


def test_every_option_is_there_or_in_a_comment(run: Run, tmp_path: Path) -> None:
    run("site")
    text = (tmp_path / "site/mkdocs.yml").read_text()
    assert set(OPTIONS.names) <= set(re.findall(r"^ {6}(?:# )?([a-z_]+):", text, re.MULTILINE))


def test_the_days_of_the_sample_are_that_of_the_command(run: Run, tmp_path: Path) -> None:
    run("site")
    created = {
        str(yaml.safe_load(path.read_bytes())["created"])
        for path in (tmp_path / "site/annotations/a-sample-notice").iterdir()
    }
    assert len(created) == 1
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", created.pop())


def test_the_same_options_give_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run(name, "--name", "Letters")
    for path in written(tmp_path / "one"):
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes()


def test_the_requirements_hold_this_version(run: Run, tmp_path: Path) -> None:
    run("site")
    lines = (tmp_path / "site/requirements.txt").read_text().splitlines()
    names = [line for line in lines if not line.startswith("#")]
    assert names == ["postil>=0.1,<0.2", "mkdocs-material>=9.7.7,<10"]
