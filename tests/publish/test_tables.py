"""Tables: readable by every spreadsheet, run by none, and complete."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postil.model.annotation import Annotation, Citation, Revision
from postil.model.place import Place
from postil.model.target import Target, TextQuote
from postil.model.text import Text
from postil.publish.annotation_table import COLUMNS, annotation_row
from postil.publish.csv_table import csv_table, tame
from postil.site.export_paths import ANNOTATIONS_TABLE
from postil.site.table_files import table_files
from postil.site.whole import Whole

PLACE = Place("annotations/a.yml", 1, 1)
FORMULA = re.compile(r"[=+\-@\t\r\n]")
TEXT = Text("a", "A text", "", PLACE)


def rows_of(table: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def untamed(cell: str) -> str:
    """The cell as it was, by the rule that the manual gives."""
    sign = "'+(?:[\t\r\n]|[\\s\u200b\u2060\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20])"
    return cell[1:] if re.match(sign, cell) else cell


def note(**fields: Any) -> dict[str, str]:
    annotation = Annotation(
        "one",
        "a",
        "context",
        "A title",
        "A body.",
        fields.pop("targets", ()),
        PLACE,
        PLACE,
        **fields,
    )
    return dict(zip(COLUMNS, annotation_row(annotation, TEXT, ""), strict=True))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        # What a spreadsheet would run.
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        # In full width, and after what is not seen.
        ("\uff1d1", "'\uff1d1"),
        (" =1", "' =1"),
        ("\u200b\ufeff@a", "'\u200b\ufeff@a"),
        # What looks like it, and would be taken for it on the way back.
        ("'=1", "''=1"),
        ("''-", "'''-"),
        # What is none of that.
        ("", ""),
        ("a=1", "a=1"),
        ("'tis so", "'tis so"),
    ],
)
def test_no_cell_is_a_formula_and_each_can_be_had_back(cell: str, expected: str) -> None:
    assert tame(cell) == expected
    assert untamed(tame(cell)) == cell


@given(
    st.lists(
        st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")), min_size=1
    )
)
@settings(deadline=None)
def test_any_row_comes_back(cells: list[str]) -> None:
    table = csv_table(["column"] * len(cells), [cells])
    assert table.startswith(b"\xef\xbb\xbf")
    assert table.endswith(b"\r\n")
    _, row = rows_of(table)
    assert not any(FORMULA.match(cell) for cell in row)
    assert [untamed(cell) for cell in row] == cells


def test_one_target_stands_in_columns() -> None:
    row = note(targets=(Target(PLACE, TextQuote("words", "before", "after"), "section"),))
    assert [row[name] for name in ("exact", "prefix", "suffix", "section", "targets")] == [
        *("words", "before", "after", "section", "")
    ]


def test_others_stand_as_json() -> None:
    wide = Target(PLACE, TextQuote("wide"))
    inner = Target(PLACE, TextQuote("words", "before"), within=wide)
    expected = {"exact": "words", "prefix": "before", "within": {"exact": "wide"}}
    assert json.loads(note(targets=(inner,))["targets"]) == [expected]
    heading = Target(PLACE, section="A heading")
    assert json.loads(note(targets=(inner, heading))["targets"]) == [
        expected,
        {"section": "A heading"},
    ]


def test_citations_are_ids_or_json() -> None:
    plain = Citation("one", PLACE)
    assert note(citations=(plain, Citation("two", PLACE)))["citations"] == "one;two"
    assert json.loads(note(citations=(plain, Citation("two", PLACE, "p. 3")))["citations"]) == [
        {"source": "one"},
        {"source": "two", "locator": "p. 3"},
    ]


def test_revisions_are_json() -> None:
    revision = Revision("2026-12-01", "correction", "A figure.", PLACE, "5")
    assert json.loads(note(revisions=(revision,))["revisions"]) == [
        {"date": "2026-12-01", "kind": "correction", "summary": "A figure.", "before": "5"}
    ]


def test_the_table_of_the_site_holds_those_of_its_texts(real_site: Whole) -> None:
    tables = {file.path: rows_of(file.content) for file in table_files(real_site)}
    header, *everywhere = tables.pop(ANNOTATIONS_TABLE)
    assert header == list(COLUMNS)
    assert [row for table in tables.values() for row in table[1:]] == everywhere
    address = header.index("address")
    for row in everywhere:
        assert row[address] == f"https://example.org/explainers/{row[1]}/notes/{row[0]}/"


@given(data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_site_has_a_row_for_each_note(
    data: st.DataObject, whole_sites: st.SearchStrategy[Whole]
) -> None:
    whole = data.draw(whole_sites)
    tables = {file.path: rows_of(file.content) for file in table_files(whole)}
    published = [one for notes in whole.library.annotations.values() for one in notes]
    published = [one for one in published if not one.draft]
    rows = tables[ANNOTATIONS_TABLE][1:]
    assert len(rows) == len(published)
    assert {(row[1], row[0]) for row in rows} == {(one.text, one.id) for one in published}
    bodies = {(row[1], row[0]): untamed(row[COLUMNS.index("body")]) for row in rows}
    assert bodies == {(one.text, one.id): one.body for one in published}
