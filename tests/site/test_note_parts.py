"""What a note has of its own in its page, packed and unpacked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from postil.site.note_parts import NoteParts, pack, unpack

PARTS = NoteParts(
    slug="speech",
    id="easy",
    title='Less < "more"',
    description="It was not.",
    content="<article><header><h1>Less</h1></header><p data-search-exclude>é</p></article>",
    head="<meta>",
)


def test_what_was_packed_is_unpacked() -> None:
    # A body may hold half of a character, which no encoding of Unicode has.
    notes = [PARTS, replace(PARTS, id="half", content="<h1>\ud83d</h1>")]
    packed = pack("speech", notes)
    assert packed.slug == "speech"
    assert list(unpack(packed)) == notes


def test_a_note_as_any_other_is_plain() -> None:
    assert PARTS.plain


@pytest.mark.parametrize(
    "other",
    [
        {"description": ""},
        {"content": "<p>No heading</p>"},
        {"content": '<h1>A</h1><p STYLE="x"></p>'},
        {"content": "<h1>A</h1><Script>"},
        {"content": "<h1>A</h1></HEAD>"},
        {"content": '<h1>A</h1> data-search-boost="2"'},
    ],
)
def test_what_a_host_could_look_at_is_odd(other: dict[str, str]) -> None:
    assert not replace(PARTS, **other).plain
