"""Where pages and files of a site stand, as seen from one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postil.model.library import Library
from postil.model.settings import Settings
from postil.site.note_pages import SiteFacts
from postil.site.whole import Whole, relative


@pytest.mark.parametrize(
    ("url", "here", "expected"),
    [
        # Pages that are folders.
        ("explainers/a/", "sources/", "../explainers/a/"),
        ("explainers/a/", "explainers/a/notes/one/", "../../"),
        ("sources/", "sources/", "./"),
        ("", "sources/", "../"),
        ("", "", "./"),
        # Pages that are files.
        ("explainers/a.html", "sources.html", "explainers/a.html"),
        ("sources.html", "explainers/a.html", "../sources.html"),
        # Files beside pages.
        ("explainers/a/annotations.jsonld", "explainers/a/", "annotations.jsonld"),
        ("feed.xml", "explainers/a/", "../../feed.xml"),
        # Names that begin alike are others.
        ("explainers/ab/", "explainers/a/", "../ab/"),
        ("explainers/a/", "explainers/ab/", "../a/"),
        ("explainers/a-b.html", "explainers/a.html", "a-b.html"),
        # The first page, as the host names it.
        ("./", "sources/", "../"),
        ("sources/", "./", "sources/"),
        ("./", "./", "./"),
    ],
)
def test_an_address_as_seen_from_another(url: str, here: str, expected: str) -> None:
    assert relative(url, here) == expected


def test_pages_stand_where_the_host_put_them() -> None:
    library = Library(texts={}, annotations={}, sources={}, contributors={})
    urls = {"index.md": "./", "sources.md": "sources/", "explainers/a.md": "explainers/a/"}
    whole = Whole((), library, Settings(), SiteFacts("A site"), urls, "https://example.org/site/")

    assert whole.href("sources.md", "explainers/a.md") == "../../sources/"
    assert whole.address("explainers/a.md") == "https://example.org/site/explainers/a/"
    assert whole.address("index.md") == "https://example.org/site/"
    assert whole.address("../logo.png") == "https://example.org/logo.png"
    assert whole.address("feed.xml") == "https://example.org/site/feed.xml"
    assert Whole((), library, Settings(), SiteFacts("A site"), urls).address("sources.md") == ""


def test_an_explainer_is_found_by_its_text(make_whole: Callable[..., Whole]) -> None:
    whole = make_whole()

    assert list(whole.by_slug.values()) == list(whole.explained)
    assert all(one.explainer.text.slug == slug for slug, one in whole.by_slug.items())
    assert "other" not in whole.by_slug


def test_what_rendering_needs_is_made_once(make_whole: Callable[..., Whole]) -> None:
    whole = make_whole()

    assert whole.context is whole.context
