"""No regular expression of the package takes time that grows faster than what it reads."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from .patterns import attacks, growth, patterns, ways

FASTEST = 1.6
"""The power of the length that still counts as linear: a square is 2, and no measure is exact."""

BOUNDED = {
    "postil.publish.schema_values": "reads what the package itself says of its fields",
    "postil.mkdocs.material": "looks at the theme’s own parts of a page, which nobody else writes",
    "postil.render.safe.attributes": "looks at the begin of an address alone",
    "postil.site.embeds.find": "reads the publisher’s own pages",
    "postil.read.originals.escape": "looks at the begin of a line alone",
}
"""Modules whose patterns are slow on strings that they never meet, and why they do not."""

OF_MODULES: defaultdict[str, list[tuple[str, int, str]]] = defaultdict(list)
for written, module in patterns().items():
    OF_MODULES[module].append(written)


def slow(pattern: str, flags: int = 0, function: str = "compile") -> list[str]:
    """The strings on which a pattern is slow."""
    compiled = re.compile(pattern, flags)
    return [
        f"{pattern!r} on {start!r}, {atom!r} again and again, {end!r}"
        for start, atom, end in attacks(pattern, flags)
        if any(growth(use, start, atom, end) > FASTEST for use in ways(compiled, function))
    ]


@pytest.mark.trust
def test_slow_patterns_are_found() -> None:
    assert slow("a*b")
    assert slow(r"(?:a|a)*b")
    assert slow(r"\s+$")
    assert not slow(r"(?<!\s)\s+$")
    assert not slow(r"\s+$", function="fullmatch")
    assert len(patterns()) > 200


@pytest.mark.trust
@pytest.mark.parametrize("module", sorted(OF_MODULES))
def test_every_pattern_is_linear(module: str) -> None:
    found = [one for pattern in OF_MODULES[module] for one in slow(*pattern)]
    assert bool(found) is (module in BOUNDED), "\n".join(found)
