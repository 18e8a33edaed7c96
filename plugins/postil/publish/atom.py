"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from postil.publish.feed import Feed, FeedEntry
from postil.publish.iri import web_uri
from postil.publish.moment import day_start

# Characters that XML 1.0 forbids, however they are written (section 2.2).
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

TYPE = "application/atom+xml"


def as_atom(feed: Feed) -> bytes:
    """The feed as an Atom document. https://www.rfc-editor.org/rfc/rfc4287"""
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", _LANGUAGE: feed.language})
    _text(root, "id", feed.address)
    _text(root, "title", feed.title)
    if feed.description:
        _text(root, "subtitle", feed.description)
    _text(root, "updated", day_start(feed.updated))
    ET.SubElement(root, "link", {"rel": "self", "type": TYPE, "href": feed.address})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    # Entries without authors have this one (section 4.2.1).
    _person(root, feed.site, feed.root)
    for entry in feed.entries:
        _entry(root, entry)
    ET.indent(root)
    written: str = ET.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'.encode()


def _entry(root: ET.Element, entry: FeedEntry) -> None:
    element = ET.SubElement(root, "entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", day_start(entry.updated))
    _text(element, "published", day_start(entry.published))
    link = {"rel": "alternate", "type": "text/html", "href": entry.address}
    ET.SubElement(element, "link", link)
    for author in entry.authors:
        _person(element, author.name, web_uri(author.url))
    for tag in entry.tags:
        ET.SubElement(element, "category", {"term": _clean(tag)})
    _text(element, "content", entry.content).set("type", "html")


def _person(parent: ET.Element, name: str, uri: str) -> None:
    person = ET.SubElement(parent, "author")
    _text(person, "name", name)
    if uri:
        _text(person, "uri", uri)


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = _clean(text)
    return element


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
