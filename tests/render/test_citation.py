"""How a source is named, and how its checking is told."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from postil.model.annotation import Citation
from postil.model.place import Place
from postil.model.source import Source
from postil.render.citation import archive_link, cite, cited_views, know_views, refer, robust
from postil.render.context import RenderContext
from postil.render.dates import iso_date, long_date
from postil.render.words import ENGLISH

PLACE = Place("annotations/sources.yml", 1, 1)

_LINKED = '<cite><a href="https://example.org/?a&amp;b" rel="noopener noreferrer">T</a></cite>'
_WITH_ADDRESS = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>S</title><id>s</id><updated>2026-11-22T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout delimiter=" "><group delimiter=" "><text variable="title"/>
<text variable="DOI"/><text variable="URL"/></group></layout></bibliography></style>"""


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
    ("item", "reference"),
    [
        # Who, what, where, when.
        ({"author": [{"family": "One", "given": "A."}]}, "A. One, <cite>T</cite>"),
        (
            {"author": [{"literal": "A Committee"}, {"family": "One"}]},
            "A Committee, One, <cite>T</cite>",
        ),
        ({"author": [{"family": name} for name in "ABC"]}, "A, B, C, <cite>T</cite>"),
        ({"author": [{"family": name} for name in "ABCD"]}, "A and others, <cite>T</cite>"),
        ({"editor": [{"family": "One"}]}, "One, <cite>T</cite>"),
        ({"author": [{}, {"family": "One"}]}, "One, <cite>T</cite>"),
        (
            {"author": [{"family": "Two", "given": "B.", "non-dropping-particle": "de"}]},
            "B. de Two, <cite>T</cite>",
        ),
        # Where it appeared, or else who published it, or what it is.
        (
            {"container-title": "J", "volume": 12, "issue": 3, "page": "4-5"},
            "<cite>T</cite>, J 12(3), 4–5",
        ),
        ({"container-title": "A Paper", "publisher": "A Firm"}, "<cite>T</cite>, A Paper"),
        ({"publisher": "A Firm"}, "<cite>T</cite>, A Firm"),
        ({"genre": "A statement"}, "<cite>T</cite>, A statement"),
        # A body that publishes its own work is named once.
        (
            {"author": [{"literal": "A Firm"}], "publisher": "A Firm"},
            "A Firm, <cite>T</cite>",
        ),
        ({"issued": "2025-10-27"}, "<cite>T</cite>, 27 October 2025"),
        ({"issued": {"date-parts": [[2025, 10]]}}, "<cite>T</cite>, October 2025"),
        ({"issued": "2025-01/2025-03"}, "<cite>T</cite>, January 2025–March 2025"),
        ({"issued": {"literal": "undated"}}, "<cite>T</cite>, undated"),
        # What has no title says so in its place.
        ({"title": ""}, "<cite>Title not shown</cite>"),
        ({"URL": "https://example.org/?a&b"}, _LINKED),
    ],
)  # fmt: skip
def test_reference(item: dict[str, Any], reference: str) -> None:
    source = Source("a", {"id": "a", "type": "report", "title": "T", **item}, PLACE)
    assert str(refer(source, RenderContext())) == reference


@pytest.mark.parametrize(
    ("fields", "attributes"),
    [
        (
            {"archive": "https://archive.example/1", "archived": "2026-11-22"},
            {"versionurl": "https://archive.example/1", "versiondate": "2026-11-22"},
        ),
        # The day is read from the address, in the form that web archives share.
        (
            {"archive": "https://archive.example/web/20261121093000/https://example.org/a"},
            {
                "versionurl": "https://archive.example/web/20261121093000/https://example.org/a",
                "versiondate": "2026-11-21",
            },
        ),
        # A month is no day.
        (
            {"archive": "https://archive.example/1", "archived": "2026-11"},
            {"versionurl": "https://archive.example/1"},
        ),
        ({}, {}),
        ({"archive": "javascript:alert(1)"}, {}),
        ({"archive": "https://archive.example/1", "link": False}, {}),
    ],
)
def test_links_that_can_be_mended(fields: dict[str, Any], attributes: dict[str, str]) -> None:
    source = Source("a", {"title": "T", "URL": "https://example.org/a"}, PLACE, **fields)
    found = dict(re.findall(r' data-(\w+)="([^"]*)"', str(robust(source))))
    assert found == ({"originalurl": "https://example.org/a"} | attributes if attributes else {})
    assert (str(robust(source)) in str(refer(source, RenderContext()))) is True


def test_an_address_that_must_not_be_linked_stands_nowhere() -> None:
    item = {"title": "T", "URL": "https://example.org/a", "DOI": "10.1000/1"}
    copy = "https://archive.example/web/20261121093000/https://example.org/a"
    source = Source("a", item, PLACE, archive=copy, link=False)
    context = RenderContext(sources={"a": source}, style=_WITH_ADDRESS)
    view = cite(Citation("a", PLACE), context)
    assert view.archive == archive_link(source) == ""
    assert "example.org" not in str(view)
    assert "10.1000" not in str(view)
    shown = cite(Citation("a", PLACE), replace(context, sources={"a": replace(source, link=True)}))
    assert "10.1000/1 https://example.org/a" in shown.reference


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


def test_what_was_made_of_sources_before_is_what_a_citation_shows() -> None:
    sources = {id: Source(id, {"title": f"Work {id}"}, PLACE) for id in ("a", "b")}
    alone, context = RenderContext(sources=sources), RenderContext(sources=sources)
    views = cited_views(sources.values(), alone)
    know_views({**views, "b": replace(views["b"], title="known before")}, context)
    assert cite(Citation("a", PLACE), context) == cite(Citation("a", PLACE), alone)
    assert cite(Citation("b", PLACE, "p. 3"), context).title == "known before"
    # A source of the same id that says something else is another one.
    other = replace(context, sources={**sources, "b": Source("b", {"title": "New"}, PLACE)})
    assert cite(Citation("b", PLACE), other).title == "New"
