"""ClaimReview: only where a verdict rates, and nothing that was not shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from postil.model.annotation import Annotation, Revision
from postil.model.contributor import Contributor
from postil.model.place import Place
from postil.model.settings import Settings
from postil.model.text import Provenance
from postil.publish.claim_review import claim_review
from postil.publish.script import json_ld

PLACE = Place("annotations/a.yml", 1, 1)
NOTE = Annotation(
    "only-citizens", "a", "correction", "Only citizens vote", "Body.", (), PLACE, PLACE
)
EDITORS = Contributor("editors", "The editors of this site", PLACE, "organization")
ADDRESS = "https://site.example/explainers/a/notes/only-citizens/"


def review(verdict: str, provenance: Provenance | None = None, **changes: object) -> object:
    note = replace(NOTE, verdict=verdict, **changes)  # type: ignore[arg-type]  # fields by name
    return claim_review(
        note, "The claim.", provenance or Provenance(), (EDITORS,), ADDRESS, Settings()
    )


@pytest.mark.parametrize("verdict", ["", "opinion", "unverified"])
def test_what_rates_nothing_is_no_review(verdict: str) -> None:
    assert review(verdict) is None


def test_a_rating_is_a_review_and_leads_with_the_finding() -> None:
    assert review("contradicted", created="2026-11-22") == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": ADDRESS,
        "claimReviewed": "The claim.",
        "name": "Only citizens vote",
        # The origin showed no author, date or address, so the claim has none.
        "itemReviewed": {"@type": "Claim"},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": "Contradicted",
        },
        "datePublished": "2026-11-22",
        "author": {"@type": "Organization", "name": "The editors of this site"},
    }


def test_the_origin_of_a_claim_is_named_where_it_is_known() -> None:
    origin = Provenance(
        publisher="A paper", published="2025-10-27", url="https://paper.example/article"
    )
    found = review("supported", origin)
    assert isinstance(found, dict)
    assert found["itemReviewed"] == {
        "@type": "Claim",
        "author": {"@type": "Organization", "name": "A paper"},
        "datePublished": "2025-10-27",
        "appearance": {"@type": "CreativeWork", "url": "https://paper.example/article"},
    }


def test_a_primary_source_is_not_reviewed() -> None:
    """Notes rest on it, and who wrote it made no claim that is under examination."""
    assert review("supported", Provenance(author="A writer", relation="examined")) is not None
    assert review("supported", Provenance(author="A writer", relation="primary")) is None


def test_a_revised_note_says_when() -> None:
    revisions = tuple(
        Revision(date, "correction", "A figure.", PLACE) for date in ("2026-12-01", "2026-12-24")
    )
    found = review("supported", revisions=revisions)
    assert isinstance(found, dict)
    assert found["dateModified"] == "2026-12-24"


def test_nothing_in_the_data_ends_the_script() -> None:
    written = json_ld({"a": "</script><script>alert(1)</script><!-- &\u2028"})
    inside = written.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set(inside) & set("<>&\u2028")
