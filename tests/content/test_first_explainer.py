"""The first explainer's files keep the rules that its readers are told."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

SLUG = "mayoral-campaign-groups"

# The article as it was found: its thirteen paragraphs, joined by line feeds, in UTF-8.
ORIGINAL = "c7800c2b0289ac10583df928eee5746b02a23ea9d1c7532846965a04f8d9f00b"


@pytest.fixture(scope="module")
def explainer(explainer_of: Callable[[str], Any]) -> Any:
    return explainer_of(SLUG)


@pytest.fixture(scope="module")
def notes(explainer: Any) -> list[dict[str, Any]]:
    return list(explainer.notes)


def test_the_text_is_the_original_word_for_word(explainer: Any) -> None:
    assert len(explainer.page.blocks) == 13
    assert hashlib.sha256(explainer.whole.encode()).hexdigest() == ORIGINAL


def test_the_text_is_plain_paragraphs(explainer: Any) -> None:
    assert explainer.page.tags == {"p"}


def test_the_text_says_where_it_comes_from(explainer: Any) -> None:
    text = explainer.front_matter["text"]
    assert text["relation"] == "examined"
    assert text["publisher"]
    assert text["url"].startswith("https://")
    assert "stored copy" in text["remark"]
    # The publisher's page showed neither an author nor a date.
    assert not {"author", "published"} & text.keys()


def test_the_title_makes_neither_side_s_claim(explainer: Any) -> None:
    shown = explainer.front_matter["title"] + explainer.front_matter["description"] + SLUG
    labels = r"communist|islamist|radical|engineered|orchestrated|smear|foreigner|hate"
    assert not re.search(labels, shown, re.IGNORECASE)


def test_one_annotation_a_file_named_in_the_order_of_the_text(explainer: Any) -> None:
    assert len(explainer.notes) == 48
    places = []
    for number, (path, note) in enumerate(zip(explainer.paths, explainer.notes, strict=True), 1):
        assert path.stem == f"{number:02d}-{note['id']}"
        places.append(explainer.whole.index(note["target"]))
    assert places == sorted(places)


def test_every_note_names_its_entry_of_the_research(notes: list[dict[str, Any]]) -> None:
    origins = [note["x-dossier"] for note in notes]
    assert sorted(origins) == [f"P{number:02d}" for number in range(1, 49)]


def test_every_passage_occurs_once_within_one_paragraph(explainer: Any) -> None:
    for note in explainer.notes:
        assert explainer.whole.count(note["target"]) == 1, note["id"]
        assert any(note["target"] in block for block in explainer.page.blocks), note["id"]


def test_three_passages_carry_two_notes_each(notes: list[dict[str, Any]]) -> None:
    counts = Counter(note["target"] for note in notes)
    assert {passage for passage, count in counts.items() if count > 1} == {
        "There was nothing grassroots about this.",
        "MPower and Emgage are communist, Islamist.",
        "Foreigners who hate us are picking our mayor.",
    }
    assert len(counts) == 45


def test_kinds_and_verdicts(notes: list[dict[str, Any]]) -> None:
    assert Counter(note["kind"] for note in notes) == {"context": 28, "source": 11, "correction": 9}
    assert Counter(note.get("verdict") for note in notes) == {
        "partly-supported": 12,
        "supported": 11,
        "unverified": 8,
        "opinion": 5,
        "contradicted": 4,
        "unsupported": 2,
        None: 6,
    }


def test_opinion_is_context_and_never_false(notes: list[dict[str, Any]]) -> None:
    kinds = {note["kind"] for note in notes if note.get("verdict") == "opinion"}
    assert kinds == {"context"}
    ruled = [note for note in notes if note.get("verdict") in {"contradicted", "unsupported"}]
    assert {note["kind"] for note in ruled} == {"correction"}


def test_how_its_sources_were_checked(
    notes: list[dict[str, Any]],
    sources: dict[str, dict[str, Any]],
    cited: Callable[[dict[str, Any]], list[str]],
) -> None:
    used = [sources[id] for id in {id for note in notes for id in cited(note)}]
    assert Counter(source["copy"] for source in used) == {
        "own-page": 69,
        "repost": 26,
        "secondary": 6,
    }
    assert {source["extent"] for source in used} == {"part"}
    assert len([source for source in used if "title" not in source]) == 4


def test_an_address_with_hostile_wording_is_linked_nowhere(
    explainer: Any, sources: dict[str, dict[str, Any]], root: Any
) -> None:
    unlinked = [source for source in sources.values() if source.get("link") == "false"]
    assert [source["id"] for source in unlinked] == ["new-york-post-cair-2025"]
    address = unlinked[0]["URL"].removeprefix("https://")
    host = address.partition("/")[0]
    shown = [(root / "content" / f"{SLUG}.md").read_text(encoding="utf-8")]
    shown += [note["body"] + note.get("wanted", "") for note in explainer.notes]
    shown += [source["excerpt"] + source.get("remark", "") for source in sources.values()]
    assert not [words for words in shown if host in words]
    assert "terror" not in unlinked[0]["title"] + unlinked[0]["remark"]


def test_evidence_that_is_wanted(notes: list[dict[str, Any]]) -> None:
    assert len([note for note in notes if "wanted" in note]) == 36
