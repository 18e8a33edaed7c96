"""A target of a text that changed names its passage again, as it did."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.anchor import Section, prepare, resolve
from postil.model.anchor import Status
from postil.model.place import Place
from postil.model.target import Target, TextQuote
from postil.site.renewed import renewed

HERE = Place("")
LONG = "The council of the town met on Monday and voted against the motion on the bridge."
NOW = LONG.replace("Monday", "a Tuesday")


def target(exact: str, prefix: str = "", suffix: str = "", **rest: object) -> Target:
    return Target(HERE, TextQuote(exact, prefix, suffix), **rest)  # type: ignore[arg-type]  # a table


# The text now, the target, and what becomes of it.
CASES = {
    "words": (f"Before. {NOW} After.", target(LONG), target(NOW)),
    "context-stays": (
        f"Before it. {NOW} After it.",
        target(LONG, "Before  it. ", ""),
        target(NOW, "Before  it. ", ""),
    ),
    "context-is-renewed": (
        f"Then came this. {NOW} And that.",
        target(LONG, "Before. ", " After."),
        target(NOW, "came this. ", " And that"),
    ),
    "context-is-added": (
        f"One. {NOW} Two. {NOW} Three.",
        target(LONG, "", " Three."),
        target(NOW, "", " Three."),
    ),
    "within": (
        f"He said: {NOW} So he did.",
        target(
            "council of the town met on Monday and voted against the motion", within=target(LONG)
        ),
        target(
            "council of the town met on a Tuesday and voted against the motion", within=target(NOW)
        ),
    ),
    "only-around": (
        f"He said: {NOW} So he did.",
        target("the bridge", within=target(LONG)),
        target("the bridge", within=target(NOW)),
    ),
    # Nothing is written where nothing is certain.
    "exact": (f"Before. {LONG}", target(LONG), None),
    "lost": ("Nothing of it.", target(LONG), None),
    "ambiguous": (f"{NOW} {NOW}", target(LONG), None),
}


@pytest.mark.parametrize("name", CASES)
def test_targets(name: str) -> None:
    text, before, after = CASES[name]
    assert renewed(prepare(text), before) == after


def test_a_section_stays() -> None:
    text = f"One\n{LONG}\nTwo\n{NOW}\n"
    two = text.index("Two")
    sections = [
        Section("one", "One", 0, two, 0, 3),
        Section("two", "Two", two, len(text), two, two + 3),
    ]
    found = renewed(prepare(text), target(LONG, section="two"), sections)
    assert found == target(NOW, section="two")


WORD = st.sampled_from(["the", "a", "town", "met", "on", "of", "and", "voted", ",", ".", "7", "中"])
WORDS = st.lists(WORD, min_size=1)


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS, WORDS, st.integers(0, 40), st.text("xyz ", max_size=6))
def test_what_is_written_stands_where_the_anchor_does(
    before: list[str], quote: list[str], after: list[str], at: int, put: str
) -> None:
    exact = " ".join(quote)
    changed = exact[:at] + put + exact[at:]
    text = " ".join([*before, changed, *after])
    old = target(exact, " ".join(before[-4:]) + " ", " " + " ".join(after[:4]))
    prepared = prepare(text)
    anchor = resolve(prepared, old)
    new = renewed(prepared, old)
    if anchor.status is not Status.CHANGED:
        assert new is None
    elif new is not None:
        found = resolve(prepared, new)
        assert found.status is Status.EXACT
        assert (found.start, found.end) == (anchor.start, anchor.end)
