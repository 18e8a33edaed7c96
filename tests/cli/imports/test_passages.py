"""Where imported notes stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from .notes import files, quoted, row, selected, valid

Import = Callable[..., Result]


def test_a_reply_stands_at_the_passage_of_the_note_that_began(take: Import, site: Path) -> None:
    replies = [
        row(id="two", references=["one"], target=[{}], text="Yes."),
        row(id="three", references=["one", "two"], target=[{}], text="No."),
    ]
    take({"rows": [*replies, row()]})
    written = files(site)
    assert "target: voted in May" in written["letter/yes.yml"]
    assert "x-answers: one" in written["letter/yes.yml"]
    assert "target: voted in May" in written["letter/no.yml"]
    assert "draft: true" in written["letter/no.yml"]
    valid(site)


# Positions, ranges and sections are looked up in the words of the text.
@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ({"type": "TextPositionSelector", "start": 9, "end": 30}, "target: The town voted in May"),
        (
            {
                "type": "RangeSelector",
                "startSelector": quoted("counted"),
                "endSelector": quoted(", and nobody"),
            },
            "target: counted twice\n",
        ),
        ({"type": "FragmentSelector", "value": "result"}, "target:\n  section: result\n"),
        (
            {"type": "FragmentSelector", "value": "result", "refinedBy": quoted("close")},
            "target:\n  section: result\n  exact: close\n",
        ),
        (
            quoted("The town voted in May.", refinedBy=quoted("town")),
            "target:\n  exact: town\n  within:\n    exact: The town voted in May.\n",
        ),
        (
            quoted("The", prefix="Result\n\n", suffix=" result"),
            'target:\n  exact: The\n  prefix: "Result "\n  suffix: " result"\n',
        ),
    ],
)
def test_each_way_to_name_a_passage(
    take: Import, site: Path, selector: dict[str, Any], expected: str
) -> None:
    assert take(selected(selector)).exit_code == 0
    (written,) = files(site).values()
    assert expected in written
    valid(site)


def test_a_text_is_found_by_its_addresses_or_named(take: Import, site: Path) -> None:
    for number, address in enumerate(
        ("http://www.example.org/letter/#part", "https://archive.example.org/2026/letter")
    ):
        note = row(id=str(number), uri=address, target=[{"selector": [quoted("close")]}])
        assert "annotations/letter/" in take(note).stdout
    elsewhere = row(id="x", uri="https://example.org/other", target=[])
    refused = take(elsewhere)
    assert refused.exit_code == 1
    assert "no text of this site has this address" in refused.stdout
    named = take(elsewhere, "--text", "plain")
    assert named.exit_code == 0
    # A text without a heading: its first words.
    words = "One two three four five six seven eight nine ten eleven twelve"
    assert f"target: {words}\n" in files(site)["plain/it-was-june.yml"]
    valid(site)
