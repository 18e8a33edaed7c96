"""What holds for the notes and sources of all explainers of this site."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SLUGS = ("mayoral-campaign-groups", "ny-voter-qualifications", "washington-newport-letter")


@pytest.fixture(scope="module")
def notes(explainer_of: Callable[[str], Any]) -> list[dict[str, Any]]:
    return [note for slug in SLUGS for note in explainer_of(slug).notes]


def test_these_are_all_explainers(root: Path) -> None:
    assert {path.stem for path in (root / "content").iterdir()} == set(SLUGS)
    assert {path.name for path in (root / "annotations").iterdir() if path.is_dir()} == set(SLUGS)


def test_ids_are_unique_and_fit_for_addresses(notes: list[dict[str, Any]]) -> None:
    ids = [note["id"] for note in notes]
    assert len(set(ids)) == len(ids) == 76
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", id) for id in ids)


def test_bodies_are_plain_paragraphs_of_markdown(
    notes: list[dict[str, Any]], render: Callable[[str], Any]
) -> None:
    for note in notes:
        page = render(note["body"])
        assert page.tags == {"p"}, note["id"]
        assert len(page.blocks) == 1, note["id"]
        # No character was eaten by Markdown.
        assert page.blocks[0].split() == note["body"].split(), note["id"]


def test_every_citation_has_a_source_and_every_source_is_cited(
    notes: list[dict[str, Any]],
    sources: dict[str, dict[str, Any]],
    cited: Callable[[dict[str, Any]], list[str]],
) -> None:
    assert {id for note in notes for id in cited(note)} == sources.keys()
    assert len(sources) == 200
    for note in notes:
        assert note["citations"], note["id"]
        passages = [one for one in note["citations"] if "passage" in one]
        assert len(set(cited(note))) == len(note["citations"]) - len(passages), note["id"]


def test_passages_are_cited_where_the_research_asks_for_it(
    explainer_of: Callable[[str], Any],
) -> None:
    found = {
        (note["x-dossier"], one["passage"])
        for slug in SLUGS
        for note in explainer_of(slug).notes
        for one in note["citations"]
        if "passage" in one
    }
    assert found == {("P45", "ny-voter-qualifications#what-the-courts-relied-on")}


def test_no_address_belongs_to_two_sources(sources: dict[str, dict[str, Any]]) -> None:
    addresses = [source["URL"] for source in sources.values() if "URL" in source]
    assert len(set(addresses)) == len(addresses) == len(sources) - 1


def test_sources_say_how_they_were_checked(sources: dict[str, dict[str, Any]]) -> None:
    for id, source in sources.items():
        assert source["checked"] == "2026-11-22", id
        assert source["seen"] == "stored", id
        assert source["extent"] in {"part", "whole"}, id
        assert source["copy"] in {"own-page", "repost", "secondary"}, id
        assert source.get("URL", "https://").startswith(("https://", "http://")), id
        assert source["excerpt"], id
        years = r"\d{4}(-\d{2}){0,2}"
        assert re.fullmatch(rf"{years}(/{years})?", source.get("issued", "2025")), id
    # One of them was read to its end; its address was not shown.
    whole = [id for id, source in sources.items() if source["extent"] == "whole"]
    assert whole == [id for id, source in sources.items() if "URL" not in source]
    assert whole == ["ashbrook-newport-letter"]


def test_what_was_not_shown_stays_empty_and_says_so(sources: dict[str, dict[str, Any]]) -> None:
    untitled = [source for source in sources.values() if "title" not in source]
    assert len(untitled) == 5
    assert all(source["remark"].startswith("Title not shown") for source in untitled)
    empty = [id for id, source in sources.items() for value in source.values() if value == ""]
    assert empty == []


def test_a_copy_elsewhere_is_named_as_one(sources: dict[str, dict[str, Any]]) -> None:
    for id, source in sources.items():
        if source["copy"] == "repost":
            assert re.search(r"\bcopy\b", source["remark"], re.IGNORECASE), id


def test_nothing_says_on_which_side_a_source_stands(
    root: Path, explainer_of: Callable[[str], Any]
) -> None:
    paths = [path for slug in SLUGS for path in explainer_of(slug).paths]
    for path in [*paths, *(root / "annotations").glob("*.yml")]:
        written = path.read_text(encoding="utf-8")
        assert "leaning" not in written, path.name
        assert not re.search(r"\((?:centre-|far[- ])?(?:left|right|centre)\b[^)]*\)", written), (
            path.name
        )


def test_readers_see_no_number_of_the_research(
    explainer_of: Callable[[str], Any],
    notes: list[dict[str, Any]],
    sources: dict[str, dict[str, Any]],
) -> None:
    shown = [note["body"] + note.get("wanted", "") for note in notes]
    shown += [source.get("remark", "") for source in sources.values()]
    shown += [" ".join(explainer_of(slug).front_matter["text"].values()) for slug in SLUGS]
    numbers = r"\b[KPSVW]\d{2,3}\b"
    assert not [words for words in shown if re.search(numbers, words)]


def test_contributors_are_known(
    notes: list[dict[str, Any]], contributors: dict[str, dict[str, Any]]
) -> None:
    assert contributors == {
        "editors": {
            "id": "editors",
            "name": "The editors of this site",
            "kind": "organization",
        }
    }
    assert {id for note in notes for id in note["contributors"]} == contributors.keys()
    assert {note["created"] for note in notes} == {"2026-11-22"}
