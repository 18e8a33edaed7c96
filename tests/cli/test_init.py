"""`postil init`: from an empty folder to a site that builds in strict mode."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner, Result

from postil.cli import init, init_folder
from postil.cli.main import main
from postil.model.fields.options import OPTIONS
from postil.read.settings import read_settings
from postil.render.languages import LANGUAGES

Run = Callable[..., Result]

COMMON = {
    ".gitignore",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "README.md",
    "annotations/a-sample-notice/five-days-are-named.yml",
    "annotations/a-sample-notice/seven-in-ten.yml",
    "annotations/a-sample-notice/the-rules-of-the-house.yml",
    "annotations/contributors.yml",
    "annotations/sources.yml",
    "content/a-sample-notice.md",
    "docs/about.md",
    "docs/corrections-policy.md",
    "docs/index.md",
    "mkdocs.yml",
    "requirements.txt",
    "schemas/annotations.json",
    "schemas/contributors.json",
    "schemas/front-matter.json",
    "schemas/sources.json",
}
GITHUB = {
    ".github/CODEOWNERS",
    ".github/ISSUE_TEMPLATE/config.yml",
    ".github/ISSUE_TEMPLATE/note.yml",
    ".github/ISSUE_TEMPLATE/problem.yml",
    ".github/dependabot.yml",
    ".github/pull_request_template.md",
    ".github/workflows/check.yml",
    ".github/workflows/links.yml",
    ".github/workflows/pages.yml",
    ".github/workflows/report.yml",
}
GITLAB = {
    ".gitlab-ci.yml",
    ".gitlab/CODEOWNERS",
    ".gitlab/issue_templates/note.md",
    ".gitlab/issue_templates/problem.md",
    ".gitlab/merge_request_templates/Default.md",
}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, ["init", *arguments])


def written(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


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


def test_a_folder_that_holds_something_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    for number in range(12):
        (tmp_path / "full" / f"{number:02}.txt").write_text("mine")
    result = run("full")
    assert result.exit_code == 1
    assert "full is not empty. It holds 00.txt, 01.txt," in result.output
    assert "09.txt, and 2 more; choose another folder, or add --keep" in result.output
    assert len(written(tmp_path / "full")) == 12


def test_a_repository_without_files_is_empty(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert run(".").exit_code == 0
    assert written(tmp_path) == COMMON | GITHUB | GITLAB


def test_what_is_there_is_kept(run: Run, tmp_path: Path) -> None:
    for path in ("README.md", "docs/index.md", "other.txt"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("mine")
    (tmp_path / "mkdocs.yml").symlink_to("nowhere.yml")
    result = run(".", "--keep")
    assert result.exit_code == 0
    for path in ("README.md", "docs/index.md", "mkdocs.yml"):
        assert f"{path}: is there already, and stays as it is" in result.output
    assert ".: a new site of 31 files." in result.output
    assert (tmp_path / "README.md").read_text() == "mine"
    assert (tmp_path / "docs/index.md").read_text() == "mine"
    assert not (tmp_path / "nowhere.yml").exists()


def test_a_second_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    run("site")
    (tmp_path / "site/docs/about.md").write_text("mine")
    assert run("site").exit_code == 1
    assert ": a new site of 0 files." in run("site", "--keep").output
    assert (tmp_path / "site/docs/about.md").read_text() == "mine"


def test_nothing_is_written_through_a_file_or_a_link(run: Run, tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "site"
    outside.mkdir()
    folder.mkdir()
    (folder / "content").symlink_to(outside)
    (folder / "docs").write_text("a file")
    result = run("site", "--keep")
    assert result.exit_code == 1
    assert "in the way of folders: content, docs; move them away" in result.output
    assert list(outside.iterdir()) == []
    assert written(folder) == {"docs"}


def test_a_write_that_fails_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> None:
        if path.name == "README.md":
            raise OSError(28, "No space left on device")
        path.write_bytes(content)

    monkeypatch.setattr(init_folder, "create", full)
    result = run("site")
    assert result.exit_code == 1
    assert re.search(
        r"README.md: cannot be written: No space left on device \(\d+ of 34", result.output
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Missing argument 'DIR'"),
        (("a-file",), "is a file"),
        (("site", "--name", " "), "a name is one line of words"),
        (("site", "--name", "a\nb"), "a name is one line of words"),
        (("site", "--name", "a\x1b[31mb"), "a name is one line of words"),
        (("site", "--name", "a <b>"), "cannot hold the sign <"),
        (("site", "--url", "example.org"), "write https://example.org"),
        (("site", "--repository", "javascript:alert(1)"), "is not an address of the web"),
        (("site", "--language", "xx"), "is not one of"),
    ],
)
def test_mistakes_are_named(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    (tmp_path / "a-file").write_text("")
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.output.split())
    assert not (tmp_path / "site").exists()


class _Terminal:
    """Answers to questions, as somebody at a terminal gives them."""

    def __init__(self, *answers: str) -> None:
        self.answers = iter(answers)
        self.questions: list[str] = []

    def prompt(
        self, question: str, default: str, value_proc: Callable[[str], str], **_: Any
    ) -> str:
        self.questions.append(question)
        while True:
            try:
                return value_proc(next(self.answers) or default)
            except click.BadParameter:
                continue


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., _Terminal]:
    def answer(*answers: str) -> _Terminal:
        talk = _Terminal(*answers)
        monkeypatch.setattr(init, "_at_terminal", lambda: True)
        monkeypatch.setattr(click, "prompt", talk.prompt)
        return talk

    return answer


def test_at_a_terminal_it_asks_for_what_is_missing(
    run: Run, tmp_path: Path, terminal: Callable[..., _Terminal]
) -> None:
    talk = terminal("", "not an address", "https://example.org/")
    assert run("site", "--repository", "https://github.com/owner/name").exit_code == 0
    assert [question.split(",")[0] for question in talk.questions] == [
        "Name of the site",
        "Address of the site",
    ]
    host, _ = read_settings(tmp_path / "site/mkdocs.yml")
    assert (host.site_name, host.site_url) == ("Annotated explainers", "https://example.org/")


def test_it_asks_nothing_where_that_is_not_wanted(
    run: Run, terminal: Callable[..., _Terminal]
) -> None:
    talk = terminal()
    assert run("site", "--yes").exit_code == 0
    assert talk.questions == []


def test_it_says_what_to_do_next(run: Run) -> None:
    assert run("my site").output.splitlines() == [
        "my site: a new site of 34 files.",
        "To see it: cd 'my site' && mkdocs serve",
        "To go on:  postil new FILE makes a text; README.md says how notes are written.",
    ]
