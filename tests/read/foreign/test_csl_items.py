"""Sources of bibliographies: CSL in JSON and YAML, and BibTeX."""

from __future__ import annotations

from typing import Any

import pytest

from postil.read.foreign.csl_items import (
    CslError,
    is_csl,
    read_bibtex,
    read_csl,
    read_csl_yaml,
)

ITEM = {"id": "a", "type": "book", "title": "On votes"}


def item(**fields: Any) -> tuple[dict[str, Any], list[str]]:
    (source,) = read_csl([ITEM | fields]).sources
    found = {key: value for key, value in source.item.items() if key in fields}
    return found, [remark.why for remark in source.remarks]


# Lists, pandoc's form, and one item alone.
@pytest.mark.parametrize("value", [[ITEM], {"references": [ITEM]}, {"items": [ITEM]}, ITEM])
def test_each_shape_gives_the_source(value: Any) -> None:
    assert is_csl(value)
    assert [dict(one.item) for one in read_csl(value).sources] == [ITEM]


# Dates as people write them here.
@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"date-parts": [[2026, 5, 3]]}, "2026-05-03"),
        ({"date-parts": [["2026", "5"]]}, "2026-05"),
        ({"date-parts": [[2026]]}, "2026"),
        ({"date-parts": [[2025], [2026]]}, "2025/2026"),
        ({"raw": "2026-05-03T10:00:00Z"}, "2026-05-03"),
        ({"raw": "spring 2026"}, {"literal": "spring 2026"}),
        ("2026-05", "2026-05"),
        ({"date-parts": [[2026, 13]]}, {"date-parts": [[2026, 13]]}),
        ({"date-parts": [[2026]], "circa": True}, {"date-parts": [[2026]], "circa": True}),
    ],
)
def test_dates(written: Any, expected: Any) -> None:
    assert item(issued=written) == ({"issued": expected}, [])


def test_fields_that_cannot_be_kept_are_named() -> None:
    found, why = item(
        URL="javascript:alert(1)",
        DOI="https://doi.org/10.1234/abc",
        ISBN="123",
        archive="An archive",
        colour="red",
        volume=[1],
        author=["The editors", {"family": "Paper", "isInstitution": 1}],
    )
    assert found == {
        "DOI": "10.1234/abc",
        "author": [{"literal": "The editors"}, {"family": "Paper"}],
    }
    assert len(why) == 6


def test_yaml_keeps_numbers_as_they_were_written() -> None:
    (one,) = read_csl_yaml(
        "references:\n- id: a\n  type: book\n  volume: 010\n  issued: 2020\n  link: false\n"
        "  custom: {n: 1}\n",
        "a.yml",
    ).sources
    assert one.item == {
        "id": "a",
        "type": "book",
        "volume": "010",
        "issued": "2020",
        "link": False,
        "custom": {"n": 1},
    }


def test_bibtex_is_read_as_the_site_reads_it() -> None:
    foreign = read_bibtex(
        "@article{a, title = {A title}, author = {Paper, A.}, year = 2020, foo = {bar}}", "a.bib"
    )
    assert foreign.sources[0].item["title"] == "A title"
    assert foreign.sources[0].item["issued"] == "2020"
    assert ["“foo”" in remark.why for remark in foreign.remarks] == [True]


@pytest.mark.parametrize("value", [5, "a", {}, {"a": 1}, None])
def test_what_is_no_list_of_sources_is_refused(value: Any) -> None:
    with pytest.raises(CslError):
        read_csl(value)


@pytest.mark.parametrize("text", ["", "a: [", "a: &b c\n", "x"])
def test_yaml_that_is_no_list_of_sources_is_refused(text: str) -> None:
    with pytest.raises(CslError):
        read_csl_yaml(text, "a.yml")
