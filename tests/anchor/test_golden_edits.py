"""Golden edits: quotes that no longer stand word for word, and how every place was weighed.

`golden/edits.jsonl` has one a line. A change of the policy changes some of them: set the variable
POSTIL_UPDATE_GOLDEN=1, read the difference, and measure (`make bench-anchoring`).
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from postil.anchor import prepare

from .golden_texts import TEXTS, outcome

FILE = Path(__file__).parent / "golden" / "edits.jsonl"
CASES = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


CHUNKS = [CASES[at : at + 10] for at in range(0, len(CASES), 10)]


@pytest.mark.parametrize("number", range(len(CHUNKS)))
def test_every_edit_is_weighed_as_before(number: int) -> None:
    found = [{**case, **outcome(case)} for case in CHUNKS[number]]
    if os.environ.get("POSTIL_UPDATE_GOLDEN"):
        CASES[10 * number : 10 * number + 10] = found
        lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in CASES)
        FILE.write_text("".join(lines), encoding="utf-8")
    for before, after in zip(CHUNKS[number], found, strict=True):
        assert after == before


def test_indexes_change_nothing(request: pytest.FixtureRequest) -> None:
    found = [outcome(case) for case in CASES[::9]]
    request.getfixturevalue("indexed_at_once")
    prepared = {name: prepare(text) for name, text in TEXTS.items()}
    assert [outcome(case, prepared) for case in CASES[::9]] == found
