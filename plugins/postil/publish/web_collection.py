"""Annotations together: a page of them for each text, and the collection of a site.

https://www.w3.org/TR/annotation-model/#collections
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class PageOfText:
    """The IRI of a page, what it is called, and how many annotations it has."""

    iri: str
    label: str
    count: int


def collection(iri: str, label: str, pages: Sequence[PageOfText]) -> dict[str, Any]:
    """The collection of all annotations of a site, which its pages hold, without `@context`."""
    made: dict[str, Any] = {
        "id": iri,
        "type": "AnnotationCollection",
        "label": label,
        "total": sum(page.count for page in pages),
    }
    if pages:
        made |= {"first": pages[0].iri, "last": pages[-1].iri}
    return made


def annotation_page(
    number: int, pages: Sequence[PageOfText], whole: dict[str, Any]
) -> dict[str, Any]:
    """Page `number` (from 0) of the collection `whole`, without `@context` and its `items`."""
    page = pages[number]
    made: dict[str, Any] = {
        "id": page.iri,
        "type": "AnnotationPage",
        "label": page.label,
        "partOf": {key: whole[key] for key in ("id", "type", "label", "total")},
        "startIndex": sum(one.count for one in pages[:number]),
    }
    if number > 0:
        made["prev"] = pages[number - 1].iri
    if number + 1 < len(pages):
        made["next"] = pages[number + 1].iri
    return made
