"""The quote that a person would write, by a table for each thing that texts do; the script that
ships is held to the same tables in `tests/render/test_passage_script.py`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from postil.anchor import concise, find, prepare
from postil.model.anchor import Status
from postil.model.target import TextQuote

TABLES = sorted((Path(__file__).parents[1] / "data" / "passages").glob("*.json"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_the_quote_is_as_short_as_tells_the_passage(table: Path) -> None:
    cases = json.loads(table.read_bytes())["cases"]
    assert cases
    for case in cases:
        text, start, end = unmarked(case["text"])
        if case["target"] is None:
            with pytest.raises(ValueError, match="nothing can be seen"):
                concise(prepare(text), start, end)
            continue
        quote = concise(prepare(text), start, end)
        assert quote == TextQuote(**as_fields(case["target"])), case["text"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_the_quote_is_found_at_the_passage(table: Path) -> None:
    for case in json.loads(table.read_bytes())["cases"]:
        text, start, end = unmarked(case["text"])
        if case["target"] is None:
            continue
        exact = as_fields(case["target"])["exact"]
        anchor = find(prepare(text), TextQuote(**as_fields(case["target"])))
        assert anchor.status is Status.EXACT, case["text"]
        assert text[anchor.start : anchor.end].split() == exact.split(), case["text"]
        assert anchor.start < end, case["text"]
        assert anchor.end > start, case["text"]


def test_a_sign_of_numbers_belongs_to_the_number() -> None:
    assert concise(prepare("see \u06001 here"), 3, 6) == TextQuote("\u06001")


@pytest.mark.parametrize(
    ("text", "start", "end"), [("a  ", 1, 3), ("  a", 0, 2), ("a \u200b", 1, 3)]
)
def test_space_at_an_end_of_a_text_is_nothing_to_quote(text: str, start: int, end: int) -> None:
    with pytest.raises(ValueError, match="nothing can be seen"):
        concise(prepare(text), start, end)


def unmarked(text: str) -> tuple[str, int, int]:
    """A text of a table without the brackets around what is selected, and where they stood."""
    before, _, rest = text.partition("⟦")
    words, _, after = rest.partition("⟧")
    return before + words + after, len(before), len(before) + len(words)


def as_fields(target: str | dict[str, Any]) -> dict[str, str]:
    """A target of a table with its fields: words alone are the short form."""
    return {"exact": target} if isinstance(target, str) else target
