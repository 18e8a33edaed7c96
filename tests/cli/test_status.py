"""`postil status`: counts of a site, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main

FILES = {
    "mkdocs.yml": "site_name: A site\nplugins: [search, postil]\n",
    # 20 characters are read of it.
    "content/letter.md": "---\ntitle: A letter\n---\n\n0123456789 *abcdefghi*\n",
    "content/speech.md": "---\ntitle: A speech\n---\n\nFriends.\n",
    "annotations/contributors.yml": "- id: editors\n  name: The editors\n  kind: organization\n",
    "annotations/sources.yml": "- id: almanac\n  type: book\n  title: An almanac\n",
    # Two passages that overlap, one that is not there, and a draft.
    "annotations/letter.yml": """\
- id: first
  kind: context
  title: First
  target: "2345"
  body: A note.
  citations: [almanac]
- id: second
  kind: correction
  title: Second
  target: "45678"
  verdict: unverified
  body: A note.
- id: third
  kind: context
  title: Third
  target: words that are nowhere
  body: A note.
- id: fourth
  kind: context
  title: Fourth
  target: abc
  body: A note.
  draft: true
""",
}

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    for path, content in FILES.items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(content)
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, arguments)


def test_a_site_is_counted_for_people(run: Run) -> None:
    assert run("pin", "speech").exit_code == 0
    result = run("status")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "text    notes  exact  changed  ambiguous  lost  drafts  covered  words",
        "letter      3      2        0          0     1       1      35%  not pinned",
        "speech      0      0        0          0     0       0       0%  pinned",
        "",
        "2 texts, 4 annotations: 2 exact, 0 changed, 0 ambiguous, 1 lost, 1 draft; 1 source",
        "",
        "Open:",
        "  1  Not verified",
        "  1  Sources that nobody opened",
        "  1  Passages that were not found as written",
    ]


def test_a_site_is_counted_for_programs(run: Run, tmp_path: Path) -> None:
    run("pin", "letter")
    file = tmp_path / "content/letter.md"
    file.write_text(file.read_text().replace("*abcdefghi*", "abc"))
    found = json.loads(run("status", "--format", "json").output)
    assert found["texts"][0] == {
        **{"text": "letter", "annotations": 3, "exact": 2, "changed": 0, "ambiguous": 0},
        **{"lost": 1, "drafts": 1, "length": 14, "covered": 7, "pinned": False},
    }
    assert found["texts"][1]["pinned"] is None
    assert found["summary"]["annotations"] == 4
    assert found["open"]["Not verified"] == 1


def test_some_texts_are_counted_alone(run: Run, tmp_path: Path) -> None:
    assert run("status", "speech").output.splitlines() == [
        "text    notes  exact  changed  ambiguous  lost  drafts  covered  words",
        "speech      0      0        0          0     0       0       0%  not pinned",
        "",
        "1 text, 0 annotations: 0 exact, 0 changed, 0 ambiguous, 0 lost, 0 drafts; 0 sources",
    ]
    file = tmp_path / "annotations/letter.yml"
    file.write_text(file.read_text().replace("nowhere\n", "nowhere\n  citations: [almanac]\n", 1))
    assert run("status", "content/letter.md").output.splitlines()[3:] == [
        "1 text, 4 annotations: 2 exact, 0 changed, 0 ambiguous, 1 lost, 1 draft; 1 source",
        *run("status").output.splitlines()[-5:],
    ]
    missed = run("status", "lettre")
    assert missed.exit_code == 2
    assert "there is no text “lettre”; did you mean “letter”?" in missed.output


def test_nothing_is_counted_without_a_sound_configuration(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins: [postil: {contents: x}]\n")
    assert run("status").exit_code == 2
