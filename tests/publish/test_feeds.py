"""Feeds as Atom and JSON Feed, held against their rules and read by a reader of feeds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from postil.model.contributor import Contributor
from postil.model.place import Place
from postil.publish.atom import as_atom
from postil.publish.feed import Feed, FeedEntry, absolute_links
from postil.publish.json_feed import as_json_feed
from postil.render.body import render_body

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
PAGE = "https://example.org/site/letter/"


def contributor(name: str, url: str = "") -> Contributor:
    return Contributor("editors", name, Place("annotations/contributors.yml", 1, 1), url=url)


ENTRY = FeedEntry(
    id="tag:example.org,2026-01-02:/site/letter:moon:first",
    title="Which moon",
    address="https://example.org/site/letter/notes/moon/",
    published="2026-01-02",
    updated="2026-02-03",
    content="<p>The <em>nearest</em> &amp; only one.</p>",
    authors=(contributor("The editors", "https://example.org/editors"), contributor("A reader")),
    tags=("Context", "A letter"),
)
FEED = Feed(
    title="Changes – A site",
    description="What changed.",
    page="https://example.org/site/changes/",
    address="https://example.org/site/exports/changes.xml",
    updated="2026-02-03",
    site="A site",
    root="https://example.org/site/",
    language="en",
    entries=(ENTRY,),
)


def check_atom(content: bytes) -> Any:
    """The feed as a reader sees it; fails unless it follows the rules."""
    document = etree.fromstring(content)
    SCHEMA.assertValid(document)
    ids = document.xpath("//*[local-name() = 'id']/text()")
    assert len(ids) == len(set(ids))
    # The schema says nothing of entries that contain the same link twice (section 4.1.1).
    parsed = feedparser.parse(content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_ITEM = {
    *("id", "url", "title", "content_html", "date_published", "date_modified", "authors", "tags")
}
_TOP = {
    *("version", "title", "home_page_url", "feed_url", "description", "language", "authors"),
    "items",
}


def check_json(content: bytes) -> Any:
    """The feed, as https://www.jsonfeed.org/version/1.1/ wants it."""
    feed = json.loads(content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed.keys() <= _TOP
    assert feed["title"].strip()
    for key in ("home_page_url", "feed_url"):
        assert feed[key].startswith("https://")
    ids = [item["id"] for item in feed["items"]]
    assert len(ids) == len(set(ids))
    for item in feed["items"]:
        assert item.keys() <= _ITEM
        assert isinstance(item["id"], str)
        assert item["content_html"]
        assert item["url"].startswith("https://")
        assert _DATE.fullmatch(item["date_published"])
        assert _DATE.fullmatch(item["date_modified"])
        assert all(isinstance(tag, str) for tag in item.get("tags", ()))
    for author in [*feed["authors"], *(one for i in feed["items"] for one in i.get("authors", ()))]:
        assert author.keys() <= {"name", "url"}
        assert author.get("name") or author.get("url")
    return feed


def test_a_reader_of_atom_finds_everything() -> None:
    parsed = check_atom(as_atom(FEED))
    assert parsed.feed.title == FEED.title
    assert parsed.feed.subtitle == FEED.description
    assert parsed.feed.id == FEED.address
    assert parsed.feed.language == "en"
    assert parsed.feed.link == FEED.page
    assert parsed.feed.author_detail.name == "A site"
    assert [link.href for link in parsed.feed.links if link.rel == "self"] == [FEED.address]
    (entry,) = parsed.entries
    assert entry.id == ENTRY.id
    assert entry.title == ENTRY.title
    assert entry.link == ENTRY.address
    assert entry.published == "2026-01-02T00:00:00Z"
    assert entry.updated == "2026-02-03T00:00:00Z"
    assert [author.name for author in entry.authors] == ["The editors", "A reader"]
    assert entry.authors[0].href == "https://example.org/editors"
    assert [tag.term for tag in entry.tags] == ["Context", "A letter"]
    assert entry.content[0].type == "text/html"
    assert entry.content[0].value == ENTRY.content


def test_a_json_feed_says_the_same() -> None:
    feed = check_json(as_json_feed(replace(FEED, address="https://example.org/site/changes.json")))
    assert feed["feed_url"] == "https://example.org/site/changes.json"
    (item,) = feed["items"]
    assert item == {
        "id": ENTRY.id,
        "url": ENTRY.address,
        "title": ENTRY.title,
        "content_html": ENTRY.content,
        "date_published": "2026-01-02T00:00:00Z",
        "date_modified": "2026-02-03T00:00:00Z",
        "authors": [
            {"name": "The editors", "url": "https://example.org/editors"},
            {"name": "A reader"},
        ],
        "tags": ["Context", "A letter"],
    }


@pytest.mark.parametrize("write", [as_atom, as_json_feed])
def test_a_feed_without_entries_and_description(write: Callable[[Feed], bytes]) -> None:
    content = write(replace(FEED, entries=(), description=""))
    check = check_atom if write is as_atom else check_json
    check(content)


@given(
    title=st.text(min_size=1).map(lambda words: f"a{words}"),
    name=st.text(min_size=1).map(lambda words: f"a{words}"),
    content=st.text(),
    url=st.text() | st.just("javascript:alert(1)"),
)
def test_nothing_that_is_written_breaks_a_feed(
    title: str, name: str, content: str, url: str
) -> None:
    # No file can hold a lone surrogate.
    for words in (title, name, content, url):
        if any("\ud800" <= char <= "\udfff" for char in words):
            return
    entry = replace(ENTRY, title=title, content=content, authors=(contributor(name, url),))
    feed = replace(FEED, title=title, entries=(entry,))
    document = etree.fromstring(as_atom(feed))
    SCHEMA.assertValid(document)
    assert "javascript" not in "".join(
        document.xpath("//*[local-name() = 'uri']/text()")
    ) or not url.startswith("javascript")
    written = document.xpath("//*[local-name() = 'content']")[0].text or ""
    kept = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", content)
    assert written == re.sub("\r\n?", "\n", kept)
    assert json.loads(as_json_feed(feed))["items"][0]["content_html"] == content


# What a body says, and where its links lead when it is read elsewhere.
LINKS = [
    ("[a](../b/)", 'href="https://example.org/site/b/"'),
    ("[a](#c)", 'href="https://example.org/site/letter/#c"'),
    ("[a](/d)", 'href="https://example.org/d"'),
    ("[a](https://example.com/)", 'href="https://example.com/"'),
    ("[a](mailto:a-reader@example.org)", 'href="mailto:a-reader@example.org"'),
    ("![a](b.png)", 'src="https://example.org/site/letter/b.png"'),
    # With a sign in the title that could seem to end the tag.
    ('[a](b "c > d")', 'href="https://example.org/site/letter/b"'),
    # What only looks like a link.
    ('`<a href="b">`', '&lt;a href="b"&gt;'),
    ('a href="b"', 'a href="b"'),
]


@pytest.mark.parametrize(("markdown", "expected"), LINKS)
def test_links_lead_to_where_they_lead_on_the_site(markdown: str, expected: str) -> None:
    assert expected in absolute_links(render_body(markdown), PAGE)
