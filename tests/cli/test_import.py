"""`postil import` on whole sites, as a person calls it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main
from postil.model.settings import Settings
from postil.read import limits
from postil.read.foreign.csv_table import COLUMNS
from postil.read.library import read_library

FILES = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - postil\n",
    "content/letter.md": (
        "---\ntitle: A letter\ntext:\n  url: https://example.org/letter\n"
        "  archive: https://archive.example.org/2026/letter\n---\n\n"
        "# A letter\n\nThe town voted in May. Every citizen could vote.\n\n"
        "## Result\n\nThe result was close. It was counted twice, and nobody objected.\n"
    ),
    "content/plain.md": "---\ntitle: Plain\n---\n\nOne two three four five six seven eight nine "
    "ten eleven twelve thirteen fourteen.\n",
    "annotations/sources.yml": "# Our sources.\n\n- id: law\n  type: book\n  DOI: 10.1234/law\n",
    "annotations/contributors.yml": "- id: editors\n  name: The editors\n  kind: organization\n",
}
SAMPLES = Path(__file__).parents[1] / "data" / "w3c-web-annotation" / "tools" / "samples"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"

Import = Callable[..., Result]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path, content in FILES.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def take(site: Path) -> Import:
    """Runs `postil import` on a value, which stands in a file as JSON, or on a text."""

    def run(value: Any, *arguments: str, name: str = "notes.json") -> Result:
        text = value if isinstance(value, str) else json.dumps(value)
        (site / name).write_text(text, encoding="utf-8", newline="")
        result = CliRunner().invoke(main, ["import", name, *arguments])
        assert not isinstance(result.exception, Exception), result.exception
        return result

    return run


def row(**fields: Any) -> dict[str, Any]:
    """A public note of Hypothesis."""
    quote = {"type": "TextQuoteSelector", "exact": "voted in May"}
    return {
        "id": "one",
        "created": "2026-05-01T10:00:00Z",
        "uri": "https://example.org/letter",
        "user": "acct:a-reader@example.org",
        "text": "It was June.",
        "permissions": {"read": ["group:__world__"]},
        "target": [{"source": "https://example.org/letter", "selector": [quote]}],
    } | fields


def selected(selector: Any, **fields: Any) -> dict[str, Any]:
    """A note of the W3C model on words of the letter."""
    return {
        "@context": CONTEXT,
        "id": "https://example.org/1",
        "type": "Annotation",
        "bodyValue": "It was June.",
        "target": {"source": "https://example.org/letter", "selector": selector},
    } | fields


def quoted(words: str, **fields: Any) -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": words, **fields}


def files(site: Path) -> dict[str, str]:
    """The files of annotations by their path below `annotations/`."""
    folder = site / "annotations"
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.glob("*/*.yml"))
    }


def valid(site: Path) -> None:
    problems = read_library(site, Settings()).diagnostics
    assert [str(one) for one in problems if not one.code.endswith("-unused")] == []


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


def test_standard_input_and_a_dry_run(site: Path) -> None:
    arguments = ["import", "-", "--dry-run", "-q"]
    result = CliRunner().invoke(main, arguments, input=json.dumps(row()))
    assert result.exit_code == 0
    assert "-: to write: annotations/letter/it-was-june.yml" in result.stdout.replace(" (one)", "")
    assert "--- annotations/letter/it-was-june.yml\nid: it-was-june\n" in result.stdout
    assert result.stderr == ""
    assert files(site) == {}


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


def test_a_reply_stands_at_the_passage_of_the_note_that_began(take: Import, site: Path) -> None:
    replies = [
        row(id="two", references=["one"], target=[{}], text="Yes."),
        row(id="three", references=["one", "two"], target=[{}], text="No."),
    ]
    take({"rows": [*replies, row()]})
    written = files(site)
    assert "target: voted in May" in written["letter/yes.yml"]
    assert "x-answers: one" in written["letter/yes.yml"]
    assert "target: voted in May" in written["letter/no.yml"]
    assert "draft: true" in written["letter/no.yml"]
    valid(site)


# Positions, ranges and sections are looked up in the words of the text.
@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ({"type": "TextPositionSelector", "start": 9, "end": 30}, "target: The town voted in May"),
        (
            {
                "type": "RangeSelector",
                "startSelector": quoted("counted"),
                "endSelector": quoted(", and nobody"),
            },
            "target: counted twice\n",
        ),
        ({"type": "FragmentSelector", "value": "result"}, "target:\n  section: result\n"),
        (
            {"type": "FragmentSelector", "value": "result", "refinedBy": quoted("close")},
            "target:\n  section: result\n  exact: close\n",
        ),
        (
            quoted("The town voted in May.", refinedBy=quoted("town")),
            "target:\n  exact: town\n  within:\n    exact: The town voted in May.\n",
        ),
        (
            quoted("The", prefix="Result\n\n", suffix=" result"),
            'target:\n  exact: The\n  prefix: "Result "\n  suffix: " result"\n',
        ),
    ],
)
def test_each_way_to_name_a_passage(
    take: Import, site: Path, selector: dict[str, Any], expected: str
) -> None:
    assert take(selected(selector)).exit_code == 0
    (written,) = files(site).values()
    assert expected in written
    valid(site)


def test_a_text_is_found_by_its_addresses_or_named(take: Import, site: Path) -> None:
    for number, address in enumerate(
        ("http://www.example.org/letter/#part", "https://archive.example.org/2026/letter")
    ):
        note = row(id=str(number), uri=address, target=[{"selector": [quoted("close")]}])
        assert "annotations/letter/" in take(note).stdout
    elsewhere = row(id="x", uri="https://example.org/other", target=[])
    refused = take(elsewhere)
    assert refused.exit_code == 1
    assert "no text of this site has this address" in refused.stdout
    named = take(elsewhere, "--text", "plain")
    assert named.exit_code == 0
    # A text without a heading: its first words.
    words = "One two three four five six seven eight nine ten eleven twelve"
    assert f"target: {words}\n" in files(site)["plain/it-was-june.yml"]
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


# Sources are appended, and what stands in the file stays byte for byte.
@pytest.mark.parametrize(
    "before",
    [
        FILES["annotations/sources.yml"],
        "- id: law\n  type: book\n  DOI: 10.1234/law",
        "references:\n  # Ours.\n  - id: law\n    type: book\n    DOI: 10.1234/law\n",
        "# Nothing yet.\n",
        "- id: law\r\n  type: book\r\n  DOI: 10.1234/law\r\n",
        None,
    ],
)
def test_sources_are_appended(take: Import, site: Path, before: str | None) -> None:
    file = site / "annotations" / "sources.yml"
    if before is None:
        file.unlink()
    else:
        file.write_text(before, encoding="utf-8", newline="")
    item = {"id": "http://example.org/items/1", "type": "report", "title": "A: report"}
    result = take([item | {"issued": {"date-parts": [[2026, 5]]}, "author": [{"literal": "B"}]}])
    assert result.exit_code == 0, result.output
    written = file.read_bytes()
    assert written.startswith((before or "").encode())
    found = read_library(site, Settings()).sources
    assert found["b-2026-a-report"].item["issued"] == "2026-05"
    assert set(found) - {"law"} == {"b-2026-a-report"}
    valid(site)


def test_bibtex_is_imported_once(take: Import, site: Path) -> None:
    entry = "@book{on-votes, title = {On votes}, doi = {10.1234/votes}, year = 2020}\n"
    assert take(entry, name="a.bib").exit_code == 0
    assert take(entry, name="a.bib").stderr == "1 unchanged\n"
    # The same work under another key, and another work under the same key.
    assert "as “on-votes”" in take(entry.replace("{on-votes", "{b"), "--format", "json").stdout
    other = take(entry.replace("On votes", "Other"), name="a.bib")
    assert other.exit_code == 1
    assert "another source of this id" in other.stdout
    assert set(read_library(site, Settings()).sources) == {"law", "on-votes"}


# Forms of the list to which nothing can be appended for certain.
@pytest.mark.parametrize(
    "before",
    ["[{id: law, type: book}]\n", "id: law\ntype: book\n", "- id: [\n", "references: []\nx-y: 1\n"],
)
def test_a_list_that_cannot_be_appended_to_is_left_alone(
    take: Import, site: Path, before: str
) -> None:
    file = site / "annotations" / "sources.yml"
    file.write_text(before, encoding="utf-8")
    result = take([{"id": "a", "type": "book"}])
    assert result.exit_code == 1
    assert "nothing was written" in result.stdout
    assert file.read_text(encoding="utf-8") == before


def test_the_report_as_json(take: Import) -> None:
    result = take(
        {"rows": [row(), row(id="two", uri="https://example.org/x", target=[])]},
        *("--format", "json", "--dry-run"),
    )
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert report["dry_run"] is True
    assert report["summary"] == {"new": 1, "unchanged": 0, "conflict": 0, "refused": 1}
    (file,) = report["files"]
    assert [one["state"] for one in file["results"]] == ["new", "refused"]
    assert file["results"][1]["remarks"][-1] == {
        "field": "text",
        "written": "https://example.org/x",
        "why": "no text of this site has this address",
        "fault": False,
    }
    assert list(file["contents"]) == ["annotations/letter/it-was-june.yml"]


# Called wrongly, or with what cannot be read at all.
@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ([], "Missing argument"),
        (["missing.json"], "No such file"),
        (["empty.json"], "holds nothing"),
        (["mkdocs.yml", "--from", "csl"], "must hold a list of sources"),
        (["mkdocs.yml", "--from", "hypothesis"], "no JSON"),
        (["mkdocs.yml", "--text", "leter"], "did you mean “letter”?"),
        (["mkdocs.yml", "--kind", "contxt"], "did you mean “context”?"),
        (["mkdocs.yml", "--contributor", "editor"], "did you mean “editors”?"),
        (["mkdocs.yml", "--map", "x"], "not of the form column=field"),
        (["mkdocs.yml", "--map", "x=bodi"], "did you mean “body”?"),
    ],
)
def test_what_cannot_run_exits_with_2(site: Path, arguments: list[str], why: str) -> None:
    (site / "empty.json").write_bytes(b"")
    result = CliRunner().invoke(main, ["import", *arguments])
    assert result.exit_code == 2
    assert why in result.stderr


def test_one_file_that_cannot_be_read_stops_no_other(take: Import, site: Path) -> None:
    result = take(row(), "missing.json")
    assert result.exit_code == 2
    assert list(files(site)) == ["letter/it-was-june.yml"]


def test_a_file_that_is_too_large_is_not_read(
    take: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FOREIGN_BYTES", 100)
    result = take(row())
    assert result.exit_code == 2
    assert "not read" in result.stderr


def test_no_id_or_slug_of_a_file_leads_out_of_the_folder(take: Import, site: Path) -> None:
    own = selected(quoted("close"), label="Title")
    for number, id in enumerate(("../../evil", "/etc/evil", "a/b", "..", "con\x00", "x" * 500)):
        note = own | {"postil:id": id, "postil:kind": "context", "postil:text": "../" + id}
        take(note | {"id": f"https://example.org/{number}"})
    take(row(id="../../evil", tags=["../../evil"], text="../../../evil"))
    every = {path.relative_to(site).parts[0] for path in site.rglob("*") if path.is_file()}
    assert every == {"annotations", "content", "mkdocs.yml", "notes.json"}
    assert all(path.startswith("letter/") and ".." not in path for path in files(site))
    assert not list(site.parent.glob("evil*"))
    valid(site)


def test_a_folder_that_leads_elsewhere_is_not_written_to(
    take: Import, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (site / "annotations" / "letter").symlink_to(elsewhere, target_is_directory=True)
    result = take(row())
    assert result.exit_code != 0
    assert "leads out of" in result.stderr
    assert list(elsewhere.iterdir()) == []


def test_what_is_there_is_never_replaced(take: Import, site: Path) -> None:
    folder = site / "annotations" / "letter"
    folder.mkdir()
    for content in (b"", b"id: [", b"id: other\nkind: context\ntitle: T\ntarget: close\n"):
        (folder / "it-was-june.yml").write_bytes(content)
        result = take(row())
        assert result.exit_code == 1
        assert "is there already" in result.stdout
        assert (folder / "it-was-june.yml").read_bytes() == content
    (folder / "it-was-june.yml").unlink()
    (folder / "it-was-june.yml").symlink_to(site / "nowhere.yml")
    assert take(row()).exit_code == 1
    assert not (site / "nowhere.yml").exists()


def test_a_file_is_written_as_a_whole_or_not_at_all(
    take: Import, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    result = take(row())
    assert result.exit_code == 1
    assert "No space left on device" in result.stderr
    assert [path.name for path in (site / "annotations" / "letter").iterdir()] == []


# Bodies that would run something, or that nest without end.
@pytest.mark.parametrize(
    "value",
    [
        "<script>alert(1)</script>It was June.",
        '<img src=x onerror="alert(1)">It was June.',
        '<a href="javascript:alert(1)">It was June.</a>',
        "<div>" * 3000 + "It was June.",
    ],
)
def test_html_bodies_become_plain_markdown(take: Import, site: Path, value: str) -> None:
    body = {"type": "TextualBody", "value": value, "format": "text/html"}
    note = selected(quoted("close"), body=body)
    note.pop("bodyValue")
    assert take(note).exit_code == 0
    (written,) = files(site).values()
    assert "body: |\n  It was June.\n" in written
    valid(site)


def test_a_terminal_is_not_commanded_by_a_file(take: Import) -> None:
    result = take(row(id="\x1b[2J\x9b2J\u202e", uri="\x1b]0;x\x07", target=[]))
    assert all(sign.isprintable() or sign == "\n" for sign in result.output)


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


# The samples of the W3C Working Group, from the file to a valid site.
@pytest.mark.parametrize(
    "path", sorted((SAMPLES / "correct").glob("*.json")), ids=lambda path: path.stem
)
def test_a_correct_sample_is_imported(take: Import, site: Path, path: Path) -> None:
    result = take(path.read_text(encoding="utf-8"), "--text", "letter", "--format", "json")
    report = json.loads(result.stdout)
    (file,) = report["files"]
    if path.stem == "example41":  # its pages are not in it
        assert "another file" in file["remarks"][0]["why"]
        assert result.exit_code == 1
    else:
        assert result.exit_code == 0, result.output
        assert report["summary"]["new"]
    assert not any(remark["fault"] for one in file["results"] for remark in one["remarks"])
    assert len(files(site)) == report["summary"]["new"]
    valid(site)


@pytest.mark.parametrize(
    "path", sorted((SAMPLES / "incorrect").glob("*.json")), ids=lambda path: path.stem
)
def test_an_incorrect_sample_is_refused_or_imported_with_its_faults(
    take: Import, site: Path, path: Path
) -> None:
    arguments = ("--text", "letter", "--from", "web-annotation", "--format", "json")
    result = take(path.read_text(encoding="utf-8"), *arguments)
    if result.exit_code == 2:
        assert "no JSON" in result.stderr
        return
    (file,) = json.loads(result.stdout)["files"]
    remarks = [*file["remarks"], *(one for each in file["results"] for one in each["remarks"])]
    assert any(remark["fault"] for remark in remarks)
    valid(site)


def test_the_columns_of_tables_are_all_told(root: Path) -> None:
    page = (root / "docs" / "how-to" / "import.md").read_text(encoding="utf-8")
    columns = set(COLUMNS)
    assert columns == {name for name in columns if f"`{name}`" in page}
