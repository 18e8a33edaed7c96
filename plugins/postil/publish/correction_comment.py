"""The corrections of a published note, as schema.org's CorrectionComment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postil.model.annotation import Annotation


def correction_comments(annotation: Annotation) -> list[dict[str, Any]]:
    """Each revision of kind correction, oldest first: what was corrected, and when.

    Clarifications and updates are none: nothing was wrong. https://schema.org/CorrectionComment
    """
    return [
        {
            "@type": "CorrectionComment",
            "text": revision.summary,
            "datePublished": revision.date,
        }
        for revision in annotation.revisions
        if revision.kind == "correction"
    ]


def corrected_work(
    annotation: Annotation, address: str, publisher: Mapping[str, Any] | None = None
) -> dict[str, Any] | None:
    """A note with corrections as a work of its own, for a page that carries no review; None for
    one without. `address` is that of the note's page, or empty; `publisher` that of the site."""
    corrections = correction_comments(annotation)
    if not corrections:
        return None
    work: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": annotation.title,
    }
    if address:
        work["url"] = address
    if annotation.created:
        work["datePublished"] = annotation.created
    work["dateModified"] = max(revision.date for revision in annotation.revisions)
    if publisher:
        work["publisher"] = dict(publisher)
    return work | {"correction": corrections}
