"""The two primary sources and their notes are what the research found, word for word."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

LAWS = "ny-voter-qualifications"
LETTER = "washington-newport-letter"

# The texts as they were found: their lines, headings included, joined by line feeds, in UTF-8.
ORIGINALS = {
    LAWS: "05141713b0634cb32ff511311280ef1a25d8afd87ff762345a25c618c80b9133",
    LETTER: "381e22999ae6b79a686d4a22f00f6c0e0a56ad46cb5e16b0037e8cd2430e86e2",
}

# What each entry of the research says, and each source that the entries name, as `_digest` writes
# it. A change to any of it is a change of facts: look it up in the research before it goes here.
ENTRIES = """
    V01 dc3c9ee557e5  V02 332e5bdd4cb7  V03 56f0e9ed07fa  V04 40ff844f7e14  V05 e60f1a7f5d1c
    V06 0e3094bf36cc  V07 7451a0a81e3e  V08 d54dbcf909c4  V09 02adfe7e38e2  V10 1b19a78a1899
    V11 8721b65de38e  V12 1d63bddc9af0  V13 6b18dec01aa3  V14 d57fd6c0b446  W01 659b6641a3b8
    W02 0dcdbc17d809  W03 2880418c0822  W04 25654d159d12  W05 250ed3553ed8  W06 8b6e7167f4db
    W07 ed40a2f76b2c  W08 3323a94b986c  W09 4dc64bbd5710  W10 6959ddf251d0  W11 59cd8c76cd84
    W12 b187d1f29012  W13 e47aeba04016  W14 e064ce43c0c9
"""

SOURCES = """
    S201 63375422561a  S202 aa16bea357e0  S203 513eef847834  S205 dab198b90056  S206 c180d143c41f
    S207 2653f485768f  S209 fd487ed55fcf  S210 54e1b38ddaf3  S211 be39e7567d3f  S212 be66079131e1
    S213 d4024249194a  S214 0624f6a312ca  S215 254daf247921  S216 2d502bf99e78  S217 d055dc4e45ff
    S218 252814887d1f  S219 ad4f8a739811  S220 c7167225448a  S221 2475a9722083  S222 4e52033265d7
    S223 d6b0d8f53c06  S224 457b33139ac4  S225 0f52ee000aba  S226 798550384120  S227 faf1aa9c8656
    S228 ee5522ac0ba2  S229 4c108c6a55de  S230 f3715ccb7a82  S231 b589dcb22d51  S232 6156d64453b5
    S233 decc1612f248  S234 0d2e6b4c7ae4  S235 a8bd75cfc56c  S236 65385e72e135  S237 14c02682b7a5
    S238 c9eac914e238  S239 d99df25353b8  S240 6a8f9b7156ea  S241 6bb838a4d27d  S242 b9ca81a60616
    S243 29334a1be2e6  S244 fc7b522a4928  S245 91abcafeaa0f  S246 2a592d17906e  S247 b7648e7653f4
    S248 c219d8c5efc2  S249 962a113a22e8  S252 cb57a3238eb2  S301 0378fe4a37a9  S302 364bc2fd0373
    S303 0cf39446613d  S304 92dd9293e63c  S305 d1addf816643  S306 5e917cfcd859  S307 ac7773f95c5d
    S308 d210bde5ba1f  S309 b86bd1843dfb  S310 022dec0611cb  S311 11ebe1284ebc  S312 e74956a5f75b
    S313 b0f212369218  S314 65d8fad7063e  S315 ce21361bcd67  S316 03d3ec20a141  S317 112d47d96d1f
    S318 dab6d88b38ed  S319 30eb84aa7c5e  S320 162598e47e3f  S321 a3ad31e8b9fa  S322 2942a6fdd778
    S323 34c04341ed64  S324 21d46e7aea1b  S325 e9d5456f13ab  S326 256fa73c38bc  S327 4416068c3d25
    S328 9918edde9c38  S329 b54a574c4bfe  S330 091a2eef29bc  S331 56edb53ae7e2  S332 825f83ed8fff
    S333 ca1e4cd2ee8c  S334 524ed4913f0a  S335 c6c1d61f794e  S336 08ae4333f469  S337 dc5a604c7b0c
    S338 b0e41c616211  S339 e6c675ed07bd  S340 280a0ef932d0  S341 c867f347b120  S342 752f96c69a09
    S343 da81edd064a3  S344 d2bc6f16360a  S345 cf881026d810  S346 90a54eb8bf87  S347 e80960d2c47f
    S348 18164905db2c  S349 e99aa9afdaf2  S350 1db79c33fc75  S351 a00da1d7db5b  S352 6d515414219c
    S353 81c962d3f013  S354 416f9b20ebbd  S355 fa6a9932d369
"""


def _digest(values: list[Any]) -> str:
    return hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()[:12]


def _table(written: str) -> dict[str, str]:
    cells = written.split()
    return dict(zip(cells[::2], cells[1::2], strict=True))


def _words(written: str) -> str:
    return " ".join(written.split())


def _numbers(source: dict[str, Any]) -> Iterator[str]:
    """A source that the first explainer cites as well has a number in each research."""
    for key in ("x-dossier", "x-dossier-also"):
        # The numbers of the first explainer's research end with S102.
        if re.fullmatch(r"S[23]\d\d", source.get(key, "")):
            yield source[key]


@pytest.fixture(scope="module", params=[LAWS, LETTER])
def explainer(request: pytest.FixtureRequest, explainer_of: Callable[[str], Any]) -> Any:
    return explainer_of(request.param)


@pytest.fixture(scope="module")
def explainers(explainer_of: Callable[[str], Any]) -> list[Any]:
    return [explainer_of(LAWS), explainer_of(LETTER)]


def test_the_text_is_the_original_word_for_word(explainer: Any) -> None:
    digest = hashlib.sha256(explainer.whole.encode()).hexdigest()
    assert digest == ORIGINALS[explainer.slug]


def test_the_laws_have_headings_and_the_letter_has_paragraphs_only(explainers: list[Any]) -> None:
    laws, letter = explainers
    assert laws.page.tags == {"h2", "h3", "h4", "p"}
    assert letter.page.tags == {"p"}


def test_the_text_says_where_it_comes_from(explainer: Any) -> None:
    text = explainer.front_matter["text"]
    assert text["relation"] == "primary"
    assert text["retrieved"] == "2026-11-22"
    assert "that was not checked" in text["rights"]
    copies = [part["copied-from"] for part in explainer.front_matter["x-copies"]]
    assert text["url"] in copies
    assert len(set(copies)) == 3


def test_the_laws_say_what_could_not_be_checked(explainers: list[Any]) -> None:
    remark = explainers[0].front_matter["text"]["remark"]
    assert "last checked on 22 November 2026" in remark
    assert "could not be opened" in remark
    assert "whether it has been amended since could not be checked" in remark


def test_the_letter_says_that_its_signature_is_missing(explainers: list[Any]) -> None:
    letter = explainers[1]
    text = letter.front_matter["text"]
    assert text["remark"].startswith("The signature is missing:")
    assert letter.whole.endswith("everlastingly happy.")
    # The day is the editors', not the letter's.
    assert text["published"] == "1790-08"


def test_one_annotation_a_file_named_in_the_order_of_the_text(explainer: Any) -> None:
    assert len(explainer.notes) == 14
    places = []
    for number, (path, note) in enumerate(zip(explainer.paths, explainer.notes, strict=True), 1):
        assert path.stem == f"{number:02d}-{note['id']}"
        places.append(explainer.whole.index(note["target"]))
    assert places == sorted(places)


def test_every_passage_occurs_once_within_one_block(explainer: Any) -> None:
    for note in explainer.notes:
        assert explainer.whole.count(note["target"]) == 1, note["id"]
        assert any(note["target"] in block for block in explainer.page.blocks), note["id"]


def test_no_passage_overlaps_another(explainer: Any) -> None:
    end = 0
    for note in explainer.notes:
        start = explainer.whole.index(note["target"])
        assert start >= end, note["id"]
        end = start + len(note["target"])


def test_a_correction_is_of_a_reading_and_never_of_the_text(explainers: list[Any]) -> None:
    notes = [note for explainer in explainers for note in explainer.notes]
    assert Counter(note["kind"] for note in notes) == {"context": 15, "correction": 7, "source": 6}
    # The one passage that states a fact which can be tested.
    assert {note["x-dossier"]: note["verdict"] for note in notes if "verdict" in note} == {
        "W07": "partly-supported"
    }


def test_every_note_says_what_its_entry_of_the_research_says(
    explainers: list[Any],
    sources: dict[str, dict[str, Any]],
    cited: Callable[[dict[str, Any]], list[str]],
) -> None:
    found = {
        note["x-dossier"]: _digest(
            [
                explainer.slug,
                note["target"],
                note["kind"],
                note.get("verdict", "n/a"),
                note["title"],
                _words(note["body"]),
                [number for id in cited(note) for number in _numbers(sources[id])],
            ]
        )
        for explainer in explainers
        for note in explainer.notes
    }
    assert found == _table(ENTRIES)


def test_every_source_is_the_one_that_the_research_opened(
    explainers: list[Any],
    sources: dict[str, dict[str, Any]],
    cited: Callable[[dict[str, Any]], list[str]],
) -> None:
    citations = [
        citation
        for explainer in explainers
        for note in explainer.notes
        for citation in note["citations"]
    ]
    # Where the first explainer has the source already, what was read for these stands in the notes.
    quotes = {one["source"]: one["quote"] for one in citations if not isinstance(one, str)}
    used = {id for explainer in explainers for note in explainer.notes for id in cited(note)}
    assert quotes.keys() == {id for id in used if "x-dossier-also" in sources[id]}
    found = {
        number: _digest(
            [
                sources[id].get("URL", ""),
                sources[id]["copy"],
                _words(quotes.get(id, sources[id]["excerpt"])),
            ]
        )
        for id in used
        for number in _numbers(sources[id])
    }
    assert found == _table(SOURCES)
