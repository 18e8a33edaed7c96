"""Web Annotations: JSON-LD of the W3C model."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.foreign import is_sound, read
from fuzz.inputs import files

LONGEST = 800
WORDS = (
    *('"@context": "http://www.w3.org/ns/anno.jsonld"', '"id": "', '"type": "Annotation"'),
    *(
        '"motivation": "',
        '"body": {',
        '"type": "TextualBody"',
        '"value": "',
        '"format": "text/html"',
    ),
    *('"format": "text/markdown"', '"purpose": "tagging"', '"target": {', '"source": "https://'),
    *('"selector": {', '"type": "TextQuoteSelector"', '"exact": "', '"prefix": "', '"suffix": "'),
    *('"type": "RangeSelector"', '"startSelector": {', '"endSelector": {', '"refinedBy": {'),
    *('"type": "FragmentSelector"', '"type": "TextPositionSelector"', '"start": ', '"end": '),
    *('"creator": {', '"name": "', '"created": "2026-11-22T10:00:00Z"', '"items": [', '"first": {'),
    *('"type": "Choice"', '"type": "AnnotationCollection"', '"rights": "', '"@graph": [', "<p>"),
    *("null", "true", "-1", "1e999", "\\ud800", "[", "]", "{", "}", ",", ":", '"', "postil:"),
)
JSON_WORDS = (
    *("@context", "http://www.w3.org/ns/anno.jsonld", "id", "type", "Annotation", "motivation"),
    *(
        "body",
        "bodyValue",
        "TextualBody",
        "SpecificResource",
        "Choice",
        "Composite",
        "List",
        "items",
    ),
    *(
        "value",
        "format",
        "text/html",
        "text/markdown",
        "text/plain",
        "language",
        "purpose",
        "tagging",
    ),
    *("target", "source", "selector", "refinedBy", "TextQuoteSelector", "TextPositionSelector"),
    *(
        "RangeSelector",
        "FragmentSelector",
        "XPathSelector",
        "startSelector",
        "endSelector",
        "exact",
    ),
    *("prefix", "suffix", "start", "end", "conformsTo", "creator", "generator", "name", "nickname"),
    *(
        "created",
        "modified",
        "2026-11-22T10:00:00Z",
        "rights",
        "audience",
        "canonical",
        "via",
        "first",
    ),
    *(
        "AnnotationCollection",
        "AnnotationPage",
        "total",
        "partOf",
        "next",
        "scope",
        "state",
        "@graph",
    ),
    *(
        "correcting",
        "postil:kind",
        "postil:verdict",
        "postil:citations",
        "postil:revisions",
        "@type",
    ),
)
"""Names and values that JSON is changed with."""


def seeds() -> Iterator[bytes]:
    """The examples of the working group."""
    yield from files("tests/data/w3c-web-annotation/annotations/**/*.json*")


def check(data: bytes) -> None:
    """What is no such file is refused with a reason; each note is sound."""
    foreign = read(data, "web-annotation")
    if foreign is not None:
        is_sound(foreign)
