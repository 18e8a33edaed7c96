"""Sources are added to those of the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from postil.model.settings import Settings
from postil.read.library import read_library

from .notes import FILES, valid

Import = Callable[..., Result]


# Sources are appended, and what stands in the file stays byte for byte.
@pytest.mark.parametrize(
    "before",
    [
        FILES["annotations/sources.yml"],
        "- id: law\n  type: book\n  DOI: 10.1234/law",
        "references:\n  # Ours.\n  - id: law\n    type: book\n    DOI: 10.1234/law\n",
        "# Nothing yet.\n",
        "- id: law\r\n  type: book\r\n  DOI: 10.1234/law\r\n",
        None,
    ],
)
def test_sources_are_appended(take: Import, site: Path, before: str | None) -> None:
    file = site / "annotations" / "sources.yml"
    if before is None:
        file.unlink()
    else:
        file.write_text(before, encoding="utf-8", newline="")
    item = {"id": "http://example.org/items/1", "type": "report", "title": "A: report"}
    result = take([item | {"issued": {"date-parts": [[2026, 5]]}, "author": [{"literal": "B"}]}])
    assert result.exit_code == 0, result.output
    written = file.read_bytes()
    assert written.startswith((before or "").encode())
    found = read_library(site, Settings()).sources
    assert found["b-2026-a-report"].item["issued"] == "2026-05"
    assert set(found) - {"law"} == {"b-2026-a-report"}
    valid(site)


def test_bibtex_is_imported_once(take: Import, site: Path) -> None:
    entry = "@book{on-votes, title = {On votes}, doi = {10.1234/votes}, year = 2020}\n"
    assert take(entry, name="a.bib").exit_code == 0
    assert take(entry, name="a.bib").stderr == "1 unchanged\n"
    # The same work under another key, and another work under the same key.
    assert "as “on-votes”" in take(entry.replace("{on-votes", "{b"), "--format", "json").stdout
    other = take(entry.replace("On votes", "Other"), name="a.bib")
    assert other.exit_code == 1
    assert "another source of this id" in other.stdout
    assert set(read_library(site, Settings()).sources) == {"law", "on-votes"}


# Forms of the list to which nothing can be appended for certain.
@pytest.mark.parametrize(
    "before",
    ["[{id: law, type: book}]\n", "id: law\ntype: book\n", "- id: [\n", "references: []\nx-y: 1\n"],
)
def test_a_list_that_cannot_be_appended_to_is_left_alone(
    take: Import, site: Path, before: str
) -> None:
    file = site / "annotations" / "sources.yml"
    file.write_text(before, encoding="utf-8")
    result = take([{"id": "a", "type": "book"}])
    assert result.exit_code == 1
    assert "nothing was written" in result.stdout
    assert file.read_text(encoding="utf-8") == before
