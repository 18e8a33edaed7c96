"""The search reads less of our pages, and finds the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from postil.render.words import ENGLISH

Build = Callable[..., Any]

NOTES = """\
- id: the-moon
  kind: context
  title: Which moon & where
  target: to go to the moon
  body: "The *nearest* one.\\n\\n- a `list`\\n- of words"
  citations: [{source: almanac, quote: words that a source says}]
  revisions: [{date: 2026-11-22, kind: update, summary: more words}]
- id: nowhere
  kind: correction
  title: Nowhere
  target: words that the text does not have
  verdict: contradicted
  body: It was <b>not</b>.
"""
SEARCHES: dict[str, dict[str, Any]] = {
    "of Material": {"theme": {"name": "material", "font": False}},
    "of MkDocs": {"theme": {"name": "mkdocs"}},
}

UNPLACED = "".join(f"{ENGLISH['unplaced']}<p>{ENGLISH['unplaced-about']}</p>".split())


def index(built: Any) -> list[dict[str, Any]]:
    docs: list[dict[str, Any]] = json.loads(built.page("search/search_index.json"))["docs"]
    # Where an element was left out, a space between two others may be, too.
    return sorted(
        ({key: "".join(str(value).split()) for key, value in doc.items()} for doc in docs),
        key=lambda doc: doc["location"],
    )


def test_the_search_of_material_finds_the_same(
    build_site: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"annotations/speech.yml": NOTES}
    less = index(build_site(files, plugins=["search"]))
    monkeypatch.setattr("postil.mkdocs.assembling.finishing", lambda *_: None)
    monkeypatch.setattr("postil.mkdocs.assembling.lighten", lambda *_: None)
    more = index(build_site(files, plugins=["search"]))
    # Notes without a place stand below words of the interface, which nobody looks for.
    for doc in more:
        doc["text"] = doc["text"].replace(UNPLACED, "")
    assert less == more
    found = {doc["location"]: doc["text"] for doc in less}
    assert found["explainers/speech/#the-moon"].startswith("<p>Thenearestone.</p><ul><li>a<code>")


@pytest.mark.parametrize("name", SEARCHES)
def test_no_search_finds_what_is_excluded(build_site: Build, name: str) -> None:
    built = build_site({"annotations/speech.yml": NOTES}, plugins=["search"], **SEARCHES[name])
    said = built.page("search/search_index.json")
    assert "Nowhere" in said
    assert "words that a source says" not in said
    # It stands in the page all the same.
    assert "words that a source says" in built.page("explainers/speech/index.html")
