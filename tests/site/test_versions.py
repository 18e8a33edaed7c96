"""What a note said at each time, told from its body and from what its revisions keep."""

from __future__ import annotations

import pytest

from postil.model.annotation import Annotation, Revision
from postil.model.place import Place
from postil.site.sentences import opening
from postil.site.versions import Step, versions

PLACE = Place("annotations/text.yml")
BODY = (
    "The law of the land was voted on in March. The vote was *6 to 1*, with the whole court "
    "there. It has been the law ever since."
)
PLAIN = BODY.replace("*", "")


def told(*before: str, body: str = BODY) -> tuple[str, tuple[Step, ...]]:
    revisions = tuple(
        Revision(f"2026-01-{day:02}", "update", "A change.", PLACE, words)
        for day, words in enumerate(before, start=1)
    )
    annotation = Annotation(
        "a", "text", "context", "A", body, (), PLACE, PLACE, revisions=revisions
    )
    return versions(annotation)


def test_a_note_without_revisions_says_what_it_always_said() -> None:
    assert told() == (PLAIN, ())


@pytest.mark.parametrize(
    ("before", "step", "first"),
    [
        # A sentence is set beside the one that it became, and the others stay.
        (
            "The vote was 5 to 2, with the whole court there.",
            Step(
                "… The vote was 5 to 2, with the whole court there. …",
                "… The vote was 6 to 1, with the whole court there. …",
            ),
            PLAIN.replace("6 to 1", "5 to 2"),
        ),
        # So are some words of one, with the sentence around them.
        (
            "The vote was 5 to 2, with the whole court",
            Step(
                "… The vote was 5 to 2, with the whole court there. …",
                "… The vote was 6 to 1, with the whole court there. …",
            ),
            PLAIN.replace("6 to 1", "5 to 2"),
        ),
        # The whole of what was said: it begins and ends where the note does.
        (
            "The law of the land was voted on in March. It has been the law since then.",
            Step(
                "The law of the land was voted on in March. It has been the law since then.", PLAIN
            ),
            "The law of the land was voted on in March. It has been the law since then.",
        ),
        # Sentences that are still there: what is new stands around them.
        (
            "The law of the land was voted on in March.",
            Step("The law of the land was voted on in March.", PLAIN),
            "The law of the land was voted on in March.",
        ),
        # Marks of Markdown do not count.
        (
            "The *law* of the land was voted on in May.",
            Step(
                "The law of the land was voted on in May. …",
                "The law of the land was voted on in March. …",
            ),
            PLAIN.replace("in March", "in May"),
        ),
        # Words that came out altogether have no place now, and none is guessed.
        ("Nobody was asked about it at all.", Step("Nobody was asked about it at all.", ""), ""),
        ("7 to 0", Step("7 to 0", ""), ""),
        # Words that are still there are not what changed.
        ("the law", Step("the law", ""), ""),
        # Nothing is on record.
        ("", Step("", PLAIN), ""),
    ],
)
def test_a_revision(before: str, step: Step, first: str) -> None:
    assert told(before) == (first, (step,))


def test_each_revision_is_told_from_the_next() -> None:
    first, steps = told(
        "The vote was 4 to 3, with the whole court there.",
        "The law of the land was voted on in May.",
    )
    assert steps[0].after == "… The vote was 6 to 1, with the whole court there. …"
    assert first == PLAIN.replace("6 to 1", "4 to 3").replace("in March", "in May")


def test_what_stands_before_a_gap_is_unknown() -> None:
    first, steps = told("The vote was 5 to 2, with the whole court there.", "")
    assert first == ""
    assert steps == (
        Step("The vote was 5 to 2, with the whole court there.", ""),
        Step("", PLAIN),
    )


def test_sentences_that_are_alike_are_not_told_apart() -> None:
    body = "The vote was 6 to 1 in May. The vote was 6 to 1 in June."
    _, (step,) = told("The vote was 6 to 1 in April.", body=body)
    assert step.after == ""


def test_many_revisions_of_a_long_note_take_no_time() -> None:
    body = " ".join(f"Sentence {n} says one thing and another of the matter." for n in range(300))
    _, steps = told(*["Sentence x says nothing of the matter."] * 400, body=body)
    assert len(steps) == 400


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Short.", "Short."),
        (
            "In the U.S. the court has said so in several cases. More.",
            "In the U.S. the court has said so in several cases.",
        ),
        (
            "This first sentence is long enough to stand on its own feet. More.",
            "This first sentence is long enough to stand on its own feet.",
        ),
        (
            "One line\nand another that goes on until something is said.",
            "One line and another that goes on until something is said.",
        ),
    ],
)
def test_how_a_note_begins(text: str, expected: str) -> None:
    assert opening(text) == expected
