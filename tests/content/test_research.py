"""Every annotation says what the research says, from its passage to the addresses it rests on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

RESEARCH = Path(__file__).parents[1] / "data" / "research"
TEXTS = {
    "mayoral-campaign-groups": "mayoral-campaign-groups",
    "ny-voter-qualifications": "primary-sources",
    "washington-newport-letter": "primary-sources",
}

# The research names a kind that this site has as a verdict alone.
KINDS = {"opinion": "context"}

# Entries whose verdict is another here, and why. Both passages judge and cannot be tested whole;
# their notes say which part of them the evidence bears out.
OPINIONS = {"P09": "partly-supported", "P44": "partly-supported"}


@dataclass(frozen=True, slots=True)
class Research:
    """The entries of the research by number, and its sources by number."""

    entries: dict[str, dict[str, Any]]
    sources: dict[str, dict[str, str]]


@pytest.fixture(scope="module", params=sorted(TEXTS))
def slug(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def research(slug: str) -> Research:
    found = json.loads((RESEARCH / f"{TEXTS[slug]}.json").read_text(encoding="utf-8"))
    return Research({entry["id"]: entry for entry in found["entries"]}, found["sources"])


@pytest.fixture(scope="module")
def notes(slug: str, explainer_of: Callable[[str], Any]) -> dict[str, dict[str, Any]]:
    """The annotations of a text by the number of their entry."""
    return {note["x-dossier"]: note for note in explainer_of(slug).notes}


def number(source: dict[str, Any], research: Research) -> str:
    """The number that a source has in this research; one that both name has two."""
    numbers = {source.get("x-dossier"), source.get("x-dossier-also")} & research.sources.keys()
    (one,) = numbers
    return str(one)


def test_every_entry_is_there(explainer_of: Callable[[str], Any]) -> None:
    told = [note["x-dossier"] for slug in TEXTS for note in explainer_of(slug).notes]
    listed = [
        entry["id"]
        for name in sorted(set(TEXTS.values()))
        for entry in json.loads((RESEARCH / f"{name}.json").read_text(encoding="utf-8"))["entries"]
    ]
    assert sorted(told) == sorted(listed)
    assert len(told) == 76


def test_passages_kinds_and_titles(notes: dict[str, dict[str, Any]], research: Research) -> None:
    found = {id: (note["target"], note["kind"], note["title"]) for id, note in notes.items()}
    assert found == {
        id: (entry["passage"], KINDS.get(entry["kind"], entry["kind"]), entry["title"])
        for id, entry in research.entries.items()
        if id in notes
    }


def test_verdicts(notes: dict[str, dict[str, Any]], research: Research) -> None:
    found = {id: note.get("verdict", "n/a") for id, note in notes.items()}
    expected = {id: research.entries[id]["verdict"] for id in notes}
    for id in OPINIONS.keys() & notes.keys():
        assert expected[id] == OPINIONS[id]
        expected[id] = "opinion"
    assert found == expected


def test_sources_and_their_addresses(
    notes: dict[str, dict[str, Any]],
    research: Research,
    sources: dict[str, dict[str, Any]],
    cited: Callable[[dict[str, Any]], list[str]],
) -> None:
    found = {
        id: {number(sources[one], research) for one in cited(note)} for id, note in notes.items()
    }
    assert found == {id: set(research.entries[id]["sources"]) for id in notes}
    addresses = {
        number(sources[one], research): sources[one].get("URL", "")
        for note in notes.values()
        for one in cited(note)
    }
    assert addresses == {id: research.sources[id]["address"] for id in addresses}


def test_how_the_copies_were_opened(
    notes: dict[str, dict[str, Any]],
    research: Research,
    sources: dict[str, dict[str, Any]],
    cited: Callable[[dict[str, Any]], list[str]],
) -> None:
    copies = {
        number(sources[one], research): sources[one]["copy"]
        for note in notes.values()
        for one in cited(note)
    }
    assert copies == {id: research.sources[id]["copy"] for id in copies}
    assert all(re.fullmatch(r"S\d\d+", id) for id in copies)
