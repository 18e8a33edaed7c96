"""No regular expression of the package takes time that grows faster than what it reads."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from ..trying import Tried
from .patterns import attacks, growth, patterns, ways

FASTEST = 1.6
"""The power of the length that still counts as linear: a square is 2, and no measure is exact."""

BOUNDED = {
    "postil.publish.schema_values": "reads what the package itself says of its fields",
    "postil.mkdocs.material": "looks at the theme’s own parts of a page, which nobody else writes",
}
"""Modules whose patterns are slow on strings that they never meet, and why they do not."""

OF_MODULES: defaultdict[str, list[tuple[str, int, str]]] = defaultdict(list)
for written, module in patterns().items():
    OF_MODULES[module].append(written)


def slow(pattern: str, flags: int = 0, function: str = "compile") -> Iterator[str]:
    """The strings on which a pattern is slow."""
    compiled = re.compile(pattern, flags)
    for start, atom, end in attacks(pattern, flags):
        for use in ways(compiled, function):
            tries.append(pattern)
            if growth(use, start, atom, end, FASTEST) > FASTEST:
                yield f"{pattern!r} on {start!r}, {atom!r} again and again, {end!r}"


def first(found: Iterator[str]) -> str:
    return next(found, "")


tries: list[str] = []
"""Each time that a pattern was tried."""


@pytest.mark.trust
def test_slow_patterns_are_found(tried: Tried) -> None:
    assert first(slow("a*b"))
    assert first(slow(r"(?:a|a)*b"))
    assert first(slow(r"(?:a|aa)*b"))
    assert first(slow(r"a*a*a*b"))
    assert first(slow(r"\s+$"))
    assert not first(slow(r"(?<!\s)\s+$"))
    assert not first(slow(r"\s+$", function="fullmatch"))
    assert len(patterns()) > 200
    tried("Regular expressions that are known to be slow, which are found", 5)


@pytest.mark.trust
@pytest.mark.parametrize("module", sorted(OF_MODULES))
def test_every_pattern_is_linear(module: str, tried: Tried) -> None:
    tries.clear()
    found = [first(slow(*pattern)) for pattern in OF_MODULES[module]]
    assert any(found) is (module in BOUNDED), "\n".join(filter(None, found))
    tried(
        "Regular expressions of the package, whose time grows as what they read does",
        len(found),
    )
    tried("Strings that make a regular expression work hard, of up to 8,000 characters", len(tries))
