"""Sources for reference managers: what programs would stumble over, and what must not leak."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.model.place import Place
from postil.model.source import Source
from postil.publish.bibtex import bibtex_entry, bibtex_names
from postil.publish.csl_json import csl_date, csl_item, csl_line
from postil.publish.source_table import COLUMNS, source_row
from postil.publish.tex import tex
from postil.read.tex import read_tex
from postil.render.text_item import text_id
from postil.site.source_files import source_files
from postil.site.text_sources import text_sources
from postil.site.whole import Whole

PLACE = Place("annotations/sources.yml", 1, 1)
HOST = "hostile.example"


def source(item: dict[str, Any], **facts: Any) -> Source:
    return Source("one", {"id": "one", "type": "webpage", **item}, PLACE, **facts)


HIDDEN = source(
    {"title": "A post", "URL": f"https://{HOST}/words", "DOI": f"https://doi.org/10.1/{HOST}"},
    archive=f"https://archive.example/web/2025/https://{HOST}/words",
    checked="2026-11-22",
    link=False,
)


@pytest.mark.parametrize(
    "written", [bibtex_entry(HIDDEN), csl_line(HIDDEN), "\n".join(source_row(HIDDEN, ()))]
)
def test_an_address_that_must_not_be_linked_stands_nowhere(written: str) -> None:
    assert "A post" in written
    assert HOST not in written


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("50 % & more_#1 $", r"50 \% \& more\_\#1 \$"),
        ("a\\b", r"a\textbackslash{}b"),
        # BibTeX counts every brace, whatever stands before it.
        ("an open { only", r"an open \textbraceleft{} only"),
        ("x~y^z", r"x\textasciitilde{}y\textasciicircum{}z"),
        # TeX would join them to other signs.
        ("a -- b --- c", "a -{}- b -{}-{}- c"),
        ("``a''", "`{}`a'{}'"),
        ("on two\nlines", "on two lines"),
        ("Ärger, 道, عربي", "Ärger, 道, عربي"),
    ],
)
def test_words_are_words_to_tex(words: str, expected: str) -> None:
    assert tex(words) == expected


# Spaces are collapsed, and marks that join are composed, by who reads.
LETTERS = st.characters(exclude_categories=("C", "Z", "Mn"), exclude_characters="{}^")


@given(st.text(LETTERS | st.sampled_from(" \\~&%$#_-'`?!")))
@settings(deadline=None)
def test_tex_reads_the_same_words(words: str) -> None:
    read, unknown = read_tex(tex(words))
    assert unknown == []
    assert read == " ".join(words.split())


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([{"family": "Family", "given": "Given"}], "Family, Given"),
        (
            [{"family": "Family", "given": "G.", "non-dropping-particle": "van", "suffix": "Jr"}],
            "van Family, Jr, G.",
        ),
        # A whole name in braces, so that no part of it is taken for a name of its own.
        ([{"literal": "Editors and Sons, Ltd"}], "{Editors and Sons, Ltd}"),
        ([{"family": "Sons and Daughters", "given": "A"}], "{Sons and Daughters}, A"),
        ([{"family": "One"}, {"literal": "Two"}], "One and {Two}"),
        ([{"given": "Mononym"}], "{Mononym}"),
        ([{}], ""),
        (None, ""),
    ],
)
def test_names(names: Any, expected: str) -> None:
    assert bibtex_names(names) == expected


def test_an_entry() -> None:
    written = bibtex_entry(
        Source(
            "report-2025",
            {
                "id": "report-2025",
                "type": "article-journal",
                "title": "A Title {of} 100 %",
                "container-title": "A Journal",
                "issued": "2025-10",
                "volume": "3",
                "issue": "2",
                "page": "1–9",
                "DOI": "10.1/a_b",
                "URL": "https://example.org/a_{b}%20c",
            },
            PLACE,
            archive="https://archive.example/a~b",
            checked="2026-11-22",
            seen="live",
        )
    )
    assert written == (
        "@article{report-2025,\n"
        "  title = {{A Title \\textbraceleft{}of\\textbraceright{} 100 \\%}},\n"
        "  journaltitle = {A Journal},\n"
        "  date = {2025-10},\n"
        "  volume = {3},\n"
        "  number = {2},\n"
        "  pages = {1--9},\n"
        "  doi = {10.1/a_b},\n"
        "  url = {https://example.org/a_%7Bb%7D%20c},\n"
        "  urldate = {2026-11-22},\n"
        "  archive = {https://archive.example/a~b},\n"
        "  checked = {2026-11-22},\n"
        "  seen = {live}\n"
        "}"
    )


@pytest.mark.parametrize(("seen", "dated"), [("live", True), ("stored", False), ("paper", False)])
def test_who_read_a_copy_did_not_open_the_address(seen: str, dated: bool) -> None:
    one = source({"URL": "https://example.org/"}, checked="2026-11-22", seen=seen)
    assert ("urldate" in bibtex_entry(one)) is dated


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025", {"date-parts": [[2025]]}),
        ("2025-10", {"date-parts": [[2025, 10]]}),
        ("2025-10-07", {"date-parts": [[2025, 10, 7]]}),
        ("2025-10-07/2025-11", {"date-parts": [[2025, 10, 7], [2025, 11]]}),
        ("2025~", {"date-parts": [[2025]], "circa": True}),
        ("spring 2025", {"raw": "spring 2025"}),
        ("undated", {"literal": "undated"}),
        ({"date-parts": [[2025]]}, {"date-parts": [[2025]]}),
    ],
)
def test_dates_of_csl(written: Any, expected: Any) -> None:
    assert csl_date(written) == expected


def test_what_csl_has_no_field_for_is_custom() -> None:
    one = source({"custom": {"shelf": "3"}}, checked="2026-11-22", copy="repost")
    item = csl_item(one)
    assert item["custom"] == {"shelf": "3", "checked": "2026-11-22", "copy": "repost"}
    assert set(item) == {"id", "type", "custom"}


def test_the_sources_of_the_real_site_are_read_by_a_parser_of_bibtex(real_site: Whole) -> None:
    (file,) = (one for one in source_files(real_site) if one.path == "exports/sources.bib")
    library = bibtexparser.parse_string(file.content.decode())
    assert library.failed_blocks == []
    sources = {**real_site.library.sources, **text_sources(real_site.library)}
    assert [entry.key for entry in library.entries] == list(sources)
    for entry in library.entries:
        title = str(sources[entry.key].item.get("title") or "")
        found = entry.fields_dict.get("title")
        assert read_tex(found.value if found else "")[0] == " ".join(title.split())


def test_each_text_has_its_sources_and_the_site_has_all(real_site: Whole) -> None:
    files = {file.path: file.content for file in source_files(real_site)}
    assert [one["id"] for one in json.loads(files["exports/sources.json"])] == [
        *real_site.library.sources,
        *text_sources(real_site.library),
    ]
    for explained in real_site.explained:
        text = explained.explainer.text
        folder = Path("explainers") / text.slug
        items = json.loads(files[(folder / f"{text.slug}-sources.json").as_posix()])
        cited = {
            citation.source
            for one in explained.explainer.annotations
            for citation in one.annotation.citations
        }
        cited |= {
            text_id(citation.text)
            for one in explained.explainer.annotations
            for citation in one.annotation.cited_passages
        }
        assert {item["id"] for item in items} == cited
        assert all(isinstance(item.get("issued", {}), dict) for item in items)


def test_a_row_says_which_notes_cite_the_source() -> None:
    row = dict(zip(COLUMNS, source_row(source({}), ("a/one", "a/two")), strict=True))
    assert row["citations"] == "2"
    assert row["cited-by"] == "a/one; a/two"
