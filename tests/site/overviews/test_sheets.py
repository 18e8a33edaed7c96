"""Long lists go on in further pages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.site.made import overview_title, overviews_of
from postil.site.overviews.entries import entries_of
from postil.site.overviews.sheets import MOST, sheet_count, sheet_numbers, sheet_uri, sheets_from
from postil.site.whole import Whole

MakeWhole = Callable[..., Whole]
Pages = Callable[[Whole], dict[str, str]]

COUNT = 400
SOURCES = "".join(
    f"- id: source-{n}\n  type: webpage\n  title: Title {n:04}\n"
    f"  URL: https://example.org/{n}\n  checked: 2026-01-01\n  copy: {copy}\n"
    f"  excerpt: {'It said a good deal. ' * 20}\n"
    for n in range(COUNT)
    for copy in ("repost" if n % 4 == 3 else "own-page",)
)
NOTES = "".join(
    f"- id: note-{n}\n  kind: correction\n  title: Note {n}\n  target: to go to the moon\n"
    f"  body: It is so, and it has been so for all of the time.\n"
    f"  created: 2026-{n % 12 + 1:02}-01\n"
    f"  wanted: More of it.\n  contributors: [editors]\n  citations: [source-{n}]\n"
    f"  revisions:\n    - {{ date: 2027-01-01, kind: update, summary: A change. }}\n"
    for n in range(COUNT)
)
MANY: dict[str, str | None] = {
    "annotations/sources.yml": SOURCES,
    "annotations/speech.yml": NOTES,
    "annotations/letter.yml": None,
    "content/letter.md": None,
}


@pytest.fixture
def many(make_whole: MakeWhole) -> Whole:
    return make_whole(MANY, links={})


def test_no_page_is_large(many: Whole, pages: Pages) -> None:
    made = pages(many)
    assert {uri for uri in made if uri.startswith("sources")} == {
        "sources.md",
        *(f"sources/{n}.md" for n in range(2, 5)),
    }
    assert max(len(html.encode()) for html in made.values()) < 270_000


def test_every_entry_stands_on_one_page(many: Whole, pages: Pages) -> None:
    made = pages(many)
    for name, pattern in (
        ("sources", r'<article [^>]*id="source-source-(\d+)"'),
        ("corrections", r'<article [^>]*id="speech:note-(\d+)"'),
        ("changes", r'<article [^>]*id="speech:note-(\d+):2027-01-01"'),
        ("changes", r'<li id="speech:note-(\d+):first"'),
        ("open", r'<article [^>]*id="wanted:speech:note-(\d+)"'),
    ):
        html = "".join(made[uri] for uri in made if uri.startswith(name))
        assert sorted(map(int, re.findall(pattern, html))) == list(range(COUNT)), name


def test_pages_lead_to_one_another(many: Whole, pages: Pages) -> None:
    made = pages(many)
    assert '<a rel="next" href="2/">' in made["sources.md"]
    assert 'rel="prev"' not in made["sources.md"]
    assert '<a rel="prev" href="../">' in made["sources/2.md"]
    assert '<a href="./" aria-current="page">2</a>' in made["sources/2.md"]
    # A part that begins on another page is a link away, and one that goes on says its name.
    assert '<a href="4/#repost">' in made["sources.md"]
    assert '<section class="postil-part" id="own-page">' in made["sources/2.md"]


def test_titles_tell_pages_apart(many: Whole) -> None:
    overviews = overviews_of(many.library, many.settings)
    titles = [overview_title(page, many.settings, "en") for page in overviews]
    assert "Sources, page 2" in titles
    assert len({*titles}) == len(titles)


def test_other_pages_know_where_an_entry_stands(make_whole: MakeWhole, pages: Pages) -> None:
    twice = NOTES.replace("citations: [", "citations: [source-399, ")
    whole = make_whole(
        {
            **MANY,
            "annotations/speech.yml": twice.replace("[source-399, source-399]", "[source-399]"),
        },
        links={},
    )
    made = pages(whole)
    entries = entries_of(whole.library)
    # Only what more than one note cites.
    assert {id for what, id in entries if what == "source"} == {"source-399"}
    for uri, fragment in entries.values():
        assert f'id="{fragment}"' in made[uri]


def test_a_text_that_many_wrote_on_is_not_listed_whole(many: Whole, pages: Pages) -> None:
    made = pages(many)["contributors.md"]
    assert made.count("<li><span") == 100
    assert "And 300 more." in made


WEIGHTS = st.lists(st.integers(1, 300), max_size=40)


@given(WEIGHTS)
def test_entries_are_spread_evenly(weights: list[int]) -> None:
    count = sheet_count(weights)
    numbers = sheet_numbers(weights, count)
    assert numbers == sorted(numbers)
    assert all(1 <= number <= count for number in numbers)
    for sheet in range(1, count + 1):
        held = [w for w, n in zip(weights, numbers, strict=True) if n == sheet]
        # An entry stands where it begins, so a page may hold one more than fits.
        assert sum(held[:-1]) <= MOST


def test_the_names_of_pages() -> None:
    assert [sheet_uri("open.md", n) for n in (1, 2)] == ["open.md", "open/2.md"]


# A text for each note, of which two thirds are not found.
FEW = 60
TEXTS: dict[str, str | None] = {
    **dict.fromkeys(("annotations/speech.yml", "annotations/letter.yml")),
    **dict.fromkeys(("content/speech.md", "content/letter.md")),
    **{f"content/a-{n:03}.md": f"---\ntitle: Text {n}\n---\n\nIt is easy.\n" for n in range(FEW)},
    **{
        f"annotations/a-{n:03}.yml": f"id: note\nkind: context\ntitle: Note {n}\n"
        f"target: It is {'hard at times' if n % 3 else 'easy'}\nbody: So it is.\n"
        "contributors: [editors]\n"
        for n in range(FEW)
    },
}


def test_a_site_of_many_texts(
    make_whole: MakeWhole, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("postil.site.overviews.sheets.MOST", 40)
    monkeypatch.setattr("postil.site.overviews.contributors._STRETCH", 10)
    monkeypatch.setattr("postil.site.overviews.open_questions._UNFOUND", 10)
    whole = make_whole(TEXTS, links={})
    made = pages(whole)
    # What one person wrote goes on in the next page.
    first, second = made["contributors.md"], made["contributors/2.md"]
    assert "contributors/3.md" not in made
    listed = [re.findall(r'<li><span.*?href="([^"]+)"', html) for html in (first, second)]
    assert len(listed[0]) > 30
    assert len(listed[1]) > 10
    assert len({*listed[0], *listed[1]}) == FEW
    assert 'id="contributor-editors"' in first
    assert 'id="contributor-editors"' not in second
    assert "(continued)" not in first
    assert second.count("(continued)</bdi></h2>") + second.count("(continued)</h2>") == 1
    # What it amounts to is told once, and of all of it.
    assert f"{FEW} notes" in first
    assert "postil-evidence" not in second
    assert entries_of(whole.library)["contributor", "editors"][0] == "contributors.md"
    # Of what was not found some is listed, and the rest is counted.
    unfound = "".join(html for uri, html in made.items() if uri.startswith("open"))
    assert unfound.count('data-open="anchors"') == 10
    assert unfound.count("And 30 more.") == 1
    assert "(40)" in unfound


def around(number: int, count: int) -> list[int | str]:
    sheets = sheets_from(number, count, str)
    return [one for sheet in sheets for one in (["…"] if sheet.gap else []) + [sheet.number]]


def test_of_many_pages_the_near_ones_are_named() -> None:
    assert around(1, 1) == [1]
    assert around(1, 4) == [1, 2, 3, 4]
    assert around(1, 90) == [1, 2, 3, "…", 90]
    assert around(45, 90) == [1, "…", 43, 44, 45, 46, 47, "…", 90]
    assert around(90, 90) == [1, "…", 88, 89, 90]
    # A gap is as wide as the number that it stands for.
    assert around(5, 90) == [1, 2, 3, 4, 5, 6, 7, "…", 90]
    assert around(3, 7) == [1, 2, 3, 4, 5, 6, 7]


def test_a_filter_says_that_it_knows_one_page(many: Whole, pages: Pages) -> None:
    made = pages(many)
    assert "Entries of this page shown: {shown} of {total}" in made["sources.md"]
