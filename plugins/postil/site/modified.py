"""When each page that Postil makes last changed, by the dates of its notes."""

from __future__ import annotations

from collections.abc import Iterator

from postil.model.annotation import Annotation
from postil.site.explain import Explained
from postil.site.index_sheets import index_uris
from postil.site.uris import note_uri, text_uri
from postil.site.whole import Whole


def modified(whole: Whole) -> dict[str, str]:
    """The ISO date of each page by its uri; empty where none of its notes has a date.

    Of the pages about all explainers only the index is named: what the others show changes for
    more reasons than a note.
    """
    return whole.once("modified", lambda: dict(_dates(whole)))


def modified_again(whole: Whole, one: Explained, before: Whole) -> dict[str, str]:
    """What `modified` gives after an edit of one text, from the site `before` it."""
    old = dict(_dates_of(before, before.by_slug[one.explainer.text.slug]))
    indexes = index_uris(whole.settings, len(whole.explained))
    found = {
        uri: date for uri, date in modified(before).items() if uri not in old and uri not in indexes
    }
    found.update(_dates_of(whole, one))
    newest = max(found.values(), default="")
    return {**found, **dict.fromkeys(indexes, newest)}


def date_of(annotation: Annotation) -> str:
    """The day on which a note was last changed, or written; empty if that is not known."""
    dates = (annotation.created, *(revision.date for revision in annotation.revisions))
    return max(dates)


def _dates(whole: Whole) -> Iterator[tuple[str, str]]:
    newest = ""
    for one in whole.explained:
        for uri, date in _dates_of(whole, one):
            newest = max(newest, date)
            yield uri, date
    for uri in index_uris(whole.settings, len(whole.explained)):
        yield uri, newest


def _dates_of(whole: Whole, one: Explained) -> Iterator[tuple[str, str]]:
    text, last = one.explainer.text, ""
    for anchored in one.explainer.annotations:
        date = date_of(anchored.annotation)
        last = max(last, date)
        yield note_uri(whole.settings, text, anchored.annotation.id), date
    yield text_uri(whole.settings, text), last
