"""How a source is named, and how its checking is told."""

from __future__ import annotations

from typing import Any

import pytest

from postil.model.annotation import Citation
from postil.model.place import Place
from postil.model.source import Source
from postil.render.citation import cite, format_authors
from postil.render.context import RenderContext
from postil.render.dates import iso_date, long_date
from postil.render.words import ENGLISH

PLACE = Place("annotations/sources.yml", 1, 1)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2026-11-22", "22 November 2026"),
        ("2026-11-02", "2 November 2026"),
        ("2025-11", "November 2025"),
        ("2025", "2025"),
        # What is no date stays as it is.
        ("spring 2025", "spring 2025"),
        ("2025-13-01", "2025-13-01"),
        ("", ""),
    ],
)
def test_long_date(date: str, words: str) -> None:
    assert long_date(date, ENGLISH) == words


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2025-10-27", "2025-10-27"),
        (2025, "2025"),
        ({"date-parts": [[2025, 3, 20]]}, "2025-03-20"),
        ({"date-parts": [["2025", "10"], [2026]]}, "2025-10"),
        ({"raw": "27 October"}, "27 October"),
        ({"literal": "undated"}, "undated"),
        ({"date-parts": []}, ""),
        (None, ""),
    ],
)
def test_iso_date(value: Any, date: str) -> None:
    assert iso_date(value) == date


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ([{"family": "One", "given": "A."}], "A. One"),
        ([{"family": "Two", "given": "B.", "non-dropping-particle": "de"}], "B. de Two"),
        ([{"literal": "A Committee"}, {"family": "One"}], "A Committee, One"),
        ([{"family": name} for name in "ABCD"], "A and others"),
        ([{}, {"family": "One"}], "One"),
        ("A. One", "A. One"),
        (None, ""),
    ],
)
def test_authors(authors: Any, names: str) -> None:
    assert format_authors(authors, ENGLISH) == names


@pytest.mark.parametrize(
    ("fields", "checks"),
    [
        ({}, ("not opened",)),
        ({"copy": "own-page", "seen": "live"}, ("not opened",)),
        (
            {"checked": "2026-11-22", "copy": "repost", "seen": "stored", "extent": "part"},
            ("repost", "stored copy, in part", "checked 22 November 2026"),
        ),
        (
            {"checked": "2026-11-22", "copy": "secondary", "seen": "paper", "extent": "whole"},
            ("reported by another", "paper copy", "checked 22 November 2026"),
        ),
        ({"checked": "2026-11-22", "extent": "part"}, ("in part", "checked 22 November 2026")),
    ],
)
def test_how_it_was_checked(fields: dict[str, str], checks: tuple[str, ...]) -> None:
    context = RenderContext(sources={"a": Source("a", {"title": "A"}, PLACE, **fields)})
    assert cite(Citation("a", PLACE), context).checks == checks


@pytest.mark.parametrize(
    ("item", "where"),
    [
        ({"container-title": "J", "volume": 12, "issue": 3, "page": "4-5"}, "J 12(3), 4-5"),
        ({"container-title": "A Paper", "publisher": "A Firm"}, "A Paper"),
        ({"publisher": "A Firm"}, "A Firm"),
        # A body that publishes its own work is named once.
        ({"author": [{"literal": "A Firm"}], "publisher": "A Firm"}, ""),
        ({}, ""),
    ],
)  # fmt: skip
def test_where_it_appeared(item: dict[str, Any], where: str) -> None:
    context = RenderContext(sources={"a": Source("a", item, PLACE)})
    assert cite(Citation("a", PLACE), context).where == where


@pytest.mark.parametrize(
    ("item", "link", "href"),
    [
        ({"URL": "https://example.org"}, True, "https://example.org"),
        ({"URL": "https://example.org"}, False, ""),
        ({"DOI": "10.1/2"}, True, "https://doi.org/10.1/2"),
        ({"DOI": "https://doi.org/10.1/2"}, True, "https://doi.org/10.1/2"),
        ({"DOI": "10.1/2"}, False, ""),
        ({"URL": "javascript:x", "DOI": "10.1/2"}, True, ""),
        ({}, True, ""),
    ],
)
def test_link(item: dict[str, Any], link: bool, href: str) -> None:
    context = RenderContext(sources={"a": Source("a", item, PLACE, link=link)})
    assert cite(Citation("a", PLACE), context).href == href
