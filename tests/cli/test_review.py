"""`postil review`: a report on a contribution, in real repositories.

`POSTIL_UPDATE_GOLDEN=1` writes the reports in `review/` anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from postil.cli import review_report
from postil.cli.main import main

from .repository import git, write

CASES = Path(__file__).parent / "review"
NOTES = "annotations/letter"
BEFORE = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - postil\n",
    "content/letter.md": "---\ntitle: A letter\n---\n\n"
    "He liked the city. In the spring he went to the city, and stayed.\n\n"
    "The library is open on four days.\n",
    "annotations/sources.yml": "- id: almanac\n  type: book\n  title: An almanac\n",
    f"{NOTES}/city.yml": "id: city\nkind: context\ntitle: Which city\ntarget: He liked the city\n"
    "verdict: supported\nbody: |\n  It is the one in the north.\ncitations: [almanac]\n",
    f"{NOTES}/days.yml": "id: days\nkind: correction\ntitle: Five days\n"
    "target: The library is open on four days\nbody: Five.\ncitations: [almanac]\n",
    f"{NOTES}/same.yml": "id: same\nkind: context\ntitle: Spring\ntarget: In the spring\n"
    "body: As before.\n",
    f"{NOTES}/wrapped.yml": "id: wrapped\nkind: context\ntitle: Stayed\ntarget: and stayed\n"
    "body: |\n  One two three.\n",
}
CHANGES: dict[str, dict[str, str | None]] = {
    # A note that is changed with its record, one that is gone, and one of which nothing but the
    # lines are others.
    "changed": {
        f"{NOTES}/city.yml": BEFORE[f"{NOTES}/city.yml"]
        .replace("the one in the north", "not the one in the south")
        .replace("He liked the city", 'the city\n  prefix: "to "')
        .replace("target: ", "target:\n  exact: ")
        .replace("supported", "contradicted")
        .replace("[almanac]", "[{source: almanac, locator: p. 4}]")
        + "revisions:\n  - date: 2026-02-01\n    kind: correction\n    summary: The other city.\n",
        f"{NOTES}/days.yml": None,
        f"{NOTES}/same.yml": "# Nothing else.\n" + BEFORE[f"{NOTES}/same.yml"],
        f"{NOTES}/wrapped.yml": BEFORE[f"{NOTES}/wrapped.yml"].replace("two three", "two\n  three"),
    },
    # Notes in one file, with a draft, passages that are not found, and new sources.
    "new": {
        "annotations/sources.yml": BEFORE["annotations/sources.yml"].replace("An al", "The al")
        + "- id: atlas\n  type: book\n  title: An atlas\n  checked: 2026-01-01\n"
        "  copy: own-page\n  seen: paper\n  extent: whole\n",
        "annotations/letter.yml": "- id: one\n  kind: context\n  title: One\n  target: the city\n"
        "  body: A note.\n  citations:\n    - source: atlas\n      quote: its words\n"
        "      supports: The place\n  wanted: A map\n"
        "- id: two\n  kind: source\n  title: Two\n  target: Not there at all\n  draft: true\n"
        "- id: three\n  kind: context\n  title: Three\n  target:\n    - In the spring\n"
        "    - Nothing of this stands there\n  contributors: [nobody]\n  citations: [nothing]\n",
    },
    # Words that would be links, headings, mentions or the end of the report, if they could.
    "hostile": {
        f"{NOTES}/evil.yml": "id: evil\nkind: context\n"
        'title: "</details> @all # [x](https://example.org) | <img src=x> **bold"\n'
        "target: and stayed\n"
        "body: |\n  ```\n  `````\n  # A heading\n  ![x](https://example.org/p.png) @all #1\n"
        'citations:\n  - source: almanac\n    locator: "1. *a*"\n    quote: "</blockquote> - #1"\n'
        'wanted: "`code` ~~~"\n',
        "annotations/sources.yml": '- id: almanac\n  type: book\n  title: "<script>[a](b) @all"\n',
    },
    # A text that was changed.
    "text": {"content/letter.md": BEFORE["content/letter.md"].replace("four", "five")},
    "nothing": {},
}

Run = Callable[[], Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    write(tmp_path, dict(BEFORE))
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "First")
    monkeypatch.chdir(tmp_path)
    return lambda: CliRunner().invoke(main, ["review", "--against", "HEAD"])


@pytest.mark.parametrize("name", CHANGES)
def test_reports(run: Run, name: str, tmp_path: Path) -> None:
    write(tmp_path, CHANGES[name])
    result = run()
    assert result.exit_code == 0, result.output
    golden = CASES / f"{name}.md"
    if os.environ.get("POSTIL_UPDATE_GOLDEN"):
        golden.write_text(result.stdout, encoding="utf-8")
    assert result.stdout == golden.read_text(encoding="utf-8")


def test_a_hostile_note_cannot_leave_its_place(run: Run, tmp_path: Path) -> None:
    write(tmp_path, CHANGES["hostile"])
    tokens = MarkdownIt("commonmark").enable("table").parse(run().stdout)
    headings = [
        tokens[number + 1].content
        for number, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    assert [heading.partition(":")[0] for heading in headings] == [
        "Annotations",
        "New",
        "Sources",
    ]
    inner = {child.type for token in tokens for child in token.children or []}
    assert inner <= {
        "text",
        "text_special",
        "softbreak",
        "strong_open",
        "strong_close",
        "html_inline",
    }
    tags = {
        child.content
        for token in tokens
        for child in token.children or []
        if child.type == "html_inline"
    }
    assert tags == {"<strong>", "</strong>"}
    assert [token.type for token in tokens].count("fence") == 1


def test_a_long_report_names_the_last_notes_only(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review_report, "_LONGEST", 2_000)
    monkeypatch.setattr(review_report, "_NAMED", 5)
    body = "  A sentence that is one of many.\n" * 20
    for number in range(9):
        note = f"id: n{number}\nkind: context\ntitle: N\ntarget: and stayed\nbody: |\n{body}"
        write(tmp_path, {f"{NOTES}/n{number}.yml": note})
    report = run().stdout
    assert report.startswith("## Annotations: 9 new since HEAD\n")
    assert report.count("### New: N") == 2
    assert report.count("- New: N (letter, n") == 5
    assert "- … and 2 more\n" in report


def test_an_unknown_revision_is_said(run: Run) -> None:
    assert run().exit_code == 0
    result = CliRunner().invoke(main, ["review", "--against", "no-such"])
    assert result.exit_code == 2
    assert "git knows no revision “no-such” here" in result.stderr
