"""`postil impact`: what a change of texts does to annotations, in real repositories."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main

from .repository import git, write


def note(id: str, target: str) -> str:
    return f"- id: {id}\n  kind: context\n  title: A | title\n  target: {target}\n"


FILES = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - postil\n",
    "content/letter.md": """---
title: A letter
---

The library is open on four days a week, from nine to six in the evening.

He liked the city, and stayed for a year.

The old harbour has a reading room with nineteen green chairs and one lamp.

Nothing changes here.
""",
    "content/poem.md": "---\ntitle: A poem\n---\n\nRoses are red.\n",
    "content/speech.md": "---\ntitle: A speech\n---\n\nFriends.\n",
    "annotations/letter.yml": note("hours", "The library is open on four days a week, from nine")
    + note("city", "the city")
    + note("lost-room", "a reading room with nineteen green chairs and one lamp")
    + note("same", "Nothing changes here.")
    + note("harbour", "The old harbour")
    + note("year", "for a year"),
    "annotations/poem.yml": note("roses", "Roses"),
}
CHANGED = (
    FILES["content/letter.md"]
    .replace("four days", "five *days*")
    .replace("He liked the city,", "He liked the city, the city,")
    .replace(" has a reading room with nineteen green chairs and one lamp", " is closed")
    .replace("for a year", "for two years")
)
LETTER = "annotations/letter.yml"

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    write(tmp_path, dict(FILES))
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "First")
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, ["impact", *arguments])


def test_a_change_of_texts_is_told_by_what_it_touches(run: Run, tmp_path: Path) -> None:
    (tmp_path / "content/poem.md").unlink()
    write(
        tmp_path,
        {
            "content/letter.md": CHANGED,
            # One that was changed with its text, and one that is new.
            LETTER: FILES[LETTER].replace("for a year", "for two years") + note("new", "is closed"),
            "content/new.md": "---\ntitle: New\n---\n\nNew.\n",
        },
    )
    result = run("--against", "HEAD")
    assert result.exit_code == 0
    assert (
        result.stdout
        == """\
content/letter.md: 6 annotations: 1 lost, 1 ambiguous, 1 changed, 1 reworded, 1 around, 1 none
  lost       annotations/letter.yml:9:3: lost-room
             before  a reading room with nineteen green chairs and one lamp
  ambiguous  annotations/letter.yml:5:3: city
             before  the city
  changed    annotations/letter.yml:1:3: hours
             before  The library is open on four days a week, from nine
             after   The library is open on five days a week, from nine
  reworded   annotations/letter.yml:21:3: year
             before  for a year
             after   for two years
  around     annotations/letter.yml:17:3: harbour
             before  The old harbour has a reading room with nineteen green chairs and one lamp.
             after   The old harbour is closed.
content/poem.md: 1 annotation: 1 gone
  gone       annotations/poem.yml:1:3: roses
             before  Roses
"""
    )
    assert result.stderr == "2 texts changed since HEAD; 6 annotations touched\n"
    assert run("--against", "HEAD", "--check", "-q").exit_code == 1

    report = json.loads(run("--against", "HEAD", "--format", "json").stdout)
    assert report["against"] == "HEAD"
    assert [text["text"] for text in report["texts"]] == ["letter", "poem"]
    assert report["texts"][0]["counts"]["none"] == 1
    assert report["texts"][0]["annotations"][2] == {
        "id": "hours",
        "path": LETTER,
        "line": 1,
        "effect": "changed",
        "before": "The library is open on four days a week, from nine",
        "after": "The library is open on five days a week, from nine",
    }

    markdown = run("--against", "HEAD", "--format", "markdown").stdout
    assert "### content/letter.md\n\n6 annotations: 1 lost," in markdown
    row = "| its passage changed | hours<br>annotations/letter.yml&#58;1&#58;3 |"
    assert f"{row} The library is open on <del>four</del> <ins>five</ins> days a week" in markdown


def test_markup_and_other_notes_touch_nothing(run: Run, tmp_path: Path) -> None:
    text = (
        FILES["content/letter.md"].replace("the city", "**the city**").replace("a year", "a  year")
    )
    write(tmp_path, {"content/letter.md": text, "annotations/speech.yml": note("new", "Friends")})
    result = run("--against", "HEAD", "--check")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "no text changed since HEAD\n"
    assert run("--against", "HEAD", "--format", "markdown").stdout == (
        "No text changed since HEAD.\n"
    )


def test_words_around_passages_are_no_failure(run: Run, tmp_path: Path) -> None:
    text = FILES["content/letter.md"].replace("and stayed", "and remained")
    write(tmp_path, {"content/letter.md": text})
    result = run("--against", "HEAD", "--check")
    assert result.exit_code == 0
    assert "6 annotations: 2 around, 4 none" in result.stdout


def test_what_was_lost_before_is_not_blamed_on_the_change(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {LETTER: note("never", "Words that never stood in the letter")})
    git(tmp_path, "commit", "-a", "-m", "Second")
    write(tmp_path, {"content/letter.md": CHANGED})
    assert run("--against", "HEAD").stdout == ("content/letter.md: 1 annotation: 1 none\n")


def test_a_text_without_notes_is_named(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"content/speech.md": "---\ntitle: A speech\n---\n\nFoes.\n"})
    assert run("--against", "HEAD").stdout == "content/speech.md: it has no annotations\n"


def test_an_unknown_revision_is_said(run: Run) -> None:
    result = run("--against", "no-such")
    assert result.exit_code == 2
    assert "git knows no revision “no-such” here" in result.stderr
