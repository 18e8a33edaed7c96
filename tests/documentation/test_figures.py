"""The figures in the pages are those that were measured."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from postil.anchor import policy
from postil.render.languages import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
MEASURED = ROOT / "benchmarks" / "anchoring" / "README.md"
TELLING = [ROOT / "docs" / "explanation" / "anchoring.md", ROOT / "README.md"]


def rows(text: str) -> list[list[str]]:
    """The rows of the tables of a page, by their cells, without the marks of emphasis."""
    lines = re.findall(r"^\| (.+) \|$", text, re.MULTILINE)
    return [[cell.strip(" *") for cell in line.split(" | ")] for line in lines]


def measured() -> str:
    return MEASURED.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", TELLING, ids=lambda page: page.name)
def test_quality_is_told_as_it_was_measured(page: Path) -> None:
    known = rows(measured())
    names = {row[0] for row in known[1:6]}
    told = [row for row in rows(page.read_text(encoding="utf-8")) if row[0] in names]
    assert told
    for row in told:
        assert row in known


def test_the_cases_are_those_that_were_measured() -> None:
    page = TELLING[0].read_text(encoding="utf-8")
    (cases,) = re.findall(
        r"^([\d,]+ cases with known truth, \d+ texts in \d+ languages)", measured(), re.M
    )
    assert cases in page
    by_edit = measured().partition("Postil by edit:")[2].partition("Postil by language:")[0]
    assert f"{len(rows(by_edit)) - 2} kinds of edits" in page
    (cost,) = re.findall(
        r"^\| 1 MB \| 1,000, all changed \| Postil \| ([\d.]+) \|", measured(), re.M
    )
    assert f"takes {cost} ms" in page


def test_the_policy_is_told_as_it_is() -> None:
    page = TELLING[0].read_text(encoding="utf-8")
    assert f"{policy.WITHOUT_CONTEXT:.0%}".replace("%", " %") in page
    assert f"{policy.BETWEEN:.0%}".replace("%", " %") in page
    assert f"costs {policy.CONTEXT_WEIGHT} of a changed one" in page
    assert f"costs less than {policy.TIE:.0%}".replace("%", " %") in page
    assert policy.LOCI == 8
    assert "best eight" in page


def test_the_readme_counts_the_languages() -> None:
    assert f"| {len(LANGUAGES)} languages |" in TELLING[1].read_text(encoding="utf-8")
