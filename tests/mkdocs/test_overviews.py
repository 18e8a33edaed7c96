"""The pages about all explainers, in a site that MkDocs builds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import pytest

Build = Callable[..., Any]

NOTES = """\
- id: the-moon
  kind: context
  title: Which moon
  target: to go to the moon
  body: The *nearest* one.
  contributors: [editors]
  created: 2026-01-05
  citations: [almanac]
- id: easy
  kind: correction
  title: It was easy
  target: it is easy
  verdict: contradicted
  body: It took 8 years.
  contributors: [editors]
  created: 2026-01-05
  wanted: A diary.
  citations: [almanac]
  revisions:
    - { date: 2026-02-01, kind: correction, summary: It took longer., before: It took 7 years. }
"""
FILES = {"annotations/speech.yml": NOTES}
NAMES = ("sources", "corrections", "changes", "contributors", "open")


def dead_links(site: Path) -> list[str]:
    """The links of all pages to pages, files and places that are not there."""
    pages = {path: path.read_text("utf-8") for path in site.rglob("*.html")}
    ids = {path: {*re.findall(r'\bid="([^"]+)"', html)} for path, html in pages.items()}
    dead = []
    for path, html in pages.items():
        if path.name == "404.html":
            continue
        here = f"https://host/{path.relative_to(site).as_posix()}"
        for href in re.findall(r'<(?:a|link|script)\b[^>]*?\b(?:href|src)="([^"]+)"', html):
            address, fragment = urldefrag(urljoin(here, href))
            if not address.startswith("https://host/"):
                continue
            target = site / unquote(address.removeprefix("https://host/"))
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (fragment and fragment not in ids.get(target, {fragment})):
                dead.append(f"{path.relative_to(site)}: {href}")
    return dead


@pytest.mark.parametrize("folders", [True, False])
@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_every_page_is_there_and_every_link_leads_somewhere(
    theme: str, folders: bool, build_site: Build
) -> None:
    built = build_site(
        FILES,
        strict=True,
        theme={"name": theme, **({"font": False} if theme == "material" else {})},
        use_directory_urls=folders,
        nav=[{"Home": "index.md"}, {"Record": [{"S": "sources.md"}, {"O": "open.md"}]}],
    )
    assert (built.aborted, built.warnings) == ("", [])
    for name in NAMES:
        page = built.page(f"{name}/index.html" if folders else f"{name}.html")
        assert 'class="postil-overview"' in page
        assert len(re.findall(r'<link rel="stylesheet" href="[^"]*/overviews\.', page)) == 1
        assert len(re.findall(r'<script type="module" src="[^"]*/overviews\.', page)) == 1
    assert dead_links(built.root / "site") == []


def test_a_note_leads_to_its_contributors_and_to_sources_that_others_cite(
    build_site: Build,
) -> None:
    built = build_site(FILES)
    page = built.page("explainers/speech/index.html")
    assert page.count('href="../../contributors/#contributor-editors"') == 2
    assert page.count('href="../../sources/#source-almanac"') == 2
    note = built.page("explainers/speech/notes/easy/index.html")
    assert 'href="../../../../contributors/#contributor-editors"' in note
    assert 'href="../../../../sources/#source-almanac"' in note


def test_other_pages_load_nothing_of_theirs(build_site: Build) -> None:
    built = build_site(FILES)
    for path in ("index.html", "explainers/index.html", "explainers/speech/index.html"):
        assert "overviews." not in built.page(path)


def test_a_change_is_set_beside_what_was_said_before(build_site: Build) -> None:
    page = build_site(FILES).page("changes/index.html")
    assert re.search(
        r'id="speech:easy:2026-02-01".*?<del>.*?7.*?</del> <ins>.*?8.*?</ins>', page, re.S
    )


def test_sources_are_found_by_the_search_and_notes_in_their_text(build_site: Build) -> None:
    built = build_site(FILES, plugins=["search"])
    index = json.loads(built.page("search/search_index.json"))["docs"]
    found = {entry["location"]: entry for entry in index}
    assert found["sources/#source-almanac:title"]["title"] == "An almanac"
    assert not [one for one in found if one.startswith(("corrections", "changes", "open"))]
    assert not [
        one
        for one in found.values()
        if one["location"] != "explainers/speech/#easy" and "It took 8 years" in one["text"]
    ]


def test_a_page_that_a_person_wrote_stands(build_site: Build) -> None:
    built = build_site({**FILES, "docs/sources.md": "# Our sources\n\nAll of them.\n"}, strict=True)
    assert "All of them." in built.page("sources/index.html")
    assert "postil-overview" not in built.page("sources/index.html")
    # A note does not lead to an entry that is not there.
    assert "#source-almanac" not in built.page("explainers/speech/index.html")


def test_a_site_may_do_without_them(build_site: Build) -> None:
    built = build_site(FILES, {"overviews": False}, strict=True)
    assert not any((built.root / "site" / name).exists() for name in NAMES)
    assert "contributor-editors" not in built.page("explainers/speech/index.html")


def test_titles_are_in_the_language_of_the_site(build_site: Build) -> None:
    built = build_site(FILES, theme={"name": "material", "font": False, "language": "fr"})
    assert "<title>Questions ouvertes - A site</title>" in built.page("open/index.html")
    assert '<div data-postil class="postil-overview" lang="fr"' in built.page("open/index.html")


def test_a_long_list_goes_on_in_further_pages(build_site: Build) -> None:
    sources = "".join(
        f"- {{ id: s{n}, type: book, title: Book {n:03}, checked: 2026-01-01 }}\n"
        for n in range(300)
    )
    built = build_site(
        {
            **FILES,
            "annotations/sources.yml": f"- {{ id: almanac, type: book, title: A }}\n{sources}",
        }
    )
    second = built.page("sources/2/index.html")
    assert "<title>Sources, page 2 - A site</title>" in second
    assert "<h1>Sources</h1>" in second
    assert "Book 299" in second
    # An address of the first page finds what is on another one.
    assert 'data-where="../where/0.json" data-of="1"' in second
    where = json.loads(built.page("sources/where/0.json"))
    assert (where["source-s299"], where["source-almanac"]) == ("../2/", "../")
    assert dead_links(built.root / "site") == []


def test_a_long_list_of_explainers_goes_on(
    build_site: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("site.index_sheets", "mkdocs.filling.sheets"):
        monkeypatch.setattr(f"postil.{module}.AT_ONCE", 2)
    texts = {f"content/{name}.md": f"---\ntitle: {name}\n---\n\nWords.\n" for name in "abc"}
    built = build_site(FILES | texts, plugins=["search"], site_url="https://example.org/")
    first, second = (built.page(f"explainers/{path}index.html") for path in ("", "page/2/"))
    titles = [re.findall(r'<h2><a href="([^"]+)">', page) for page in (first, second)]
    assert titles == [["a/", "b/"], ["../../c/", "../../speech/"]]
    assert '<p class="postil-tally" data-search-exclude>1 to 2 of 4</p>' in first
    assert '<a rel="next" href="page/2/">Next page</a>' in first
    assert '<a rel="prev" href="../../">Previous page</a>' in second
    assert "<title>Explainers, page 2 - A site</title>" in second
    assert "3 to 4 of 4" in second
    assert dead_links(built.root / "site") == []
    # One that has room for all is as it was.
    monkeypatch.undo()
    built = build_site(FILES | texts, plugins=["search"], site_url="https://example.org/")
    assert "postil-sheets" not in built.page("explainers/index.html")
    assert "overviews" not in built.page("explainers/index.html")
