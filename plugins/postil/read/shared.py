"""What belongs to no single text: the sources, from files of any form, and the contributors."""

from __future__ import annotations

from collections.abc import Iterable

from postil.model.contributor import Contributor
from postil.model.diagnostic import Diagnostic
from postil.model.link import LinkCheck
from postil.model.source import Source
from postil.read.contributors import read_contributors
from postil.read.documents import document_of
from postil.read.files import Content
from postil.read.links import read_links
from postil.read.problems import sum_up
from postil.read.sources import read_sources
from postil.read.unique import Ids, Unique


def read_sources_of(
    contents: Iterable[Content], problems: list[Diagnostic]
) -> tuple[dict[str, Source], Ids]:
    """The sources of all files by id, and what a citation can name. An id stands once."""
    found: dict[str, Source] = {}
    ids = Unique("source", problems)
    unread = False
    for content in contents:
        before = len(problems)
        document = document_of(content, problems)
        if document is None:
            unread = True
        else:
            found.update(read_sources(document, problems, ids)[0])
        sum_up(problems, before, content.path)
    return found, Ids(frozenset(found), None if unread else ids.all)


def read_contributors_of(
    content: Content | None, problems: list[Diagnostic]
) -> tuple[dict[str, Contributor], Ids]:
    """The contributors by id, and what an annotation can name."""
    if content is None:
        return {}, Ids()
    before = len(problems)
    document = document_of(content, problems)
    found = read_contributors(document, problems) if document else ({}, Ids(written=None))
    sum_up(problems, before, content.path)
    return found


def read_links_of(content: Content | None, problems: list[Diagnostic]) -> dict[str, LinkCheck]:
    """What came of opening the addresses of sources, by address."""
    if content is None:
        return {}
    before = len(problems)
    links = read_links(content, problems)
    sum_up(problems, before, content.path)
    return links
