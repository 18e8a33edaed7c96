"""The quote that names a passage: as short as it can be, and found again."""

from __future__ import annotations

import pytest

from postil.anchor import describe, find, prepare
from postil.model.anchor import Status
from postil.model.target import TextQuote


def test_a_passage_that_stands_once_needs_no_context() -> None:
    assert describe(prepare("one two three"), 4, 7) == TextQuote("two")


def test_context_grows_to_the_edges_of_words() -> None:
    text = "the old house and the new house"
    start = text.rindex("house")
    assert describe(prepare(text), start, start + 5) == TextQuote("house", "new ")
    assert describe(prepare(text), 8, 13) == TextQuote("house", "", " and")


def test_the_shorter_side_is_taken() -> None:
    text = "a very long common beginning X, and a very long common beginning X!"
    assert describe(prepare(text), 29, 30) == TextQuote("X", "", ", and")


def test_a_cluster_is_held_whole() -> None:
    assert describe(prepare("cafe\u0301 noir"), 0, 4) == TextQuote("cafe\u0301")


@pytest.mark.parametrize(("start", "end"), [(3, 3), (3, 4), (-1, 2), (0, 99), (2, 1)])
def test_what_is_no_passage_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=r"passage from"):
        describe(prepare("abc def"), start, end)


@pytest.mark.parametrize("text", ["aaaa", "abababab", "x\nx\nx", "the the the", "ああああ"])
def test_every_passage_of_a_repetitive_text_is_told_apart(text: str) -> None:
    prepared = prepare(text)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            if text[start:end].strip():
                anchor = find(prepared, describe(prepared, start, end))
                assert (anchor.status, anchor.start, anchor.end) == (Status.EXACT, start, end)
