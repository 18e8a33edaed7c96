"""BibTeX entries to CSL items."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.model.library import Library
from postil.read.bibtex_nodes import compose_bibtex
from postil.read.scalars import plain

Site = Callable[..., Library]


def item(fields: str, type: str = "book") -> dict[str, Any]:
    """The CSL item of an entry, without its id and type."""
    document, problems = compose_bibtex(f"@{type}{{one, {fields}}}", "a.bib")
    assert [str(problem) for problem in problems] == []
    assert document is not None
    assert document.root is not None
    assert document.root is not None
    (found,) = plain(document.root)
    assert found.pop("id") == "one"
    found.pop("type")
    return found


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        # Titles with their subtitles.
        ("title = {T}, subtitle = {S}", {"title": "T: S"}),
        ("booktitle = {B}, booksubtitle = {S}", {"container-title": "B: S"}),
        ("journaltitle = {J}", {"container-title": "J"}),
        ("shortjournal = {Jn}", {"container-title-short": "Jn"}),
        # Values of several parts, abbreviations, numbers.
        ('title = "One" # { and } # "two"', {"title": "One and two"}),
        ("volume = 12", {"volume": "12"}),
        # Dates.
        ("year = 2020", {"issued": "2020"}),
        ("year = 2020, month = feb", {"issued": "2020-02"}),
        ("year = {2020}, month = {February}, day = 3", {"issued": "2020-02-03"}),
        ("year = 2020, month = 2", {"issued": "2020-02"}),
        ("date = {2020-02-03T10:00:00Z}, year = 1999", {"issued": "2020-02-03"}),
        ("date = {2020/2021}", {"issued": "2020/2021"}),
        ("date = {2020?}", {"issued": "2020~"}),
        ("urldate = {2020-02-03}, origdate = 1900, eventdate = {2020-02}",
         {"accessed": "2020-02-03", "original-date": "1900", "event-date": "2020-02"}),
        # Numbers, by what has them.
        ("number = 3, series = {S}", {"collection-number": "3", "collection-title": "S"}),
        ("number = 3", {"number": "3"}),
        ("pages = {4--5}", {"page": "4-5"}),
        ("pages = {4 -- 5, 7}", {"page": "4-5, 7"}),
        # What means the same: the first stands.
        ("publisher = {P}, address = {Town}", {"publisher": "P", "publisher-place": "Town"}),
        ("institution = {I}, publisher = {P}", {"publisher": "I"}),
        # Addresses are no TeX.
        (r"url = {https://example.org/a\_b%20~c}", {"URL": "https://example.org/a_b%20~c"}),
        (r"howpublished = {\url{https://example.org}}", {"URL": "https://example.org"}),
        ("howpublished = {A leaflet}", {"publisher": "A leaflet"}),
        ("doi = {10.1000/a_b}", {"DOI": "10.1000/a_b"}),
        ("eprint = {2001.00001}, archiveprefix = {arXiv}",
         {"number": "arXiv:2001.00001", "URL": "https://arxiv.org/abs/2001.00001"}),
        ("langid = {ngerman}", {"language": "de"}),
        ("language = {fr}", {"language": "fr"}),
        # Names of fields in capitals; fields of programs.
        ("TITLE = {T}, File = {a.pdf}, bdsk-url-1 = {x}, x-own = 3", {"title": "T"}),
        # Postil's own.
        ("checked = {2026-11-22}, copy = {own-page}, link = {false}, archive = {https://a.example/1}",
         {"checked": "2026-11-22", "copy": "own-page", "link": False, "archive": "https://a.example/1"}),
        (r"excerpt = {5\% of \'Ecole}, remark = {R}", {"excerpt": "5% of École", "remark": "R"}),
    ],
)  # fmt: skip
def test_fields(fields: str, expected: dict[str, Any]) -> None:
    assert item(fields) == expected


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Anna Writer", [{"family": "Writer", "given": "Anna"}]),
        ("Writer, Anna", [{"family": "Writer", "given": "Anna"}]),
        (
            "van der Writer, Jr, Anna Maria",
            [
                {
                    "family": "Writer",
                    "given": "Anna Maria",
                    "non-dropping-particle": "van der",
                    "suffix": "Jr",
                }
            ],
        ),
        ("{The Committee of {Towns}}", [{"literal": "The Committee of Towns"}]),
        ("{A} and {B}", [{"literal": "A"}, {"literal": "B"}]),
        ("{A {and} B}", [{"literal": "A and B"}]),
        (r"{\'E}. Writer and W{\"o}rd, \"A", [
            {"family": "Writer", "given": "É."}, {"family": "Wörd", "given": "Ä"}]),
        ("Writer and others", [{"family": "Writer"}, {"literal": "others"}]),
        ("family=Writer, given=Anna, prefix=van", [
            {"family": "Writer", "given": "Anna", "non-dropping-particle": "van"}]),
        ("A\n  and   B", [{"family": "A"}, {"family": "B"}]),
    ],
)  # fmt: skip
def test_names(written: str, names: list[dict[str, str]]) -> None:
    assert item(f"author = {{{written}}}") == {"author": names}


@pytest.mark.parametrize(
    ("type", "fields", "expected"),
    [
        ("article", "", "article-journal"),
        ("InProceedings", "", "paper-conference"),
        ("incollection", "", "chapter"),
        ("phdthesis", "", "thesis"),
        ("misc", "", "document"),
        ("misc", "url = {https://example.org}", "webpage"),
        ("online", "", "webpage"),
        ("techreport", "", "report"),
    ],
)
def test_types(type: str, fields: str, expected: str) -> None:
    document, problems = compose_bibtex(f"@{type}{{one, {fields}}}", "a.bib")
    assert problems == []
    assert document is not None
    assert document.root is not None
    assert document.root is not None
    assert plain(document.root)[0]["type"] == expected


def test_an_issue_of_a_journal_and_the_site_of_a_page() -> None:
    assert item("number = 3", "article") == {"issue": "3"}
    assert item("organization = {A site}", "online") == {"container-title": "A site"}
    assert item("", "phdthesis") == {"genre": "PhD thesis"}


def test_what_an_entry_takes_from_another() -> None:
    text = """
@inbook{part, title = {Part}, crossref = {Whole}, pages = 3, checked = {2026-11-22}}
@book{whole, title = {Whole}, subtitle = {S}, publisher = {P}, url = {https://example.org},
  copy = {repost}}
"""
    document, problems = compose_bibtex(text, "a.bib")
    assert problems == []
    assert document is not None
    assert document.root is not None
    assert document.root is not None
    part = plain(document.root)[0]
    assert part["title"] == "Part"
    assert part["container-title"] == "Whole: S"
    assert part["publisher"] == "P"
    # How the whole was checked says nothing of the part.
    assert part.keys().isdisjoint({"URL", "copy"})


def test_places_are_those_of_the_file(site: Site) -> None:
    text = '% One.\n\n@book{ one ,\n  author = {A},\n\ttitle=\n    {T},\n  isbn = {1}, doi= "2" }\n'
    library = site({"annotations/a.bib": text})
    places = {problem.code: str(problem.place) for problem in library.diagnostics}
    assert places == {
        "isbn-form": "annotations/a.bib:7:11",
        "url-form": "annotations/a.bib:7:21",
    }
    assert library.sources["one"].title == "T"


@pytest.mark.parametrize(
    "text",
    [
        # Braces, quotation marks and signs without end.
        "@book{a, title = " + "{" * 200_000,
        "@book{a, title = " + "{" * 100_000 + "}" * 100_000 + "}",
        '@book{a, title = "' + '"' * 100_000,
        "@" * 100_000 + "{",
        "@book{a" * 20_000,
        "@book{a," + "x = {1}," * 50_000 + "}",
        "@book{a, author = {" + "{" * 30 + "A and " * 10_000 + "}" * 30 + "}}",
        "@book{a, title = {" + "\\'" * 40_000 + "}}",
        # Spaces before what is no dash.
        "@article{a, pages = {1" + "~" * 99_000 + "x}}",
        # More entries, fields and names than are read.
        "@book{a\n" * 100_001,
        "@book{a," + "x = {1}," * 300_001 + "}",
        "@book{a, author = {" + "A and " * 200_001 + "}}",
        # Abbreviations that double.
        "@string{s0 = {0123456789}}"
        + "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}" for n in range(1, 60))
        + "@book{a, title = s59}",
        # Abbreviations of a size that is allowed, very often.
        "@string{s = {"
        + "x" * 90_000
        + "}}"
        + "".join(f"@book{{b{n}, title = s}}" for n in range(1000)),
    ],
    ids=range(14),
)
def test_hostile_files_come_to_an_end(text: str, site: Site) -> None:
    library = site({"annotations/a.bib": text})
    assert len(library.diagnostics) < 600
    assert sum(len(source.title) for source in library.sources.values()) < 20_000_000


PIECES = st.sampled_from(
    [
        *'{}()"=,#a$%é@ \n\t\\',
        *("@book", "@string", "@comment", "title", "author", "year", "2020", " and ", "\\'e"),
        *("{T}", "jan"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_file_gives_places_that_are_in_it(text: str) -> None:
    document, problems = compose_bibtex(text, "a.bib")
    lines = text.split("\n")
    for problem in problems:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
    assert document is not None
    assert document.lines == lines


def test_places_after_an_entry_that_runs_into_the_next() -> None:
    text = "@book(one\n@book{two{}\n@bok{three, titel =0}\n@book{four\n@book{two{}\n"
    _, problems = compose_bibtex(text, "a.bib")
    found = sorted((one.place.line, one.place.column, one.code) for one in problems)
    assert [one for one in found if one[2] != "bibtex-syntax"] == [
        (3, 2, "value-unknown"),
        (3, 13, "field-unknown"),
    ]
    assert [line for line, _, code in found if code == "bibtex-syntax"] == [1, 2, 4, 5]


@pytest.mark.parametrize("month", ["9" * 5000, "012", "13", "²"])
def test_a_number_of_any_length_is_no_month(month: str) -> None:
    entry = f"@book{{a, title = {{A}}, year = {{2020}}, month = {{{month}}}}}"
    document, problems = compose_bibtex(entry, "a.bib")
    assert document is not None
    assert document.root is not None
    assert plain(document.root)[0]["issued"] == "2020"
    assert ["is not a month" in one.message for one in problems] == [True]
