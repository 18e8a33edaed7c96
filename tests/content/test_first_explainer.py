"""The first explainer's files keep the rules that its readers are told."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SLUG = "mayoral-campaign-groups"
TEXT = ROOT / "content" / f"{SLUG}.md"
NOTES = sorted((ROOT / "annotations" / SLUG).glob("*.yml"))

# The article as it was found: its thirteen paragraphs, joined by line feeds, in UTF-8.
ORIGINAL = "c7800c2b0289ac10583df928eee5746b02a23ea9d1c7532846965a04f8d9f00b"

EXTENSIONS = ["toc", "tables", "fenced_code", "footnotes", "attr_list"]


class _Paragraphs(HTMLParser):
    """Collects the visible words of each paragraph, and every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "p":
            self.paragraphs.append("")

    def handle_data(self, data: str) -> None:
        if self.paragraphs and data.strip():
            self.paragraphs[-1] += data


def _render(source: str) -> _Paragraphs:
    page = _Paragraphs()
    page.feed(markdown.markdown(source, extensions=EXTENSIONS))
    page.close()
    return page


def _yaml(source: str) -> Any:
    # Every scalar as it is written, so that a date stays the string that YAML 1.2 makes of it.
    return yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506


def _read(path: Path) -> Any:
    return _yaml(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def front_matter() -> dict[str, Any]:
    values: dict[str, Any] = _yaml(TEXT.read_text(encoding="utf-8").split("---\n")[1])
    return values


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    return _render(TEXT.read_text(encoding="utf-8").split("---\n", 2)[2]).paragraphs


@pytest.fixture(scope="module")
def notes() -> list[dict[str, Any]]:
    return [_read(path) for path in NOTES]


@pytest.fixture(scope="module")
def sources() -> dict[str, dict[str, Any]]:
    items = _read(ROOT / "annotations" / "sources.yml")
    by_id = {item["id"]: item for item in items}
    assert len(by_id) == len(items)
    return by_id


def test_the_text_is_the_original_word_for_word(paragraphs: list[str]) -> None:
    assert len(paragraphs) == 13
    assert hashlib.sha256("\n".join(paragraphs).encode()).hexdigest() == ORIGINAL


def test_the_text_is_plain_paragraphs() -> None:
    page = _render(TEXT.read_text(encoding="utf-8").split("---\n", 2)[2])
    assert page.tags == {"p"}


def test_the_text_says_where_it_comes_from(front_matter: dict[str, Any]) -> None:
    text = front_matter["text"]
    assert text["relation"] == "examined"
    assert text["publisher"]
    assert text["url"].startswith("https://")
    assert "stored copy" in text["remark"]
    # The publisher's page showed neither an author nor a date.
    assert not {"author", "published"} & text.keys()


def test_the_title_makes_neither_side_s_claim(front_matter: dict[str, Any]) -> None:
    shown = front_matter["title"] + front_matter["description"] + SLUG
    labels = r"communist|islamist|radical|engineered|orchestrated|smear|foreigner|hate"
    assert not re.search(labels, shown, re.IGNORECASE)


def test_one_annotation_a_file_named_in_the_order_of_the_text(
    notes: list[dict[str, Any]], paragraphs: list[str]
) -> None:
    assert len(notes) == 48
    whole = "\n".join(paragraphs)
    places = []
    for number, (path, note) in enumerate(zip(NOTES, notes, strict=True), 1):
        assert path.stem == f"{number:02d}-{note['id']}"
        places.append(whole.index(note["target"]))
    assert places == sorted(places)


def test_ids_are_unique_and_fit_for_addresses(notes: list[dict[str, Any]]) -> None:
    ids = [note["id"] for note in notes]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", id) for id in ids)
    origins = [note["x-dossier"] for note in notes]
    assert sorted(origins) == [f"P{number:02d}" for number in range(1, 49)]


def test_every_passage_occurs_once_within_one_paragraph(
    notes: list[dict[str, Any]], paragraphs: list[str]
) -> None:
    for note in notes:
        assert "\n".join(paragraphs).count(note["target"]) == 1, note["id"]
        assert any(note["target"] in paragraph for paragraph in paragraphs), note["id"]


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


def test_bodies_are_plain_paragraphs_of_markdown(notes: list[dict[str, Any]]) -> None:
    for note in notes:
        page = _render(note["body"])
        assert page.tags == {"p"}, note["id"]
        assert len(page.paragraphs) == 1, note["id"]
        # No character was eaten by Markdown.
        assert page.paragraphs[0].split() == note["body"].split(), note["id"]


def test_every_citation_has_a_source_and_every_source_is_cited(
    notes: list[dict[str, Any]], sources: dict[str, dict[str, Any]]
) -> None:
    cited = {citation for note in notes for citation in note["citations"]}
    assert cited == sources.keys()
    assert all(note["citations"] for note in notes)
    assert all(len(set(note["citations"])) == len(note["citations"]) for note in notes)


def test_sources_say_how_they_were_checked(sources: dict[str, dict[str, Any]]) -> None:
    assert len(sources) == 101
    for id, source in sources.items():
        assert source["checked"] == "2026-11-22", id
        assert source["seen"] == "stored", id
        assert source["extent"] == "part", id
        assert source["copy"] in {"own-page", "repost", "secondary"}, id
        assert source["URL"].startswith(("https://", "http://")), id
        assert source["excerpt"], id
        assert re.fullmatch(r"\d{4}(-\d{2}){0,2}", source.get("issued", "2025")), id
    assert Counter(source["copy"] for source in sources.values()) == {
        "own-page": 69,
        "repost": 26,
        "secondary": 6,
    }


def test_what_was_not_shown_stays_empty_and_says_so(sources: dict[str, dict[str, Any]]) -> None:
    untitled = [source for source in sources.values() if "title" not in source]
    assert len(untitled) == 4
    assert all(source["remark"].startswith("Title not shown") for source in untitled)
    empty = [id for id, source in sources.items() for value in source.values() if value == ""]
    assert empty == []


def test_a_copy_elsewhere_is_named_as_one(sources: dict[str, dict[str, Any]]) -> None:
    for id, source in sources.items():
        if source["copy"] == "repost":
            assert re.search(r"\bcopy\b", source["remark"]), id


def test_nothing_says_on_which_side_a_source_stands() -> None:
    for path in [*NOTES, *(ROOT / "annotations").glob("*.yml")]:
        written = path.read_text(encoding="utf-8")
        assert "leaning" not in written, path.name
        assert not re.search(r"\((?:centre-|far[- ])?(?:left|right|centre)\b[^)]*\)", written), (
            path.name
        )


def test_an_address_with_hostile_wording_is_linked_nowhere(
    notes: list[dict[str, Any]], sources: dict[str, dict[str, Any]]
) -> None:
    unlinked = [source for source in sources.values() if source.get("link") == "false"]
    assert [source["id"] for source in unlinked] == ["new-york-post-cair-2025"]
    address = unlinked[0]["URL"].removeprefix("https://")
    host = address.partition("/")[0]
    shown = [TEXT.read_text(encoding="utf-8")]
    shown += [note["body"] + note.get("wanted", "") for note in notes]
    shown += [source["excerpt"] + source.get("remark", "") for source in sources.values()]
    assert not [words for words in shown if host in words]
    assert "terror" not in unlinked[0]["title"] + unlinked[0]["remark"]


def test_evidence_wanted_names_no_internal_number(notes: list[dict[str, Any]]) -> None:
    wanted = [note["wanted"] for note in notes if "wanted" in note]
    assert len(wanted) == 36
    assert not [words for words in wanted if re.search(r"\b[SKP]\d\d", words)]


def test_contributors_are_known(notes: list[dict[str, Any]]) -> None:
    known = {item["id"]: item for item in _read(ROOT / "annotations" / "contributors.yml")}
    assert known == {
        "editors": {
            "id": "editors",
            "name": "The editors of this site",
            "kind": "organization",
        }
    }
    assert {id for note in notes for id in note["contributors"]} == known.keys()
    assert {note["created"] for note in notes} == {"2026-11-22"}
