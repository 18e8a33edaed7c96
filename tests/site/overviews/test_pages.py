"""The pages about all explainers, from the files that people write.

Each file of `cases` is what comes out for the site of `conftest.py`. Set the environment variable
POSTIL_UPDATE_GOLDEN=1 to write it anew, and read the difference.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from justhtml import JustHTML

from postil.site.made import overview_title, overviews_of
from postil.site.whole import Whole

FOLDER = Path(__file__).parent / "cases"
EMPTY = (
    "content/speech.md",
    "annotations/speech.yml",
    "annotations/letter.yml",
    "annotations/sources.yml",
    "annotations/contributors.yml",
)
NAMES = ("sources", "corrections", "changes", "contributors", "open")

MakeWhole = Callable[..., Whole]
Pages = Callable[[Whole], dict[str, str]]


@pytest.mark.parametrize("name", NAMES)
def test_a_page(name: str, make_whole: MakeWhole, pages: Pages) -> None:
    made = pages(make_whole(root="https://example.org/site/"))[f"{name}.md"]
    expected = FOLDER / f"{name}.html"
    if os.environ.get("POSTIL_UPDATE_GOLDEN"):
        expected.write_text(made, "utf-8")
    assert made == expected.read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_expected_page_has_no_error(name: str) -> None:
    html = (FOLDER / f"{name}.html").read_text("utf-8")
    assert JustHTML(html, fragment=True, collect_errors=True).errors == []


@pytest.mark.parametrize("folders", [True, False])
def test_what_a_page_links_to_is_there(folders: bool, make_whole: MakeWhole, pages: Pages) -> None:
    """Links between the pages, whatever style their addresses have; those to texts are held where
    the host builds them."""
    whole = make_whole(folders=folders)
    made = {whole.urls[uri]: html for uri, html in pages(whole).items()}
    checked = 0
    for url, html in made.items():
        for href in re.findall(r'href="([^":]*(?:#[^"]*)?)"', html):
            page, fragment = urldefrag(urljoin(f"https://host/{url}", href))
            target = page.removeprefix("https://host/")
            if target.startswith("exports/"):
                continue
            assert target in whole.urls.values(), href
            if target in made:
                assert f'id="{fragment}"' in made[target] or not fragment
                checked += 1
    assert checked > 10


def test_nothing_that_people_wrote_is_markup(make_whole: MakeWhole, pages: Pages) -> None:
    made = "".join(pages(make_whole()).values())
    assert "&lt;not&gt; easy" in made
    assert "<not>" not in made
    assert "<b>Nobody" not in made
    assert "javascript:" not in made


def test_an_address_that_is_not_linked_stands_nowhere(make_whole: MakeWhole, pages: Pages) -> None:
    made = "".join(pages(make_whole()).values())
    assert "A page that is not linked" in made
    assert "hidden-address" not in made


def test_words_under_examination_are_not_offered_as_snippets(
    make_whole: MakeWhole, pages: Pages
) -> None:
    made = pages(make_whole())["corrections.md"]
    assert re.search(r"data-nosnippet><a [^>]*><q>it is easy</q>", made)
    # A primary source speaks for itself.
    assert re.search(r'<p class="postil-said"><a [^>]*><q><bdi lang="ar" dir="rtl">في عام', made)


def test_drafts_are_on_no_page(make_whole: MakeWhole, pages: Pages) -> None:
    assert "Not yet" not in "".join(pages(make_whole()).values())


def test_a_repository_gives_a_link_to_each_file(make_whole: MakeWhole, pages: Pages) -> None:
    made = pages(make_whole(repository="https://forge.example/owner/site"))["open.md"]
    # The note that is first in its file, and a source further down in its own.
    assert 'href="https://forge.example/owner/site/blob/main/annotations/speech.yml#L' in made
    assert 'href="https://forge.example/owner/site/blob/main/annotations/sources.yml#L' in made
    assert "<code" not in made


def test_a_site_without_anything_says_so(make_whole: MakeWhole, pages: Pages) -> None:
    whole = make_whole(dict.fromkeys(EMPTY), links={})
    made = pages(whole)
    assert "No source has been named yet." in made["sources.md"]
    assert "No correction has been published yet." in made["corrections.md"]
    assert "No published note has changed" in made["changes.md"]
    assert "No contributor has been named yet." in made["contributors.md"]
    assert "Nothing is open" in made["open.md"]


def test_pages_speak_the_language_of_the_site(make_whole: MakeWhole, pages: Pages) -> None:
    made = pages(make_whole(language="ar"))
    assert all('lang="ar" dir="rtl"' in html for html in made.values())
    assert "<h1>التصحيحات</h1>" in made["corrections.md"]
    # What is English in it keeps its direction.
    assert '<bdi dir="ltr">It was &lt;not&gt; easy</bdi>' in made["corrections.md"]


def test_a_site_may_do_without_them(make_whole: MakeWhole) -> None:
    whole = make_whole(overviews=False)
    assert overviews_of(whole.library, whole.settings) == ()


def test_titles_tell_pages_apart(make_whole: MakeWhole) -> None:
    whole = make_whole()
    titles = {
        page.uri: overview_title(page, whole.settings, "de")
        for page in overviews_of(whole.library, whole.settings)
    }
    assert titles["open.md"] == "Offene Fragen"
    assert len({*titles.values()}) == len(titles) == 5
