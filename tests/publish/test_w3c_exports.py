"""Every Web Annotation file satisfies the working group's assertions, whatever people wrote."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postil.site.annotation_files import annotation_files, collection_files
from postil.site.export_paths import ANNOTATIONS, VOCABULARY
from postil.site.whole import Whole

SUITES = {
    "Annotation": "annotations/annotationMusts.test",
    "AnnotationPage": "collections/pages/pageMusts.test",
    "AnnotationCollection": "collections/collectionMusts.test",
}
Failures = Callable[[dict[str, Any], str], list[str]]
Documents = Mapping[str, dict[str, Any]]


def documents(whole: Whole) -> Documents:
    """The Web Annotation files of a site by their paths."""
    made = (*collection_files(whole), *annotation_files(whole, whole.explained))
    files = {file.path: json.loads(file.content) for file in made}
    del files[VOCABULARY]
    return files


def check(found: Documents, failures: Failures) -> None:
    for path, one in found.items():
        assert failures(one, SUITES[one["type"]]) == [], path
        for item in one.get("items", ()):
            # In a page stands what stands alone, which is checked by itself.
            assert {"@context": one["@context"], **item} == found[alone(found, item["id"])]
    check_collection(found)


def alone(found: Documents, iri: str) -> str:
    """The path of the file that holds an annotation alone."""
    (path,) = (path for path, one in found.items() if one["id"] == iri)
    return path


def check_collection(found: Documents) -> None:
    """The pages are a chain, and hold what the collection says that they do."""
    whole = found[ANNOTATIONS]
    pages = {one["id"]: one for one in found.values() if one["type"] == "AnnotationPage"}
    singles = {one["id"] for one in found.values() if one["type"] == "Annotation"}
    seen: list[str] = []
    at, before = whole.get("first"), None
    while at:
        page = pages.pop(at)
        assert page["startIndex"] == len(seen)
        assert page.get("prev") == before
        assert page["partOf"]["id"] == whole["id"]
        seen += [one["id"] for one in page["items"]]
        before, at = at, page.get("next")
    assert before == whole.get("last")
    assert not pages
    assert len(seen) == whole["total"] == len(set(seen))
    assert set(seen) == singles


def test_the_real_site(real_site: Whole, failures: Failures) -> None:
    found = documents(real_site)
    written = [one for notes in real_site.library.annotations.values() for one in notes]
    assert sum(one["type"] == "Annotation" for one in found.values()) == len(written) > 0
    check(found, failures)


@given(data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_site(
    data: st.DataObject, whole_sites: st.SearchStrategy[Whole], failures: Failures
) -> None:
    check(documents(data.draw(whole_sites)), failures)


@pytest.mark.parametrize("home", ["https://example.org/", ""])
def test_ids_are_the_addresses_of_files_or_stay_the_same(home: str, real_site: Whole) -> None:
    whole = replace(real_site, root=home)
    found = documents(whole)
    assert found == documents(whole)
    for path, one in found.items():
        assert one["id"] == f"{home}{path}" if home else one["id"].startswith("urn:uuid:")
    assert len({one["id"] for one in found.values()}) == len(found)
