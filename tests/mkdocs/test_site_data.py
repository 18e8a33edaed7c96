"""What the site tells machines of itself: its publisher, its pages, and what may be read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

Build = Callable[..., Any]

SITE_URL = "https://site.example/"
NOTE = "explainers/speech/notes/easy/index.html"
POLICY = {"docs/about/policy.md": "# Policy\n", "docs/assets/mark.png": "a picture"}
PUBLISHER = {
    "name": "A desk </script>",
    "logo": "assets/mark.png",
    "method": "https://desk.example/method",
    "corrections": "about/policy.md",
}


def data(page: str) -> list[Any]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return [json.loads(one) for one in found]


def test_the_home_page_says_who_publishes_the_site(build_site: Build) -> None:
    built = build_site(POLICY, options={"publisher": PUBLISHER}, site_url=SITE_URL, strict=True)
    assert built.warnings == []
    (found,) = data(built.page("index.html"))
    site, publisher = found["@graph"]
    assert (site["@type"], site["url"], site["name"]) == ("WebSite", SITE_URL, "A site")
    assert publisher == {
        "@type": "Organization",
        "@id": f"{SITE_URL}#publisher",
        "name": "A desk </script>",
        "url": SITE_URL,
        "logo": f"{SITE_URL}assets/mark.png",
        "publishingPrinciples": "https://desk.example/method",
        "correctionsPolicy": f"{SITE_URL}about/policy/",
    }
    # A review names it by the same address; no other page says it again.
    (review,) = data(built.page(NOTE))
    assert review["publisher"] == {
        "@type": "Organization",
        "@id": publisher["@id"],
        "name": publisher["name"],
    }
    assert data(built.page("explainers/index.html")) == data(built.page("about/policy/index.html"))
    assert data(built.page("explainers/index.html")) == []


def test_nothing_is_made_up(build_site: Build) -> None:
    built = build_site(site_url=SITE_URL)
    (found,) = data(built.page("index.html"))
    assert [one["@type"] for one in found["@graph"]] == ["WebSite"]
    (review,) = data(built.page(NOTE))
    assert "publisher" not in review
    assert data(build_site(options={"publisher": PUBLISHER}).page("index.html")) == []


def test_a_page_that_is_not_there_is_told(build_site: Build) -> None:
    built = build_site(options={"publisher": PUBLISHER}, site_url=SITE_URL)
    assert built.warnings == [
        "postil: publisher.logo: there is no file assets/mark.png below the folder of documents",
        "postil: publisher.corrections: there is no file about/policy.md below the folder of "
        "documents",
    ]


@pytest.mark.parametrize(
    ("site_url", "robots"),
    [
        (
            "https://site.example/a b/",
            "User-agent: *\nAllow: /\n\nSitemap: https://site.example/a%20b/sitemap.xml\n",
        ),
        ("", "User-agent: *\nAllow: /\n"),
    ],
)
def test_crawlers_are_told_where_the_map_is(build_site: Build, site_url: str, robots: str) -> None:
    built = build_site(site_url=site_url, options={"exports": False})
    assert built.page("robots.txt") == robots


def test_the_robots_file_of_a_person_stands(build_site: Build) -> None:
    own = "User-agent: *\nDisallow: /drafts/\n"
    assert build_site({"docs/robots.txt": own}, site_url=SITE_URL).page("robots.txt") == own


def test_the_map_has_every_page_and_none_that_is_hidden(
    build_site: Build, site: dict[str, str]
) -> None:
    files = {
        "docs/secret.md": "# Secret\n",
        "docs/unlisted.md": "# Unlisted\n",
        "docs/draft.md": "# Draft\n",
        "annotations/speech.yml": site["annotations/speech.yml"].replace(
            "id: easy\n", "id: easy\n  draft: true\n"
        ),
    }
    built = build_site(
        files,
        site_url=SITE_URL,
        exclude_docs="secret.md",
        draft_docs="draft.md",
        not_in_nav="unlisted.md",
    )
    listed = set(re.findall(r"<loc>https://site.example/(.*?)</loc>", built.page("sitemap.xml")))
    folder = built.root / "site"
    pages = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")} - {"404.html"}
    assert {f"{one}index.html" for one in listed} == pages
    assert {
        "",
        "explainers/",
        "explainers/speech/",
        "explainers/speech/notes/the-moon/",
        "sources/",
        "changes/",
        "unlisted/",
    } <= listed
    assert not listed & {"secret/", "draft/", "explainers/speech/notes/easy/"}
