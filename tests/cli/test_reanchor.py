"""`postil reanchor`, as a person calls it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main

from .repository import write

NOTES = """\
# Notes on the letter.
- id: four-days   # the address
  kind: context
  target: The library is open on "four" days a week, from nine   # counted
  title: How many days
  body: A note.

# The next one.
- id: the-city
  kind: context
  target:
    exact: "the city"
    prefix: 'In spring he moved to '   # the second one
    suffix: ", and stayed"
  title: Which city
  body: A note.
- id: gone
  kind: context
  target: >-
    The reading room of the old harbour has nineteen green chairs.
  title: Gone
  body: A note.
- id: twice
  kind: context
  target: the city
  title: Twice
  body: A note.
- id: later
  kind: context
  target: words to come
  title: Later
  body: A note.
  draft: true
"""
FILES = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - postil\n",
    "content/letter.md": "---\ntitle: A letter\n---\n\nThe library is open on *five* days a week,"
    " from nine to six.\n\nHe liked the city. In spring he went to the city, and stayed.\n",
    "content/speech.md": "---\ntitle: A speech\n---\n\nFriends and neighbours, this is"
    " the day on which we begin.\n",
    "annotations/letter.yml": NOTES.replace("\n", "\r\n"),
    "annotations/speech/friends.yml": "id: friends\nkind: context\ntarget: Friends\ntitle: F\n",
}

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    write(tmp_path, dict(FILES))
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, ["reanchor", *arguments])


LISTED = """\
annotations/letter.yml:4:11: four-days: changed, 90 % alike
  before  The library is open on "four" days a week, from nine
  after   The library is open on five days a week, from nine
annotations/letter.yml:19:11: gone: lost
  before  The reading room of the old harbour has nineteen green chairs.
annotations/letter.yml:25:11: twice: ambiguous
  before  the city
  place   … days a week, from nine to six. He liked [the city]. In spring he went to the city, and …
  place   … He liked the city. In spring he went to [the city], and stayed.
"""
LETTER = "annotations/letter.yml"


def test_what_became_of_each_target_is_listed(run: Run, tmp_path: Path) -> None:
    result = run()
    assert result.exit_code == 1
    assert result.stdout == LISTED
    said = "5 targets: 2 exact, 1 changed, 1 ambiguous, 1 lost; --write would write 1\n"
    assert result.stderr == said
    assert (tmp_path / LETTER).read_bytes().decode() == FILES[LETTER]


def test_what_changed_is_written_and_nothing_else(run: Run, tmp_path: Path) -> None:
    result = run("letter", "--write")
    assert result.exit_code == 1
    assert result.stdout == LISTED.replace("90 % alike", "90 % alike, written")
    assert result.stderr == "4 targets: 1 exact, 1 changed, 1 ambiguous, 1 lost; 1 written\n"
    written = (tmp_path / LETTER).read_bytes().decode()
    assert written == FILES[LETTER].replace('on "four" days', "on five days")
    again = run("letter", "--write")
    assert again.stderr == "4 targets: 2 exact, 0 changed, 1 ambiguous, 1 lost; 0 written\n"
    assert (tmp_path / LETTER).read_bytes().decode() == written


def test_several_targets_of_a_file_are_written_at_once(run: Run, tmp_path: Path) -> None:
    now = "The council met on a Tuesday and voted against the motion on the new bridge."
    was = now.replace("a Tuesday", "Monday")
    write(
        tmp_path,
        {
            "content/speech.md": "---\ntitle: A speech\n---\n\n"
            f"In the first year it was so. {now}\n\nTwo. {now}\n",
            "annotations/speech/friends.yml": (
                f"- id: one\n  kind: context\n  title: One\n  target: # both\n    - exact: {was}\n"
                f'      prefix: "In the first year it was so. "\n    - >-\n      {was} Two.\n'
                f"- id: two\n  kind: context\n  title: Two\n"
                f'  target: {{prefix: "Two. ", exact: "{was}"}}  # the other\n'
            ),
        },
    )
    result = run("speech", "--write")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "annotations/speech/friends.yml").read_text(encoding="utf-8") == (
        f"- id: one\n  kind: context\n  title: One\n  target: # both\n    - exact: {now}\n"
        f'      prefix: "In the first year it was so. "\n    - >-\n      {now} Two.\n'
        f"- id: two\n  kind: context\n  title: Two\n"
        f'  target: {{prefix: "Two. ", exact: "{now}"}}  # the other\n'
    )
    assert run("speech").stderr == "3 targets: 3 exact, 0 changed, 0 ambiguous, 0 lost\n"


def test_programs_are_told_everything(run: Run) -> None:
    result = run("--format", "json", "-q")
    assert result.stderr == ""
    report = json.loads(result.stdout)
    assert report["summary"] == {
        "targets": 5,
        "exact": 2,
        "changed": 1,
        "ambiguous": 1,
        "lost": 1,
    }
    assert report["targets"][0] | {"score": 0} == {
        "text": "letter",
        "id": "four-days",
        "path": LETTER,
        "line": 4,
        "column": 11,
        "status": "changed",
        "score": 0,
        "before": 'The library is open on "four" days a week, from nine',
        "after": "The library is open on five days a week, from nine",
        "places": [],
        "written": False,
    }


def test_all_is_well_where_every_target_is_exact(run: Run) -> None:
    result = run("speech", "--all")
    assert result.exit_code == 0
    assert result.stdout == (
        "annotations/speech/friends.yml:3:9: friends: exact\n  before  Friends\n"
    )
    assert run("speech").stdout == ""


def test_what_cannot_be_written_for_certain_is_left(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "annotations/speech/friends.yml"
    # A key that stands twice: nobody knows which of the two is meant.
    words = "Friends and neighbours, that is the day on which we begin."
    note = f"id: a\nkind: context\ntitle: A\ntarget: {words}\nid: b\n"
    file.write_text(note, encoding="utf-8")
    result = run("speech", "--write")
    assert result.exit_code == 1
    assert "speech/friends.yml: cannot be written: the file cannot be read" in result.stderr
    assert file.read_text(encoding="utf-8") == note


def test_notes_that_cannot_be_read_are_no_success(run: Run, tmp_path: Path) -> None:
    (tmp_path / "annotations/speech/friends.yml").write_text("id: [\n", encoding="utf-8")
    result = run("speech")
    assert result.exit_code == 1
    assert "1 more could not be read; “postil check” says why" in result.stderr


def test_a_text_that_is_not_there_is_named(run: Run) -> None:
    result = run("lettr")
    assert result.exit_code == 2
    assert "there is no text “lettr”; did you mean “letter”?" in result.stderr
