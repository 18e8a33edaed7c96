"""A feed as JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import Any

from postil.model.contributor import Contributor
from postil.publish.feed import Feed, FeedEntry
from postil.publish.iri import web_uri
from postil.publish.moment import day_start

TYPE = "application/feed+json"


def as_json_feed(feed: Feed) -> bytes:
    """The feed as a JSON document. https://www.jsonfeed.org/version/1.1/"""
    made: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.address,
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.site, "url": feed.root}],
        "items": [_item(entry) for entry in feed.entries],
    }
    if not feed.description:
        del made["description"]
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def _item(entry: FeedEntry) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_html": entry.content,
        "date_published": day_start(entry.published),
        "date_modified": day_start(entry.updated),
    }
    if entry.authors:
        made["authors"] = [_author(author) for author in entry.authors]
    if entry.tags:
        made["tags"] = list(entry.tags)
    return made


def _author(author: Contributor) -> dict[str, str]:
    made = {"name": author.name}
    if uri := web_uri(author.url):
        made["url"] = uri
    return made
