"""Golden edits: quotes that no longer stand word for word, and how every place was weighed.

`golden/edits.jsonl` has one a line. A change of the policy changes some of them: set the variable
POSTIL_UPDATE_GOLDEN=1, read the difference, and measure (`make bench-anchoring`).
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from .golden_texts import TEXTS, outcome

FILE = Path(__file__).parent / "golden" / "edits.jsonl"
CASES = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("text", TEXTS)
def test_every_edit_is_weighed_as_before(text: str) -> None:
    cases = [case for case in CASES if case["text"] == text]
    assert cases
    found = [{**case, **outcome(case)} for case in cases]
    if os.environ.get("POSTIL_UPDATE_GOLDEN"):
        others = [case for case in CASES if case["text"] != text]
        CASES[:] = [*others, *found]
        FILE.write_text(
            "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in CASES), encoding="utf-8"
        )
    for before, after in zip(cases, found, strict=True):
        assert after == before
