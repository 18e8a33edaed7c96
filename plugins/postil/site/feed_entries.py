"""What happened on the site, as entries of feeds."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from postil.model.annotation import Annotation
from postil.model.contributor import Contributor
from postil.model.text import Text
from postil.publish.feed import FeedEntry, absolute_links
from postil.publish.iri import as_uri
from postil.render.body import render_body
from postil.render.context import RenderContext
from postil.site.changes import PUBLICATION, Change
from postil.site.modified import date_of
from postil.site.uris import note_uri, text_uri
from postil.site.whole import Whole

_TAGS = {"removed": "del", "added": "ins"}


def change_entry(whole: Whole, change: Change) -> FeedEntry:
    """A change of an annotation: what it said when it was first published, or what was revised."""
    context, annotation = whole.context, change.annotation
    title = annotation.title or change.text.title
    if change.kind != PUBLICATION:
        title = f"{_label(change, context)}{context.words['colon']}{title}"
    return FeedEntry(
        id=_tag(whole, change.date, change.id),
        title=title,
        address=note_page(whole, change.text, annotation.id),
        published=change.date,
        updated=change.date,
        content=_framed(whole, _told(whole, change), change.text, annotation),
        authors=_authors(whole, annotation),
        tags=(context.kind(annotation.kind).label, change.text.title),
    )


def note_entry(whole: Whole, text: Text, annotation: Annotation) -> FeedEntry:
    """An annotation as it stands: one entry as long as it lives, updated by each revision."""
    return FeedEntry(
        id=_tag(whole, annotation.created, f"{text.slug}:{annotation.id}"),
        title=annotation.title or text.title,
        address=note_page(whole, text, annotation.id),
        published=annotation.created,
        updated=date_of(annotation),
        content=_framed(whole, _body(whole, text, annotation), text, annotation),
        authors=_authors(whole, annotation),
        tags=(whole.context.kind(annotation.kind).label, text.title),
    )


def note_page(whole: Whole, text: Text, id: str) -> str:
    """Where a note is read: its page, or its place in the text."""
    uri = note_uri(whole.settings, text, id)
    if uri in whole.urls:
        return as_uri(whole.address(uri))
    return as_uri(f"{whole.address(text_uri(whole.settings, text))}#{id}")


def _tag(whole: Whole, date: str, name: str) -> str:
    """A tag URI (RFC 4151): it holds no address that could change when pages are moved, and the
    date makes it belong to who had the host on that day."""
    parts = urlsplit(as_uri(whole.root))
    return f"tag:{parts.hostname},{date}:{parts.path}{name}"


def _told(whole: Whole, change: Change) -> Markup:
    """What is told of a change, as HTML."""
    words = whole.context.words
    if change.kind == PUBLICATION:
        if change.after:
            return _paragraphs(change.after)
        return _body(whole, change.text, change.annotation)
    told = _paragraphs(change.summary)
    if change.difference:
        stretches = (_stretch(one.fate, one.words) for one in change.difference)
        return told + Markup("<p>{}</p>").format(Markup("").join(stretches))
    if change.before:
        told += Markup("<p>{} <q>{}</q></p>").format(words["before"], change.before)
    return told


def _stretch(fate: str, words: str) -> Markup:
    tag = _TAGS.get(fate)
    bare = words.rstrip()
    # The space stands outside, so that a line through it does not join two words.
    marked = Markup(f"<{tag}>{{}}</{tag}>").format(bare) if tag else Markup("{}").format(bare)  # noqa: S704 - of two tags
    return marked + (" " if bare != words else "")


def _body(whole: Whole, text: Text, annotation: Annotation) -> Markup:
    page = whole.address(text_uri(whole.settings, text))
    return Markup(absolute_links(render_body(annotation.body), page))  # noqa: S704 - sanitised


def _framed(whole: Whole, told: Markup, text: Text, annotation: Annotation) -> str:
    """The content of an entry: the verdict first, which leads, and the text at its end."""
    context = whole.context
    verdict = context.verdict(annotation.verdict)
    first = f"<p><strong>{escape(verdict.label)}</strong></p>" if verdict else ""
    page = as_uri(f"{whole.address(text_uri(whole.settings, text))}#{annotation.id}")
    link = f'<a href="{escape(page)}">{escape(text.title)}</a>'
    last = f"<p>{escape(context.words['text'])}{escape(context.words['colon'])}{link}</p>"
    language, direction = escape(whole.facts.language), escape(context.words["direction"])
    return f'<div lang="{language}" dir="{direction}">{first}{told}{last}</div>'


def _paragraphs(words: str) -> Markup:
    lines: Iterable[str] = (line.strip() for line in words.splitlines())
    return Markup("").join(Markup("<p>{}</p>").format(line) for line in lines if line)


def _authors(whole: Whole, annotation: Annotation) -> tuple[Contributor, ...]:
    known = whole.library.contributors
    return tuple(known[id] for id in annotation.contributors if id in known)


def _label(change: Change, context: RenderContext) -> str:
    return context.words.get(f"revision-{change.kind}", change.kind)
