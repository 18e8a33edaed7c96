"""From which share of the quote on a place is accepted, by what its context says."""

from __future__ import annotations

import pytest

from postil.anchor import policy
from postil.anchor.accept import accepted, context_support, supported, tied
from postil.anchor.fit import Fit
from postil.anchor.pattern import Pattern, patterns
from postil.model.target import TextQuote

SENTENCE = "The captain had been told to wait for the doctor, who never came"
BEFORE, AFTER = " A dog barked twice. Then, ", ". By noon the island was out of sight"
QUOTES = {
    "sentence": TextQuote(SENTENCE, BEFORE, AFTER),
    "sentence alone": TextQuote(SENTENCE),
    "sentence with a prefix": TextQuote(SENTENCE, BEFORE),
    "sentence with a short prefix": TextQuote(SENTENCE, "Then, "),
    "sentence with a suffix": TextQuote(SENTENCE, "", AFTER),
    "phrase": TextQuote("the cook counted plates", BEFORE, AFTER),
    "phrase alone": TextQuote("the cook counted plates"),
    "word": TextQuote("noon", BEFORE, AFTER),
    "word alone": TextQuote("noon"),
    "letters": TextQuote("a", "b ", " c"),
    "chinese": TextQuote("结果非常接近", "城里的人在五月投票。", "，差距只有三百票"),
    "chinese alone": TextQuote("结果非常接近差距只有三百票"),
    "korean": TextQuote("결과는 매우 비슷했고", "투표했다. ", " 차이는"),
}


def pattern(name: str) -> Pattern:
    _, found = patterns(QUOTES[name])
    assert found is not None
    return found


def place(of: Pattern, quote: float, prefix: float, suffix: float, **more: bool) -> Fit:
    long = more.pop("sprawls", False)
    end = 100 + len(of.quote) * (3 if long else 1)
    return Fit(100, end, quote, prefix, suffix, 5.0, **more)


def least(of: Pattern, prefix: float, suffix: float, *, scar: bool = False, **more: bool) -> float:
    """The least share, in hundredths, from which on a place is accepted; 1.01 for none."""
    shares = [share / 100 for share in range(102)]
    return next(
        share
        for share in shares
        if share > 1 or accepted(of, place(of, share, prefix, suffix, **more), scar=scar)
    )


# For no context at the place, half of it on each side, one side, and both.
SIDES = ((0.0, 0.0), (0.5, 0.5), (1.0, 0.0), (0.0, 1.0), (0.9, 0.9), (1.0, 1.0))
"""Prefix and suffix."""
MORE: tuple[dict[str, bool], ...] = (
    {},
    {"gentle": True},
    {"framed": True},
    {"scar": True},
    {"sprawls": True},
)
"""What else is said of the place, or of another one."""

LEAST: dict[str, list[list[float]]] = {
    "sentence": [
        [0.93, 0.87, 0.74, 0.67, 0.55, 0.33],
        [0.86, 0.79, 0.66, 0.59, 0.47, 0.25],
        [0.73, 0.67, 0.54, 0.47, 0.35, 0.13],
        [0.97, 0.97, 0.97, 0.97, 0.97, 0.33],
        [1.01, 1.01, 1.01, 1.01, 0.55, 0.33],
    ],
    "sentence alone": [
        [0.83, 0.83, 0.83, 0.83, 0.83, 0.83],
        [0.75, 0.75, 0.75, 0.75, 0.75, 0.75],
        [0.63, 0.63, 0.63, 0.63, 0.63, 0.63],
        [0.97, 0.97, 0.97, 0.97, 0.97, 0.97],
        [1.01, 1.01, 1.01, 1.01, 0.83, 0.83],
    ],
    "sentence with a prefix": [
        [0.93, 0.87, 0.43, 0.93, 0.55, 0.33],
        [0.86, 0.79, 0.34, 0.86, 0.47, 0.25],
        [0.73, 0.67, 0.23, 0.73, 0.35, 0.13],
        [0.97, 0.97, 0.43, 0.97, 0.97, 0.33],
        [1.01, 1.01, 1.01, 1.01, 0.55, 0.33],
    ],
    "sentence with a short prefix": [
        [0.85, 0.84, 0.75, 0.85, 0.77, 0.72],
        [0.77, 0.76, 0.67, 0.77, 0.69, 0.64],
        [0.65, 0.64, 0.55, 0.65, 0.57, 0.52],
        [0.97, 0.97, 0.75, 0.97, 0.97, 0.72],
        [1.01, 1.01, 1.01, 1.01, 0.77, 0.72],
    ],
    "sentence with a suffix": [
        [0.93, 0.87, 0.93, 0.43, 0.55, 0.33],
        [0.86, 0.79, 0.86, 0.34, 0.47, 0.25],
        [0.73, 0.67, 0.73, 0.23, 0.35, 0.13],
        [0.97, 0.97, 0.97, 0.43, 0.97, 0.33],
        [1.01, 1.01, 1.01, 1.01, 0.55, 0.33],
    ],
    "phrase": [
        [1.0, 0.87, 0.74, 0.67, 0.55, 0.33],
        [1.0, 0.79, 0.66, 0.59, 0.47, 0.25],
        [1.0, 0.67, 0.54, 0.47, 0.35, 0.13],
        [1.01, 1.01, 1.01, 1.01, 1.01, 0.33],
        [1.01, 1.01, 1.01, 1.01, 0.55, 0.33],
    ],
    "phrase alone": [
        [0.9, 0.9, 0.9, 0.9, 0.9, 0.9],
        [0.83, 0.83, 0.83, 0.83, 0.83, 0.83],
        [0.8, 0.8, 0.8, 0.8, 0.8, 0.8],
        [1.01, 1.01, 1.01, 1.01, 1.01, 1.01],
        [1.01, 1.01, 1.01, 1.01, 0.9, 0.9],
    ],
    "word": [
        [1.01, 1.0, 1.0, 0.83, 0.56, 0.33],
        [1.01, 1.0, 1.0, 0.75, 0.48, 0.25],
        [1.01, 1.0, 1.0, 0.63, 0.36, 0.13],
        [1.01, 1.01, 1.01, 1.01, 1.01, 0.33],
        [1.01, 1.01, 1.01, 1.01, 0.56, 0.33],
    ],
    "word alone": [
        [1.01, 1.01, 1.01, 1.01, 1.01, 1.01],
        [1.01, 1.01, 1.01, 1.01, 1.01, 1.01],
        [1.01, 1.01, 1.01, 1.01, 1.01, 1.01],
        [1.01, 1.01, 1.01, 1.01, 1.01, 1.01],
        [1.01, 1.01, 1.01, 1.01, 1.01, 1.01],
    ],
    "letters": [
        [1.01, 1.01, 1.01, 1.01, 1.01, 1.01],
        [1.01, 1.01, 1.01, 1.01, 1.01, 1.01],
        [1.01, 1.01, 1.01, 1.01, 1.01, 1.01],
        [1.01, 1.01, 1.01, 1.01, 1.01, 1.01],
        [1.01, 1.01, 1.01, 1.01, 1.01, 1.01],
    ],
    "chinese": [
        [1.01, 0.88, 0.86, 0.9, 0.65, 0.48],
        [1.01, 0.8, 0.78, 0.82, 0.57, 0.4],
        [1.01, 0.68, 0.66, 0.76, 0.45, 0.28],
        [1.01, 1.01, 1.01, 1.01, 1.01, 0.48],
        [1.01, 1.01, 1.01, 1.01, 0.65, 0.48],
    ],
    "chinese alone": [
        [0.87, 0.87, 0.87, 0.87, 0.87, 0.87],
        [0.79, 0.79, 0.79, 0.79, 0.79, 0.79],
        [0.67, 0.67, 0.67, 0.67, 0.67, 0.67],
        [0.97, 0.97, 0.97, 0.97, 0.97, 0.97],
        [1.01, 1.01, 1.01, 1.01, 0.87, 0.87],
    ],
    "korean": [
        [1.0, 1.0, 0.87, 1.0, 0.77, 0.68],
        [1.0, 1.0, 0.85, 1.0, 0.69, 0.6],
        [1.0, 1.0, 0.85, 1.0, 0.57, 0.48],
        [1.01, 1.01, 1.01, 1.01, 1.01, 0.68],
        [1.01, 1.01, 1.01, 1.01, 0.77, 0.68],
    ],
}
"""The least share that is accepted, a line for each of `MORE`, a column for each of `SIDES`."""

SUPPORT: dict[str, list[float]] = {
    "sentence": [0.0, 0.5, 0.7063, 0.7937, 0.9, 1.0, 0.0, 0.5, 0.7063, 0.7937, 0.9, 1.0],
    "sentence alone": [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    "sentence with a prefix": [0.0, 0.5, 1.0, 0.0, 0.9, 1.0, 0.0, 0.5, 1.0, 0.0, 0.9, 1.0],
    "sentence with a short prefix": [0.0, 0.5, 1.0, 0.0, 0.9, 1.0, 0.0, 0.5, 1.0, 0.0, 0.9, 1.0],
    "sentence with a suffix": [0.0, 0.5, 0.0, 1.0, 0.9, 1.0, 0.0, 0.5, 0.0, 1.0, 0.9, 1.0],
    "phrase": [0.0, 0.5, 0.7063, 0.7937, 0.9, 1.0, 0.0, 0.5, 0.7063, 0.7937, 0.9, 1.0],
    "phrase alone": [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    "word": [0.0, 0.5, 0.4127, 0.5873, 0.9, 1.0, 0.0, 0.5, 0.7063, 0.7937, 0.9, 1.0],
    "word alone": [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    "letters": [0.0, 0.5, 0.5, 0.5, 0.9, 1.0, 0.0, 0.5, 0.75, 0.75, 0.9, 1.0],
    "chinese": [0.0, 0.5, 0.5556, 0.4444, 0.9, 1.0, 0.0, 0.5, 0.7778, 0.7222, 0.9, 1.0],
    "chinese alone": [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    "korean": [0.0, 0.5, 0.6, 0.4, 0.9, 1.0, 0.0, 0.5, 0.8, 0.7, 0.9, 1.0],
}
"""How much the context supports a place where nine tenths of the quote stand, and all of it."""


@pytest.mark.parametrize("name", QUOTES)
def test_least_share_of_the_quote(name: str) -> None:
    of = pattern(name)
    assert [[least(of, *sides, **more) for sides in SIDES] for more in MORE] == LEAST[name]


@pytest.mark.parametrize("name", QUOTES)
def test_support_by_the_context(name: str) -> None:
    of = pattern(name)
    places = [place(of, quote, *sides) for quote in (0.9, 1.0) for sides in SIDES]
    assert [round(context_support(of, one), 4) for one in places] == SUPPORT[name]
    for one in places:
        beyond = (context_support(of, one) - policy.CHANCE) / (1 - policy.CHANCE)
        assert supported(of, one) == max(0.0, beyond)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [(0.0, 1.99, True), (0.0, 2.0, False), (10.0, 13.49, True), (10.0, 13.5, False)],
)
def test_places_that_cost_about_the_same(one: float, two: float, same: bool) -> None:
    first, second = Fit(0, 1, 1.0, 1.0, 1.0, one), Fit(2, 3, 1.0, 1.0, 1.0, two)
    assert tied(first, second) is tied(second, first) is same
