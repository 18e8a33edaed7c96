"""Tables: columns by their names, cells, and what is wrong with either."""

from __future__ import annotations

import pytest

from postil.model.target import TextQuote
from postil.read.foreign.csv_table import COLUMNS, CsvError, read_csv
from postil.read.foreign.values import Cited, ForeignNote, Passage, Person, Revised


def notes(*lines: str) -> tuple[ForeignNote, ...]:
    return read_csv("\n".join(lines)).notes


def test_the_columns_of_an_export() -> None:
    (one,) = notes(
        "id,text,url,kind,title,exact,prefix,suffix,section,verdict,body,wanted,citations,"
        "contributors,created,revisions,tags,draft,address",
        'a,letter,https://e.org/l,context,T,"the words", b,c ,s,supported,"A\nB",W,x;y,'
        'editors;a-reader,2026-05-01,"[{""date"": ""2026-06-01"", ""kind"": ""update"",'
        ' ""summary"": ""S""}]",t,true,https://e.org/n',
    )
    assert (one.id, one.text, one.kind, one.title, one.verdict) == (
        *("a", "letter", "context", "T", "supported"),
    )
    quote = TextQuote("the words", " b", "c ")
    assert one.passages == (Passage("https://e.org/l", quote=quote, section="s"),)
    assert (one.body, one.wanted, one.created, one.draft) == ("A\nB", "W", "2026-05-01", True)
    assert one.citations == (Cited("x"), Cited("y"))
    assert one.people == (Person("editors", "editors"), Person("a-reader", "a-reader"))
    assert one.revisions == (Revised("2026-06-01", "update", "S"),)
    assert (one.tags, one.origin) == (("t",), "https://e.org/n")


# Names that people give to columns, and separators of spreadsheets.
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_other_names_and_separators(delimiter: str) -> None:
    (one,) = notes(delimiter.join(("Quote", "Comment", "Author")), delimiter.join("abc"))
    assert one.passages[0].quote == TextQuote("a")
    assert (one.body, one.people) == ("b", (Person("c", "c"),))


def test_columns_can_be_named_by_hand() -> None:
    foreign = read_csv("What,Why\na,b\n", {"What": "exact", "Why": "body", "Who": "contributors"})
    assert foreign.notes[0].body == "b"
    assert [(one.field, one.fault) for one in foreign.remarks] == [("Who", True)]


def test_columns_that_are_not_known_are_named_with_what_they_could_be() -> None:
    foreign = read_csv("exact,boddy,colour,quote\na,b,c,d\n")
    assert [(one.field, one.why) for one in foreign.remarks] == [
        ("boddy", "a column that Postil has no field for; for “body” say --map boddy=body"),
        ("colour", "a column that Postil has no field for"),
        ("quote", "“exact” is taken from the column “exact”"),
    ]


# The apostrophe that keeps a spreadsheet from running a cell is taken away, and no other.
@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        *(("'=1+1", "=1+1"), ("'+1", "+1"), ("'-1", "-1"), ("'@a", "@a"), ("'\t", "\t")),
        *(("''=1", "'=1"), ("'tis so", "'tis so"), ("=1+1", "=1+1"), ("it's", "it's")),
    ],
)
def test_what_was_done_against_formulas_is_undone(cell: str, expected: str) -> None:
    assert read_csv(f"exact,body\na,{cell}\n").notes[0].body == expected


def test_several_passages_and_rich_citations_are_json() -> None:
    (one,) = notes(
        "exact,targets,citations",
        'a,"[""b"", {""exact"": ""c"", ""within"": {""section"": ""s""}}]",'
        '"[{""source"": ""x"", ""locator"": ""p. 2""}, ""y""]"',
    )
    assert [passage.quote for passage in one.passages] == [TextQuote("b"), TextQuote("c")]
    assert one.passages[1].within == Passage(section="s")
    assert one.citations == (Cited("x", "p. 2"), Cited("y"))


def test_faults_of_a_row_are_named_with_its_number() -> None:
    foreign = read_csv("exact,created\na,yesterday\n\nb,c,d\n")
    assert [(one.field, one.fault) for one in foreign.notes[0].remarks] == [
        ("row 2, created", True)
    ]
    assert [one.where for one in foreign.refused] == ["row 4"]


@pytest.mark.parametrize(
    "text", ["", "colour,size\n1,2\n", "\n", "just words", 'a,"' + "b" * 200_000]
)
def test_what_is_no_table_of_notes_is_refused(text: str) -> None:
    with pytest.raises(CsvError):
        read_csv(text)


def test_every_field_is_a_column_of_its_own_name() -> None:
    foreign = read_csv(",".join(COLUMNS) + "\n" + ",".join("1" for _ in COLUMNS) + "\n")
    assert foreign.remarks == ()


def test_a_table_of_sources_is_none_of_notes() -> None:
    with pytest.raises(CsvError, match="CSL-JSON"):
        read_csv("id,type,title,author,issued,URL,cited-by\na,book,T,,,,\n")
