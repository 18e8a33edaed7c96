"""Each note has a page of its own, to share and to cite."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

Build = Callable[..., Any]

PAGE = "explainers/speech/notes/easy/index.html"
SITE_URL = "https://site.example/"


def head(page: str) -> str:
    return page[: page.index("</head>")]


def test_the_passage_stands_there_with_its_surroundings(build_site: Build) -> None:
    built = build_site(strict=True, site_url=SITE_URL)
    assert built.warnings == []
    page = built.page(PAGE)
    assert "<h1>It was easy</h1>" in page
    assert re.search(r"Not because <mark [^>]*>it is easy</mark>, but because it is hard", page)
    assert 'href="../../#easy"' in page
    assert 'rel="prev" href="../the-moon/"' in page
    assert "@online{speech-easy," in page


def test_what_is_shared_leads_with_the_finding(build_site: Build, site: dict[str, str]) -> None:
    notes = site["annotations/speech.yml"].replace(
        "body: It was not.", 'body: It was "not" <easy>.'
    )
    built = build_site({"annotations/speech.yml": notes}, site_url=SITE_URL)
    shared = head(built.page(PAGE))
    assert '<meta property="og:title" content="It was easy">' in shared
    assert 'content="It was &#34;not&#34; &lt;easy&gt;."' in shared
    # Neither the title nor the description gives the claim, which alone would be believed.
    assert "it is easy" not in re.sub(r"<script.*?</script>", "", shared, flags=re.DOTALL)
    address = f"{SITE_URL}explainers/speech/notes/easy/"
    assert f'<link rel="canonical" href="{address}"' in shared
    assert f'<meta property="og:url" content="{address}">' in shared


def test_a_rating_is_one_claim_review(build_site: Build) -> None:
    built = build_site(site_url=SITE_URL)
    (found,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', built.page(PAGE), re.DOTALL
    )
    review = json.loads(found)
    assert review["claimReviewed"] == "it is easy"
    assert review["reviewRating"]["alternateName"] == "Contradicted"
    # The word of the rating is on the page as well.
    assert "Contradicted" in built.page(PAGE)
    # A note without a verdict reviews nothing, and neither does the page of the text.
    for page in ("explainers/speech/notes/the-moon/index.html", "explainers/speech/index.html"):
        assert '<script type="application/ld+json">' not in built.page(page)


@pytest.mark.parametrize(("relation", "quoted"), [("examined", True), ("primary", False)])
def test_words_under_examination_are_no_snippets(
    build_site: Build, site: dict[str, str], relation: str, quoted: bool
) -> None:
    text = site["content/speech.md"].replace("relation: examined", f"relation: {relation}")
    built = build_site({"content/speech.md": text})
    assert ("data-nosnippet" in built.page(PAGE)) is quoted


def test_a_lost_note_has_a_page_that_says_so(build_site: Build, site: dict[str, str]) -> None:
    notes = site["annotations/speech.yml"].replace("it is easy", "cabbages and kings")
    page = build_site({"annotations/speech.yml": notes}).page(PAGE)
    assert "The passage is not in the text as it stands." in page
    assert "cabbages and kings" in page
    assert '<script type="application/ld+json">' not in page


def test_pages_of_notes_stay_out_of_navigation_and_search(build_site: Build) -> None:
    built = build_site(plugins=["search"], site_url=SITE_URL)
    assert "notes/easy" not in built.page("index.html")
    found = json.loads(built.page("search/search_index.json"))
    assert not [one for one in found["docs"] if "/notes/" in one["location"]]
    # They are in the site map, for those who look for the finding elsewhere.
    assert "explainers/speech/notes/easy/" in built.page("sitemap.xml")


def test_a_site_may_do_without_them(build_site: Build) -> None:
    built = build_site(options={"note_pages": False}, strict=True)
    assert not (built.root / "site" / PAGE).exists()
    assert "notes/easy" not in built.page("explainers/speech/index.html")


@pytest.mark.parametrize(
    ("directory_urls", "page"),
    [(True, PAGE), (False, "explainers/speech/notes/easy.html")],
)
def test_links_hold_in_both_address_styles(
    build_site: Build, directory_urls: bool, page: str
) -> None:
    built = build_site(use_directory_urls=directory_urls, strict=True)
    folder = (built.root / "site" / page).parent
    for link in re.findall(r'<a [^>]*href="(?!https?:)([^"#]+)[^"]*"', built.page(page)):
        target = (folder / link).resolve()
        assert target.is_file() or (target / "index.html").is_file(), link
