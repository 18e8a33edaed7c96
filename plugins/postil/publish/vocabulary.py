"""What Postil says beside the terms of the W3C Web Annotation vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

ANNO = "http://www.w3.org/ns/anno.jsonld"
"""The context of the Recommendation, https://www.w3.org/TR/annotation-vocab/#json-ld-context."""

NAMESPACE = "urn:uuid:8a2e7d64-1f5c-4a7b-9d38-3c5b0e6f9a21#"
"""Where Postil's own terms are named: the same on every site, so that exports of two sites can be
joined, and for ever, so it is no address of the web, which somebody would have to keep."""

TERMS: Mapping[str, str] = MappingProxyType(
    {
        "id": "The id of the annotation, as its file has it.",
        "text": "The slug of the text that the annotation is about.",
        "kind": "The kind of the annotation: context, source, correction or one of the site's own.",
        "revisions": "How the annotation changed since it was published, oldest first.",
        "date": "The day of a revision (ISO 8601).",
        "summary": "What a revision changed, in words.",
        "before": "What the annotation said before a revision.",
        "role": "What a body is: note, verdict, wanted (evidence that is wanted) or citation.",
        "verdict": "The id of the verdict.",
        "cites": "The id of the source that a citation is of.",
        "passage": "The slug of the text that a citation is of, # and the id of a note there.",
        "locator": "Where in the source.",
        "supports": "What a citation supports.",
        "quote": "The words that a citation quotes, where the source has no address.",
        "written": "The target as its author wrote it; the selector has the words as they stand.",
        "section": "The heading, by id or words, in whose section the passage is.",
        "within": "A wider target in which this one is looked for.",
        "anchor": "Where the passage was found: Unicode code points of the text, end exclusive.",
        "status": "How the passage was found: exact, changed, ambiguous or lost.",
        "score": "The similarity of a passage that is not exact, from 0 to 1.",
        "sha256": "The SHA-256 of the text, as its readers see it, when it was annotated.",
    }
)
"""The terms, and what each means."""

CONTEXT: tuple[Any, ...] = (
    ANNO,
    {
        "postil": NAMESPACE,
        # In the order in which they were written.
        "postil:revisions": {"@id": f"{NAMESPACE}revisions", "@container": "@list"},
    },
)
"""The `@context` of every export. Postil's own part stands in the document, so that nobody who
reads it needs to fetch more than the Recommendation's context; who knows only that ignores it."""


def vocabulary() -> dict[str, Any]:
    """The terms as a document of their own (RDF Schema)."""
    return {
        "@context": {
            "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            "label": "rdfs:label",
            "comment": "rdfs:comment",
        },
        "@graph": [
            {
                "@id": f"{NAMESPACE}{name}",
                "@type": "rdf:Property",
                "label": f"postil:{name}",
                "comment": meaning,
            }
            for name, meaning in TERMS.items()
        ],
    }
