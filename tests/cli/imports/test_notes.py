"""Which files notes become."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from postil.read.foreign.csv_table import COLUMNS

from .notes import files, quoted, row, selected, valid

Import = Callable[..., Result]


def test_a_note_becomes_a_file(take: Import, site: Path) -> None:
    result = take({"rows": [row()], "total": 1}, "--contributor", "editors")
    assert result.exit_code == 0
    assert result.stdout == (
        "notes.json: rows[0] (one): written: annotations/letter/it-was-june.yml\n"
    )
    assert result.stderr == "1 written\n"
    assert files(site) == {
        "letter/it-was-june.yml": "id: it-was-june\nkind: context\ntarget: voted in May\n"
        "title: It was June\nbody: |\n  It was June.\ncontributors: [editors]\n"
        "created: 2026-05-01\nx-imported-from: one\nx-by: [a-reader]\n"
    }
    valid(site)


def test_a_second_import_changes_nothing_and_an_edited_note_is_a_conflict(
    take: Import, site: Path
) -> None:
    take(row())
    before = files(site)
    again = take(row())
    assert (again.exit_code, again.stderr) == (0, "1 unchanged\n")
    edited = take(row(text="It was July.", tags=["new"]))
    assert edited.exit_code == 1
    assert "has another note of this id" in edited.stdout
    assert files(site) == before


def test_two_notes_of_one_title_have_ids_of_their_own_whatever_their_order(
    take: Import, site: Path
) -> None:
    rows = [row(), row(id="two", target=[{"selector": [quoted("counted twice")]}])]
    take({"rows": rows[1:]})
    take({"rows": rows})
    assert set(files(site)) == {"letter/it-was-june.yml", "letter/it-was-june-2.yml"}
    assert "x-imported-from: two" in files(site)["letter/it-was-june.yml"]
    assert take({"rows": rows[::-1]}).stderr == "2 unchanged\n"


def test_a_note_that_stands_twice_in_a_file_is_written_once(take: Import, site: Path) -> None:
    assert take({"rows": [row(), row()]}).stderr == "1 written, 1 unchanged\n"
    differing = take({"rows": [row(id="two"), row(id="two", text="It was July.")]})
    assert differing.exit_code == 1
    assert "rows[0] of the same file has this id too" in differing.stdout
    assert len(files(site)) == 2
    valid(site)


# What is not surely right, or not public, is a draft, and the report says why.
@pytest.mark.parametrize(
    ("fields", "expected", "why"),
    [
        (
            {"target": [{"source": "https://example.org/letter"}]},
            "target:\n  section: a-letter\n",
            "about the whole document",
        ),
        (
            {"target": [{"selector": [quoted("voted in June")]}]},
            "target: voted in June\n",
            "the words are not in the text here",
        ),
        (
            {"target": [{"selector": [quoted("counted twice, and nobody objectd")]}]},
            "target: counted twice, and nobody objected\n",
            "they were taken",
        ),
        ({"target": [{"selector": [quoted("The")]}]}, "target: The\n", "in several places"),
        ({"permissions": {"read": ["acct:x@example.org"]}}, "voted in May", "only its author"),
        ({"text": ""}, 'title: "“voted in May”"\n', "says nothing"),
        ({"references": ["gone"]}, "voted in May", "it replies to is not in the file"),
    ],
)
def test_what_is_not_sure_is_a_draft(
    take: Import, site: Path, fields: dict[str, Any], expected: str, why: str
) -> None:
    result = take(row(**fields))
    assert result.exit_code == 0
    assert "a draft" in result.stdout
    assert why in result.stdout
    (written,) = files(site).values()
    assert expected in written
    assert "draft: true\n" in written
    valid(site)


def test_kinds_verdicts_and_tags(take: Import, site: Path) -> None:
    take(row(tags=["Correction", "contradicted", "dates, and more"]))
    (written,) = files(site).values()
    assert "kind: correction\n" in written
    assert "verdict: contradicted\n" in written
    assert 'x-tags: ["dates, and more"]\n' in written
    take(selected(quoted("close"), motivation="editing", id="https://example.org/2"))
    assert "kind: correction" in files(site)["letter/it-was-june-2.yml"]
    take(selected(quoted("close"), id="https://example.org/3"), "--kind", "source", "--drafts")
    assert "kind: source" in files(site)["letter/it-was-june-3.yml"]
    assert "draft: true" in files(site)["letter/it-was-june-3.yml"]
    valid(site)


def test_people_who_are_not_listed_are_proposed_and_added_when_asked(
    take: Import, site: Path
) -> None:
    people = site / "annotations" / "contributors.yml"
    before = people.read_bytes()
    result = take(row())
    assert "  - id: a-reader\n    name: a-reader\n    kind: person\n" in result.stdout
    assert people.read_bytes() == before
    (site / "annotations/letter/it-was-june.yml").unlink()
    take(row(), "--add-contributors")
    assert people.read_bytes() == before + b"\n- id: a-reader\n  name: a-reader\n  kind: person\n"
    assert "contributors: [a-reader]" in files(site)["letter/it-was-june.yml"]
    valid(site)


def test_a_listed_contributor_is_known_by_name(take: Import, site: Path) -> None:
    take(selected(quoted("close"), creator={"name": "the Editors"}))
    assert "contributors: [editors]" in files(site)["letter/it-was-june.yml"]


def test_a_table_with_columns_named_by_hand(take: Import, site: Path) -> None:
    table = "Words;Why;When\r\ncounted twice;'=twice;2026-05-01\r\n;x;\r\n"
    columns = ("--map", "Words=exact", "--map", "Why=body", "--map", "When=created")
    result = take(table, "--text", "letter", *columns, name="notes.csv")
    assert result.exit_code == 0
    assert files(site)["letter/twice.yml"].endswith("body: |\n  =twice\ncreated: 2026-05-01\n")
    assert "draft: true" in files(site)["letter/x.yml"]
    valid(site)


def test_the_columns_of_tables_are_all_told(root: Path) -> None:
    page = (root / "docs" / "how-to" / "import.md").read_text(encoding="utf-8")
    columns = set(COLUMNS)
    assert columns == {name for name in columns if f"`{name}`" in page}


def test_a_note_whose_file_would_not_be_valid_is_refused_with_the_reason(
    take: Import, site: Path
) -> None:
    revision = {"postil:date": "2020-01-01", "postil:kind": "update", "postil:summary": "S"}
    note = selected(quoted("close"), label="T", created="2026-05-01T00:00:00Z")
    own = {"postil:id": "a", "postil:kind": "context", "postil:revisions": [revision]}
    result = take(note | own)
    assert result.exit_code == 1
    assert "date-order: the revision of 2020-01-01 stands before “created”" in result.stdout
    assert files(site) == {}
