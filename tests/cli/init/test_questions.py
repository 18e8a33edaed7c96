"""What `postil init` asks, refuses and says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import Result

from postil.cli import init
from postil.read.settings import read_settings

Run = Callable[..., Result]


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
