"""Web Annotations, as a processor of JSON-LD reads them that is not ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyld import jsonld

from postil.publish.vocabulary import ANNO, CONTEXT, NAMESPACE, TERMS, vocabulary
from postil.site.annotation_files import annotation_files, collection_files
from postil.site.export_paths import VOCABULARY
from postil.site.whole import Whole

# The terms of the Recommendation that we write, from its vocabulary
# (https://www.w3.org/TR/annotation-vocab/); every other one is unknown, and would be dropped.
TERMS_OF_W3C = json.loads(Path(__file__).with_name("anno_context.json").read_bytes())


def load(address: str, options: object) -> dict[str, Any]:
    """The Recommendation's context, from here; nothing else is asked for."""
    del options
    assert address == ANNO
    return {"contextUrl": None, "documentUrl": address, "document": TERMS_OF_W3C}


def expanded(document: dict[str, Any]) -> Any:
    return jsonld.expand(document, {"documentLoader": load})


def documents(whole: Whole) -> Iterator[dict[str, Any]]:
    for file in (*collection_files(whole), *annotation_files(whole, whole.explained)):
        if file.path != VOCABULARY:
            yield json.loads(file.content)


def keys(value: Any) -> Iterator[str]:
    """Every key within a value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def check(document: dict[str, Any]) -> None:
    """Nothing is lost on the way to what the terms stand for, and back."""
    back = jsonld.compact(expanded(document), list(CONTEXT), {"documentLoader": load})
    assert plain(back) == plain(document)


def plain(value: Any) -> Any:
    """A document in one form: a list of one is that one, and an empty one is none."""
    if isinstance(value, dict):
        found = {key: plain(inner) for key, inner in value.items() if key != "@context"}
        return {key: inner for key, inner in found.items() if inner != []}
    if isinstance(value, list):
        return plain(value[0]) if len(value) == 1 else [plain(one) for one in value]
    return value


def test_nothing_of_the_real_site_is_lost(real_site: Whole) -> None:
    for document in documents(real_site):
        check(document)


@given(data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_of_any_site_is_lost(
    data: st.DataObject, whole_sites: st.SearchStrategy[Whole]
) -> None:
    for document in documents(data.draw(whole_sites)):
        check(document)


def test_who_knows_only_the_recommendation_reads_a_whole_annotation(real_site: Whole) -> None:
    for document in documents(real_site):
        if document["type"] == "Annotation":
            (found,) = expanded(document)
            standard = {key for key in found if not key.startswith(NAMESPACE)}
            assert {
                "@id",
                "@type",
                *(f"http://www.w3.org/ns/oa#{name}" for name in ("hasBody", "hasTarget")),
            } <= standard


def test_our_own_terms_are_all_explained(real_site: Whole) -> None:
    used = {
        key.removeprefix("postil:")
        for document in documents(real_site)
        for key in keys({**document, "@context": []})
        if key.startswith("postil:")
    }
    assert used
    assert used <= TERMS.keys()
    described = {one["label"] for one in vocabulary()["@graph"]}
    assert described == {f"postil:{name}" for name in TERMS}
    assert len(jsonld.expand(vocabulary())) == len(TERMS)


@pytest.mark.parametrize("name", TERMS)
def test_a_term_is_named_the_same_on_every_site(name: str) -> None:
    (found,) = expanded({"@context": list(CONTEXT), f"postil:{name}": "x"})
    assert list(found) == [NAMESPACE + name]
