"""`postil status`, as a person calls it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main
from postil.cli.table import shortened, table

from .repository import write

FILES = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - postil\n",
    "content/letter.md": "---\ntitle: A letter\n---\n\n# A heading\n\nOne paragraph.\n\n"
    "- An item\n- Another\n\nThe last one.\n",
    "content/speech.md": "---\ntitle: A speech\n---\n\nFriends.\n",
    "annotations/sources.yml": "- id: almanac\n  type: book\n  title: An almanac\n"
    "- id: atlas\n  type: webpage\n  title: An atlas\n  URL: https://example.org/a\n"
    "  checked: 2026-01-01\n  copy: own-page\n  seen: live\n  extent: whole\n",
    "annotations/links.json": '[{"address": "https://example.org/a", "state": "dead",'
    ' "checked": "2026-01-02", "since": "2026-01-02", "status": 404}]',
    "annotations/letter.yml": """\
- id: heading
  kind: context
  title: A heading
  target: A heading
  citations: [almanac, atlas]
- id: item
  kind: correction
  title: Two in one
  target: [Another, The last one]
  verdict: unverified
  wanted: A list of all items
- id: gone
  kind: context
  title: Gone
  target: Nothing of the kind stands there
  verdict: supported
  wanted: The words
- id: later
  kind: context
  title: Later
  target: to come
  draft: true
""",
}
TEXT = """\
Notes     all  context  source  correction  drafts
letter      3        2       0           1       1
speech      0        0       0           0       0
together    3        2       0           1       1

Verdicts  none  supported  partly-supported  contradicted  unsupported  unverified  opinion
letter       1          1                 0             0            0           1        0
speech       0          0                 0             0            0           0        0
together     1          1                 0             0            0           1        0

Passages  exact  changed  ambiguous  lost
letter        2        0          0     1
speech        0        0          0     0
together      2        0          0     1

Paragraphs  all  with a note  share
letter        4            2   50 %
speech        1            0    0 %
together      5            2   40 %

Could not be verified (1)
  annotations/letter.yml:6:3  item  A list of all items

Evidence is wanted (1)
  annotations/letter.yml:12:3  gone  The words

Sources that nobody opened (1)
  annotations/sources.yml:1:3  almanac  An almanac

Addresses that are dead or have moved (1)
  annotations/sources.yml:4:3  atlas  dead: https://example.org/a

Drafts (1)
  annotations/letter.yml:18:3  later  Later
"""

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    write(tmp_path, dict(FILES))
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, ["status", *arguments])


def test_a_person_is_shown_tables_and_what_is_open(run: Run) -> None:
    result = run()
    assert result.exit_code == 0
    assert result.stdout == TEXT
    assert result.stderr == ""


def test_a_text_without_notes_has_nothing_open(run: Run) -> None:
    result = run("speech")
    assert result.stdout.endswith("speech        1            0    0 %\n\nNothing is open.\n")
    assert "together" not in result.stdout


def test_programs_are_told_the_same(run: Run) -> None:
    report = json.loads(run("letter", "--format", "json").stdout)
    assert report["texts"] == [
        {
            "slug": "letter",
            "title": "A letter",
            "kinds": {"context": 2, "source": 0, "correction": 1},
            "verdicts": {
                "none": 1,
                "supported": 1,
                "partly-supported": 0,
                "contradicted": 0,
                "unsupported": 0,
                "unverified": 1,
                "opinion": 0,
            },
            "anchors": {"exact": 2, "changed": 0, "ambiguous": 0, "lost": 1},
            "drafts": 1,
            "paragraphs": 4,
            "covered": 2,
            "notes": 3,
            "share": 0.5,
        }
    ]
    assert {name: [one["id"] for one in items] for name, items in report["open"].items()} == {
        "unverified": ["item"],
        "wanted": ["gone"],
        "unopened": ["almanac"],
        "links": ["atlas"],
        "drafts": ["later"],
    }


def test_long_lists_are_cut_unless_all_is_asked_for(run: Run, tmp_path: Path) -> None:
    notes = (
        f"- id: n{number}\n  kind: context\n  title: A\n  target: Friends\n  wanted: More\n"
        for number in range(12)
    )
    (tmp_path / "annotations/speech.yml").write_text("".join(notes), encoding="utf-8")
    assert "Evidence is wanted (12)\n" in run("speech").stdout
    assert "  … and 2 more; --all lists them\n" in run("speech").stdout
    assert run("speech", "--all").stdout.count("More\n") == 12


def test_an_empty_site_is_told_how_to_begin(run: Run, tmp_path: Path) -> None:
    for path in (tmp_path / "content").iterdir():
        path.unlink()
    (tmp_path / "annotations/letter.yml").write_text("id: [\n", encoding="utf-8")
    result = run()
    assert result.stdout == "The site has no texts yet; “postil new” makes one.\n"
    assert "“postil check” says why" in result.stderr


def test_columns_count_what_a_terminal_shows() -> None:
    rows = [("文", "1"), ("é".replace("é", "e\u0301"), "20"), ("abc", "3")]
    assert table(rows, right=[1]) == "文    1\ne\u0301    20\nabc   3\n"
    assert table([]) == ""
    assert shortened("a " * 40, 21) == "a a a a a … a a a a a"
