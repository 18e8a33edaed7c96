"""A note with a rating, as schema.org's ClaimReview."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postil.model.annotation import Annotation
from postil.model.contributor import Contributor
from postil.model.settings import Settings
from postil.model.text import Provenance
from postil.publish.correction_comment import correction_comments

_BEST, _WORST = 5, 1


def claim_review(
    annotation: Annotation,
    claim: str,
    provenance: Provenance,
    contributors: tuple[Contributor, ...],
    address: str,
    settings: Settings,
    publisher: Mapping[str, Any] | None = None,
) -> dict[str, Any] | None:
    """The review of `claim`, or None where the verdict rates nothing (an opinion, for one), and
    for a primary source: it is what notes rest on, and its author is under no examination.

    `claim` are the words of the passage, `address` that of the note's own page: a page may carry
    one review only. `publisher` is that of the site, as `publisher_reference` has it.
    https://schema.org/ClaimReview
    """
    verdict = settings.verdict(annotation.verdict)
    if verdict is None or verdict.rating is None or provenance.relation == "primary":
        return None
    review: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": address,
        "claimReviewed": claim,
        "name": annotation.title,
        "itemReviewed": _claim(provenance),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": verdict.rating,
            "bestRating": _BEST,
            "worstRating": _WORST,
            # The word that readers see on the page.
            "alternateName": verdict.label,
        },
    }
    if annotation.created:
        review["datePublished"] = annotation.created
    if annotation.revisions:
        review["dateModified"] = max(revision.date for revision in annotation.revisions)
    if contributors:
        authors = [_agent(contributor) for contributor in contributors]
        review["author"] = authors[0] if len(authors) == 1 else authors
    if publisher:
        review["publisher"] = dict(publisher)
    if corrections := correction_comments(annotation):
        review["correction"] = corrections
    return review


def _claim(provenance: Provenance) -> dict[str, Any]:
    """Who said it, when and where; what the origin did not show is left out."""
    claim: dict[str, Any] = {"@type": "Claim"}
    if provenance.author:
        claim["author"] = {"@type": "Person", "name": provenance.author}
    elif provenance.publisher:
        claim["author"] = {"@type": "Organization", "name": provenance.publisher}
    if provenance.published:
        claim["datePublished"] = provenance.published
    if provenance.url:
        claim["appearance"] = {"@type": "CreativeWork", "url": provenance.url}
    return claim


def _agent(contributor: Contributor) -> dict[str, Any]:
    kind = "Organization" if contributor.kind == "organization" else "Person"
    agent = {"@type": kind, "name": contributor.name}
    if contributor.url:
        agent["url"] = contributor.url
    return agent
