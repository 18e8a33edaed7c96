"""The assertions find what they are there to find, before we trust their silence."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

MUSTS = "annotations/annotationMusts.test"
Failures = Callable[[dict[str, Any], str], list[str]]
Samples = Callable[[str], Iterator[tuple[str, bytes]]]


def test_all_assertions_are_there(assertions: Callable[[str], int]) -> None:
    assert assertions(MUSTS) == 54
    assert assertions("collections/collectionMusts.test") == 10
    assert assertions("collections/pages/pageMusts.test") == 15


def test_correct_samples_pass(samples: Samples, failures: Failures) -> None:
    found = {name: failures(json.loads(document), MUSTS) for name, document in samples("correct")}
    assert len(found) == 41
    # Several targets as one (Composite, List, Independents) were taken out of the Recommendation
    # after these samples were written, and the assertions know them no more.
    late = ["annotations/3.2-targetObjectsRecognized.json"]
    assert {name: broken for name, broken in found.items() if broken} == dict.fromkeys(
        ("anno11.json", "anno12.json", "anno13.json"), late
    )


def test_incorrect_samples_fail(samples: Samples, failures: Failures) -> None:
    good, no_json = [], 0
    for name, document in samples("incorrect"):
        try:
            if not failures(json.loads(document), MUSTS):
                good.append(name)
        except json.JSONDecodeError:
            no_json += 1
    assert good == []
    assert no_json == 17


@pytest.mark.parametrize(
    ("change", "assertion"),
    [
        ({"id": "no iri"}, "annotations/3.1-annotationIdValidated.json"),
        ({"created": "2026-11-22"}, "annotations/3.3.1-annotationCreatedValidated.json"),
        ({"@context": "https://example.org/"}, "annotations/3.1-annotationContextValidated.json"),
    ],
)
def test_a_single_fault_is_named(
    failures: Failures, change: dict[str, Any], assertion: str
) -> None:
    good = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://example.org/one",
        "type": "Annotation",
        "target": "https://example.org/page",
    }
    assert failures(good, MUSTS) == []
    assert failures({**good, **change}, MUSTS) == [assertion]
