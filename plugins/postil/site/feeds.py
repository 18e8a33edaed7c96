"""The feeds of the site: of all changes, of corrections, and of each text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from postil.model.text import Text
from postil.publish import atom, json_feed
from postil.publish.feed import Feed, FeedEntry, Writer
from postil.publish.iri import as_uri
from postil.site import export_paths as paths
from postil.site.changes import Change, changes
from postil.site.explain import Explained
from postil.site.feed_entries import change_entry, note_entry
from postil.site.made_forms import MadeFile
from postil.site.modified import date_of, modified
from postil.site.overviews import changes as changes_page
from postil.site.overviews import corrections as corrections_page
from postil.site.uris import index_uri, note_uri, text_uri
from postil.site.whole import Whole

_HOME = "index.md"

_LATEST = 100
"""Entries of a feed, the newest ones: who was away for longer reads the page."""

FORMS: tuple[tuple[str, str, str, Writer], ...] = (
    ("Atom", atom.TYPE, paths.FEED_ENDINGS[0], atom.as_atom),
    ("JSON Feed", json_feed.TYPE, paths.FEED_ENDINGS[1], json_feed.as_json_feed),
)
"""The forms of a feed: name, media type, ending of the file, and what writes it."""


def site_feed_files(whole: Whole) -> Iterator[MadeFile]:
    """The feeds of the whole site in every form.

    A site that does not know its address has none, for a feed names things by addresses that hold
    wherever it is read. Neither has one whose notes have no dates at all.
    """
    last = newest(whole)
    if not whole.root or not last:
        return
    words = whole.context.words
    page = _page(whole, changes_page.URI)
    latest = [change_entry(whole, change) for change in changes(whole)[:_LATEST]]
    yield from _files(whole, paths.CHANGES_FEED, words["changes"], page, last, latest)
    page = _page(whole, corrections_page.URI)
    title = words["corrections"]
    yield from _files(whole, paths.CORRECTIONS_FEED, title, page, last, _corrections(whole))


def text_feed_files(whole: Whole, some: Iterable[Explained]) -> Iterator[MadeFile]:
    """The feed of each of some texts in every form, where the site has feeds."""
    last = newest(whole)
    if not whole.root or not last:
        return
    for one in some:
        text = one.explainer.text
        mine = changes_by_text(whole).get(text.slug, ())[:_LATEST]
        page = whole.address(text_uri(whole.settings, text))
        path = paths.text_feed(whole.settings, text.slug)
        entries = [change_entry(whole, change) for change in mine]
        yield from _files(whole, path, text.title, page, last, entries, text.description)


def changes_by_text(whole: Whole) -> Mapping[str, Sequence[Change]]:
    """The changes of each text by its slug, newest first."""
    return whole.once("changes by text", lambda: _by_text(changes(whole)))


def _by_text(found: Iterable[Change]) -> dict[str, list[Change]]:
    of_text: dict[str, list[Change]] = {}
    for change in found:
        of_text.setdefault(change.text.slug, []).append(change)
    return of_text


def feed_links(whole: Whole, uri: str) -> str:
    """The feeds of a page, for its head: of changes, of corrections, or of the text at hand."""
    if not whole.root or not whole.settings.exports or not newest(whole):
        return ""
    if _is_sheet(uri, corrections_page.URI):
        path, title = paths.CORRECTIONS_FEED, whole.context.words["corrections"]
    elif uri in {_HOME, index_uri(whole.settings)} or _is_sheet(uri, changes_page.URI):
        path, title = paths.CHANGES_FEED, whole.context.words["changes"]
    elif text := _text_of(whole, uri):
        path, title = paths.text_feed(whole.settings, text.slug), text.title
    else:
        return ""
    # Material asks for a site map beside every link whose only relation is `alternate`.
    return "".join(
        f'<link rel="alternate feed" type="{type}" '
        f'title="{escape(_title(whole, title))} ({form})" '
        f'href="{escape(whole.href(path + ending, uri))}">'
        for form, type, ending, _ in FORMS
    )


def newest(whole: Whole) -> str:
    """The day of the last change of any note; empty where none has a date."""
    return whole.once("newest", lambda: max(modified(whole).values(), default=""))


def _corrections(whole: Whole) -> list[FeedEntry]:
    """The notes of that kind, newest first; one without a date has no place in time."""
    found = [
        (one.explainer.text, anchored.annotation)
        for one in whole.explained
        for anchored in one.explainer.annotations
        if anchored.annotation.kind == corrections_page.KIND and anchored.annotation.created
    ]
    found.sort(key=lambda one: date_of(one[1]), reverse=True)
    return [note_entry(whole, text, annotation) for text, annotation in found[:_LATEST]]


def _files(
    whole: Whole,
    path: str,
    title: str,
    page: str,
    last: str,
    entries: list[FeedEntry],
    description: str = "",
) -> Iterator[MadeFile]:
    for _, _, ending, write in FORMS:
        feed = Feed(
            title=_title(whole, title),
            description=" ".join(description.split()),
            page=as_uri(page),
            address=as_uri(whole.address(path + ending)),
            # One without entries is as old as the newest note: it has a reader before it has news.
            updated=max((entry.updated for entry in entries), default=last),
            site=whole.facts.name,
            root=as_uri(whole.root),
            language=whole.facts.language,
            entries=tuple(entries),
        )
        yield MadeFile(path + ending, write(feed))


def _title(whole: Whole, title: str) -> str:
    return f"{title} – {whole.facts.name}" if whole.facts.name else title


def _page(whole: Whole, uri: str) -> str:
    """The page about all explainers, or the list of them where there is none."""
    return whole.address(uri if uri in whole.urls else index_uri(whole.settings))


def _is_sheet(uri: str, page: str) -> bool:
    """Whether a page is that one, or one that it goes on in."""
    return uri == page or re.fullmatch(rf"{page.removesuffix('.md')}/\d+\.md", uri) is not None


def _text_of(whole: Whole, uri: str) -> Text | None:
    """The text of a page, of itself or of one of its notes. It goes by the name of the page alone:
    it is asked for every page of the site."""
    settings, texts = whole.settings, whole.library.texts
    folder, _, name = uri.removesuffix(".md").rpartition("/")
    slug = folder.removeprefix(f"{settings.path}/").removesuffix("/notes")
    for found in (name, slug):
        text = texts.get(found)
        if text and uri in {text_uri(settings, text), note_uri(settings, text, name)}:
            return text
    return None
