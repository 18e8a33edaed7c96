"""Corrections of a note are data for those who look for them."""

from __future__ import annotations

from postil.model.annotation import Annotation, Revision
from postil.model.place import Place
from postil.model.settings import Settings
from postil.model.text import Provenance
from postil.publish.claim_review import claim_review
from postil.publish.correction_comment import corrected_work, correction_comments

PLACE = Place("annotations/a.yml", 1, 1)
REVISIONS = (
    Revision("2026-11-24", "clarification", "Said more plainly.", PLACE),
    Revision("2026-11-25", "correction", "The vote was 6 to 1.", PLACE, "The vote was 5 to 2."),
    Revision("2026-12-01", "update", "A later ruling.", PLACE),
)
NOTE = Annotation(
    *("votes", "a", "correction", "The vote", "Body.", (), PLACE, PLACE),
    verdict="contradicted",
    created="2026-11-22",
    revisions=REVISIONS,
)
CORRECTION = {
    "@type": "CorrectionComment",
    "text": "The vote was 6 to 1.",
    "datePublished": "2026-11-25",
}


def test_only_corrections_are_corrections() -> None:
    assert correction_comments(NOTE) == [CORRECTION]


def test_a_review_carries_them() -> None:
    review = claim_review(NOTE, "The claim.", Provenance(), (), "", Settings())
    assert review is not None
    assert review["correction"] == [CORRECTION]


def test_so_does_a_note_that_reviews_nothing() -> None:
    address = "https://site.example/explainers/a/notes/votes/"
    assert corrected_work(NOTE, address) == {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": "The vote",
        "url": address,
        "datePublished": "2026-11-22",
        "dateModified": "2026-12-01",
        "correction": [CORRECTION],
    }
    unchanged = Annotation("votes", "a", "context", "The vote", "Body.", (), PLACE, PLACE)
    assert corrected_work(unchanged, address) is None
