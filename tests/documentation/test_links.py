"""The pages of the repository itself lead somewhere; the strict build holds those of the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / ".github").rglob("*.md"))]
LINK = re.compile(r'\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"')


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    words = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    links = [link for found in LINK.findall(words) for link in found if link]
    inside = [link.partition("#")[0] for link in links if not re.match(r"https?:|#|mailto:", link)]
    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_every_how_to_is_in_the_list() -> None:
    folder = ROOT / "docs" / "how-to"
    listed = set(
        re.findall(r"\]\(([\w-]+\.md)\)", (folder / "index.md").read_text(encoding="utf-8"))
    )
    assert listed == {page.name for page in folder.glob("*.md")} - {"index.md"}


def test_every_line_of_the_threat_model_names_tests_that_exist() -> None:
    page = (ROOT / "docs" / "explanation" / "threats.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\| .*$", page.partition("## What they must never reach")[2], re.M)
    lines = [line for line in lines if not line.endswith("| held by |")]
    assert len(lines) > 30
    for line in lines:
        held_by = re.findall(r"`([\w/.-]+)`", line.rsplit("|", 2)[1])
        assert held_by, line
        assert [path for path in held_by if not (ROOT / path).exists()] == []
