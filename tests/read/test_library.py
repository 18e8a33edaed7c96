"""What reading gives: the values of the model, and where each stands."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from postil.model.annotation import Citation, Revision
from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.model.place import Place
from postil.model.settings import Settings
from postil.model.target import Target, TextQuote
from postil.model.text import Provenance
from postil.read.library import read_library
from postil.read.text_folder import find_texts

NOTE = "annotations/town/note.yml"
WHOLE = Path(__file__).parent / "cases" / "good" / "whole.txt"
Site = Callable[..., Library]


def whole(site: Site) -> Library:
    """The golden case that holds everything."""
    parts = WHOLE.read_text(encoding="utf-8").split("\n=== ")[1:-1]
    return site(dict(part.split("\n", 1) for part in parts))


def test_annotation(site: Site) -> None:
    note = whole(site).annotations["town"][1]
    assert (note.id, note.text, note.kind) == ("who-may", "town", "correction")
    assert note.title == "Who may vote"
    assert note.verdict == "contradicted"
    assert note.body == "Every citizen may vote: see the report.\n\n- Every one.\n"
    assert note.contributors == ("editors",)
    assert note.created == "2026-11-22"
    assert note.wanted == "The minutes of the council"
    assert note.draft
    assert note.place == Place(NOTE, 2, 3)
    assert note.body_place == Place(NOTE, 17, 5)


def test_targets(site: Site) -> None:
    note = whole(site).annotations["town"][1]
    first, second, third = note.targets
    assert first == Target(Place(NOTE, 5, 7), TextQuote("Every citizen"))
    outer = Target(Place(NOTE, 12, 17), TextQuote("The town voted. Every citizen could vote."))
    within = Target(Place(NOTE, 11, 9), TextQuote("The town voted."), within=outer)
    quote = TextQuote("The town", "\n", " voted")
    assert second == Target(Place(NOTE, 6, 7), quote, "votes", within)
    assert third == Target(Place(NOTE, 13, 7), section="votes")


def test_citations_and_revisions(site: Site) -> None:
    note = whole(site).annotations["town"][1]
    assert note.citations == (
        Citation("the-report", Place(NOTE, 21, 7)),
        Citation("the-report", Place(NOTE, 22, 7), "§ 5-102(1)", "a citizen", "Who may vote"),
    )
    place = Place(NOTE, 29, 7)
    assert note.revisions == (
        Revision("2026-12-01", "correction", "The vote was 6 to 1.", place, "5 to 2"),
    )


def test_source(site: Site) -> None:
    source = whole(site).sources["the-report"]
    assert source.item == {
        "id": "the-report",
        "type": "report",
        "title": "1984",
        "author": [{"family": "Reader", "given": "A"}, {"literal": "The Town"}],
        "issued": "2025",
        "accessed": {"date-parts": [[2026, 11, 22]]},
        "available-date": "2025-01/2025-02",
        "URL": "https://town.example/report?a=b#c",
        "volume": "12",
        "custom": {"a": 1},
    }
    assert source.archive == "https://archive.example/1"
    assert (source.archived, source.checked) == ("2026-11", "2026-11-22")
    assert (source.copy, source.seen, source.extent) == ("own-page", "stored", "part")
    assert (source.excerpt, source.remark) == ("a citizen", "Read in part.")
    assert not source.link
    assert source.url == ""
    assert source.place == Place("annotations/sources.yml", 2, 5)


def test_text(site: Site) -> None:
    text = whole(site).texts["town"]
    assert (text.slug, text.title, text.description) == ("town", "A town votes", "How a town voted")
    assert text.markdown == "\nThe town voted. Every citizen could vote."
    assert text.first_line == 19
    assert text.place == Place("content/town.md")
    assert text.meta["hide"] == ["toc"]
    assert text.provenance == Provenance(
        author="The Town",
        publisher="The Town",
        published="2026-11",
        url="https://town.example/",
        archive="https://archive.example/2",
        retrieved="2026-11-22",
        language="en-GB",
        direction="ltr",
        rights="Public domain",
        reason="It is about votes.",
        sha256="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    )


def test_contributor(site: Site) -> None:
    editors = site({}).contributors["editors"]
    assert (editors.name, editors.kind) == ("The editors", "organization")


def test_text_in_a_folder_has_files_beside_it(site: Site) -> None:
    library = site(
        {
            "content/report/index.md": "---\ntitle: The report\n---\n",
            "content/report/town.png": b"",
            "content/report/maps/b.webp": b"",
            "content/report/.hidden.png": b"",
        }
    )
    assert library.texts["report"].files == (
        "content/report/maps/b.webp",
        "content/report/town.png",
    )
    assert not library.diagnostics


@pytest.mark.parametrize(
    ("content", "markdown", "first_line"),
    [
        ("Words.\n", "Words.\n", 1),
        ("---\ntitle: A\n---\nWords.\n", "Words.\n", 4),
        ("---\ntitle: A\n...\nWords.", "Words.", 4),
        ("---\n---\n", "", 3),
        ("\ufeff---\r\ntitle: A\r\n---\r\nOne.\r\nTwo.\r\n", "One.\nTwo.\n", 4),
        # A line within front matter that only begins like its end
        ("---\ntitle: A\n----\n---\nWords.\n", "Words.\n", 5),
        # Not front matter
        (" ---\nWords.\n", " ---\nWords.\n", 1),
        ("Words.\n\n---\n\nMore.\n", "Words.\n\n---\n\nMore.\n", 1),
    ],
)
def test_front_matter(site: Site, content: str, markdown: str, first_line: int) -> None:
    text = site({"content/town.md": content}).texts["town"]
    assert text.markdown == markdown
    assert text.first_line == first_line


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("body: Words.", Place(NOTE, 5, 7)),
        ("body: 'Words.'", Place(NOTE, 5, 8)),
        ("body: |\n  Words.", Place(NOTE, 6, 3)),
        ("body: |-\n      Words.\n      More.", Place(NOTE, 6, 7)),
        ("body:\n  Words.", Place(NOTE, 6, 3)),
    ],
)
def test_body_place(site: Site, body: str, place: Place) -> None:
    note = f"id: a\nkind: context\ntitle: A\ntarget: Every citizen\n{body}\n"
    assert site({NOTE: note}).annotations["town"][1].body_place == place


def test_columns_count_characters(site: Site) -> None:
    note = "{id: a, kind: context, title: 投票𝔘é, target: Every citizen, verdict: nope}"
    (found,) = site({NOTE: note}).diagnostics
    assert found.place == Place(NOTE, 1, note.index("nope") + 1)


def test_order_is_by_path_and_as_written(site: Site) -> None:
    one = "kind: context\n  title: A\n  target: Every citizen"
    library = site(
        {
            "annotations/town/b.yml": f"- id: z\n  {one}\n- id: y\n  {one}\n",
            "annotations/town/a.yml": f"- id: x\n  {one}\n",
            "annotations/town.yml": f"- id: w\n  {one}\n",
            "content/a.md": "---\ntitle: A\n---\n",
        }
    )
    assert [note.id for note in library.annotations["town"]] == ["w", "x", "z", "y", "base"]
    assert list(library.texts) == ["a", "town"]
    assert list(library.annotations) == ["a", "town"]
    assert library.annotations["a"] == ()


def test_diagnostics_of_all_files_are_sorted_by_place(site: Site) -> None:
    library = site(
        {
            "annotations/town/z.yml": "id: [\n",
            NOTE: "idd: a\nverdict: nope\ncreated: x\n",
            "annotations/sources.yml": "- id: a\n",
            "content/town.md": "no title\n",
        }
    )
    places = [problem.place for problem in library.diagnostics]
    assert places == sorted(places)
    assert {place.path for place in places} == {
        "annotations/town/z.yml",
        NOTE,
        "annotations/sources.yml",
        "annotations/town/base.yml",
        "content/town.md",
    }


def test_folders_of_the_settings(site: Site) -> None:
    library = site(
        {
            "texts/village.md": "---\ntitle: A village\n---\n",
            "notes/village/a.yml": "id: a\nkind: context\ntitle: A\ntarget: B\n",
        },
        content="texts",
        annotations="notes",
    )
    assert list(library.texts) == ["village"]
    assert [note.id for note in library.annotations["village"]] == ["a"]


def test_an_empty_site_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert read_library(tmp_path, Settings()) == Library({}, {}, {}, {})


def test_relative_root(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = site({NOTE: "id: [\n"})
    monkeypatch.chdir(tmp_path)
    assert read_library(Path(), Settings()) == library


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "content" / "town.md").mkdir(parents=True)
    (tmp_path / "annotations" / "sources.yml").mkdir(parents=True)
    (tmp_path / "annotations" / "town" / "a.yml").mkdir(parents=True)
    library = read_library(tmp_path, Settings())
    assert {problem.code for problem in library.diagnostics} == {"file-unknown"}


def test_a_source_that_is_left_out_is_no_news_where_it_is_cited(site: Site) -> None:
    library = site({"annotations/sources.yml": "- {id: 'the report', type: report}\n"})
    assert [problem.code for problem in library.diagnostics] == ["id-form"]
    assert library.annotations["town"][0].citations == ()


@pytest.mark.parametrize(
    ("content", "left_out"),
    [
        ("id: [", 1),
        ("- id: a\n- id: b\n", 2),
        ("Words.", 1),
        ("- - a\n- b\n", 2),
        ("", 0),
        (b"\xff", 1),
        ("a: &a [*a]", 1),
    ],
)
def test_nothing_is_lost_silently(site: Site, content: str | bytes, left_out: int) -> None:
    library = site({NOTE: content})
    assert library.rejected == left_out
    assert len(library.annotations["town"]) == 1
    assert library.diagnostics


def test_a_folder_that_nobody_may_open_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Older versions of Python raise where newer ones say that there is no file."""
    (tmp_path / "content" / "town").mkdir(parents=True)

    def refused(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_file", refused)
    found = find_texts(tmp_path / "content", tmp_path, problems := list[Diagnostic]())
    assert found == ([], {"town"})
    assert [(one.code, one.message) for one in problems] == [
        ("file-unreadable", "the file cannot be opened: Permission denied")
    ]


@pytest.mark.parametrize("folder", ["content", "content/town", "annotations", "annotations/town"])
def test_a_name_that_is_no_text_is_told(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir(parents=True)
    for needed in ("content", "annotations"):
        (tmp_path / needed).mkdir(exist_ok=True)
    try:
        (tmp_path / folder / os.fsdecode(b"a\xff.yml")).write_bytes(b"")
    except OSError:
        return  # Some systems have no such names.
    found = read_library(tmp_path, Settings()).diagnostics
    told = [str(one.place.path) for one in found if "is not in UTF-8" in one.message]
    assert told == [f"{folder}/a�.yml"]
    assert all(f"{one.place.path}{one.message}".encode() for one in found)
