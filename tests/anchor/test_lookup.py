"""Where strings and seeds stand: the indexes say what reading the text would say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.anchor import lookup, policy
from postil.anchor import seeds as seeds_module
from postil.anchor.lookup import BLOCK, COMMON, READINGS, Lookup
from postil.anchor.occurrences import occurrences
from postil.anchor.seeds import SINGLY, Seeds

from .golden_texts import TEXTS


def indexed(text: str) -> Lookup:
    """A text that was asked so often that it is indexed."""
    made = Lookup(text)
    for _ in range(READINGS + 1):
        made.places("no", 0, len(text), 1)
    return made


@settings(deadline=None)
@given(
    st.text(st.sampled_from("ab"), min_size=1, max_size=90),
    st.tuples(*[st.integers(0, 90)] * 4),
    st.integers(1, 90),
)
def test_an_index_of_blocks_gives_what_reading_gives(
    text: str, cuts: tuple[int, int, int, int], most: int
) -> None:
    start, end, low, high = (min(cut, len(text)) for cut in cuts)
    for part in (text[start:end], text[start:end] + "a", "b" + text[start:end]):
        if part:
            found = indexed(text).places(part, low, high, most)
            assert found == occurrences(text, part, low, high, most)


def test_the_text_is_read_until_an_index_is_as_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    text, part = "one two three four five " * 3, "three four five"
    read: list[str] = []

    def reading(*asked: object) -> list[int]:
        read.append(str(asked[1]))
        return [8]

    monkeypatch.setattr(lookup, "occurrences", reading)
    made = Lookup(text)
    for _ in range(READINGS):
        assert made.places(part, 0, len(text), 1) == [8]
    assert len(read) == READINGS
    assert made.places(part, 0, len(text), 9) == [8, 32, 56]
    assert len(read) == READINGS
    # A string that is too short to hold a whole block is looked for by reading.
    assert made.places(part[: 2 * BLOCK - 2], 0, len(text), 9) == [8]
    assert len(read) == READINGS + 1
    # Half of the text counts half.
    made = Lookup(text)
    for _ in range(2 * READINGS):
        made.places(part, 0, len(text) // 2, 1)
    assert len(read) == 3 * READINGS + 1


def test_blocks_that_are_common_tell_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    # Each of its first blocks stands in more places than are compared, a later one in one.
    line = "the same words "
    text = line * COMMON + "of another line " + line * COMMON
    made = indexed(text)
    monkeypatch.setattr(lookup, "occurrences", lambda *_: [-1])
    assert made.places(line * 2, 0, len(text), 5) == [-1]
    start = len(line) * (COMMON - 1)
    assert made.places(text[start : start + 31], 0, len(text), 5) == [start]


def test_blocks_are_longer_in_a_long_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "BLOCKS", 10)
    text = TEXTS["story"][:120]
    made = indexed(text)
    assert [made.places(text[at : at + 23], 0, 120, 9) for at in range(97)] == [
        [at] for at in range(97)
    ]
    monkeypatch.setattr(lookup, "occurrences", lambda *_: [-1])
    assert made.places(text[5:27], 0, 120, 9) == [-1]
    assert made.places(text[5:28], 0, 120, 9) == [5]


def test_the_size_of_seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Smaller where more than a third is written without spaces, larger in a large text."""
    assert Seeds(TEXTS["chinese"]).size == policy.SEED_CJK
    monkeypatch.setattr(policy, "LARGE", 60)
    assert Seeds("ab中cd中e" * 3).size == policy.SEED
    assert Seeds("ab中" * 3).size == policy.SEED
    assert Seeds("ab中cd中" * 3).size == policy.SEED
    assert Seeds("ab中c中" * 3).size == policy.SEED_CJK
    assert Seeds("abcdef" * 10).size == policy.SEED
    assert Seeds("abcdef" * 10 + "a").size == policy.SEED + 2
    assert Seeds("ab中c中" * 20).size == policy.SEED_CJK + 1


def test_seeds_are_looked_for_until_an_index_is_as_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXTS["words"]
    asked: list[str] = []

    def reading(text: str, part: str, low: int, high: int, most: int) -> list[int]:
        asked.append(part)
        return occurrences(text, part, low, high, most)

    monkeypatch.setattr(seeds_module, "occurrences", reading)
    made, size = Seeds(text), policy.SEED
    patterns = [text[at : at + 50] for at in (100, 300, 100, 300, 500, 700, 900, 100)]
    for pattern in [*patterns, "nowhere at all", "no", ""]:
        found = made.shared(pattern, range(len(pattern) - size + 1))
        assert found == shared(pattern, text, size)
    # The fourth pattern that is new would be one too many.
    asked_first = [pattern[i : i + size] for pattern in patterns[:2] for i in range(46)]
    assert asked == [*asked_first, *(text[at : at + size] for at in range(500, 546))]


def shared(pattern: str, text: str, size: int) -> list[tuple[int, int | list[int]]]:
    """Each seed of the pattern that stands in the text, and where."""
    found = [
        (i, occurrences(text, pattern[i : i + size], 0, len(text), len(text)))
        for i in range(len(pattern) - size + 1)
    ]
    return [(i, at if len(at) > 1 else at[0]) for i, at in found if at]


def test_many_seeds_at_once_are_not_looked_for_singly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seeds_module, "occurrences", lambda *_: [-1])
    text, size = TEXTS["words"], policy.SEED
    for count, place in ((SINGLY, -1), (SINGLY + 1, 1)):
        found = Seeds(text).shared(text[: count + size - 1], range(count))
        assert found[1][1] == place


def test_a_long_text_is_indexed_more_thinly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy, "INDEXED", 20)
    text = "one two three four five six"
    seeds, whole = Seeds(text), Seeds(text[:20])
    assert (seeds.size, seeds.stride, whole.stride) == (policy.SEED, 2, 1)
    found = seeds.shared(text, range(23))
    assert found == [(at, at) for at in range(0, 23, 2)]
    found = whole.shared(text, range(23))
    assert found == [(at, at) for at in range(16)]
