"""Golden alignments: where a passage begins and ends in a text that was edited, and how it fits.

`golden/alignments.jsonl` has one a line: prefix, exact and suffix of a quote, the text, what stands
there for the quote, and the shares that `fit` gives it with the alignment and without. A change of
the policy changes some: set POSTIL_UPDATE_GOLDEN=1, read the difference, and measure
(`make bench-anchoring`).
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from postil.anchor.edges import edges
from postil.anchor.fit import Fit, fit
from postil.anchor.normal import folded, normal
from postil.anchor.pattern import patterns
from postil.anchor.runs import chain, common_runs
from postil.model.target import TextQuote

FILE = Path(__file__).parent / "golden" / "alignments.jsonl"


def aligned(case: dict[str, Any]) -> dict[str, Any]:
    """What stands in the text for the quote, and its weights."""
    _, pattern = patterns(TextQuote(case["exact"], case["prefix"], case["suffix"]))
    assert pattern is not None
    text = folded(normal(case["text"])).text
    path = chain(common_runs(pattern.text, text, 0, len(text), pattern.gram))
    place = edges(pattern, text, path)
    if place is None:
        return {"found": None}
    fits = [fit(pattern, text, *place, path), fit(pattern, text, *place)]
    return {"found": text[slice(*place)], "fits": [_numbers(one) for one in fits]}


def _numbers(one: Fit) -> list[float]:
    shares = (one.quote, one.prefix, one.suffix, one.cost)
    return [*(round(share, 4) for share in shares), one.gentle, one.framed]


def test_every_alignment_is_as_before() -> None:
    cases = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    found = [{**case, **aligned(case)} for case in cases]
    if os.environ.get("POSTIL_UPDATE_GOLDEN"):
        lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in found)
        FILE.write_text("".join(lines), encoding="utf-8")
    for before, after in zip(cases, found, strict=True):
        assert after == before
