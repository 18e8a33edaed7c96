"""What two versions of some words have in common."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.site.difference import Stretch, difference

SHOWN = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]"}


def shown(before: str, after: str) -> str:
    return "".join(SHOWN[one.fate].format(one.words) for one in difference(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", ""),
        ("A b.", "A b.", "A b."),
        ("", "A b.", "[+A b.+]"),
        ("A b.", "", "[-A b.-]"),
        # What replaces words comes behind them, apart from them.
        ("It took 9 years.", "It took 8 years.", "It took [-9 -][+8 +]years."),
        ("It took nine", "It took eight", "It took [-nine -][+eight+]"),
        ("A b d.", "A b c d.", "A b [+c +]d."),
        # White space does not count.
        ("A  b\n\nc.", "A b c.", "A b c."),
        # Words that two sentences share by chance do not keep them apart.
        (
            "Nobody ever saw the moon landing themselves.",
            "Millions watched, on television, the broadcast together.",
            "[-Nobody ever saw the moon landing themselves. -]"
            "[+Millions watched, on television, the broadcast together.+]",
        ),
        # Han and kana have no spaces between words.
        ("月は近い。", "月は遠い。", "月は[-近-][+遠+]い。"),
        ("চাঁদ দূরে।", "চাঁদ কাছে।", "চাঁদ [-দূরে। -][+কাছে।+]"),
    ],
)
def test_a_difference(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


WORDS = st.lists(st.sampled_from(["a", "b", "the", "moon.", "月", "चाँद", "–"]), max_size=30)


@given(WORDS, WORDS)
def test_both_versions_can_be_read_from_it(before: list[str], after: list[str]) -> None:
    old, new = " ".join(before), " ".join(after)
    found = difference(old, new)
    assert _read(found, "removed") == old.split()
    assert _read(found, "added") == new.split()
    # Nothing that is the same stands beside more of it, and what was removed comes first.
    for one, two in pairwise(found):
        assert one.fate != two.fate
        assert (one.fate, two.fate) != ("added", "removed")


def _read(found: tuple[Stretch, ...], fate: str) -> list[str]:
    words = [one.words for one in found if one.fate in {"same", fate}]
    return "".join(words).split()
