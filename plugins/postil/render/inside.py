"""What notes say, on the page of their text, on their own and where they are embedded.

It is the most of what a site shows, and written without a template: one costs ten times as much.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from markupsafe import Markup, escape

from postil.model.scale import Verdict
from postil.render.citation import CitationView
from postil.render.note import ContributorView, NoteView, RevisionView
from postil.render.words import Words


@lru_cache(maxsize=64)
def pill(verdict: Verdict, tone: str) -> Markup:
    """A verdict with its sign and its colour. The sign is for the eye."""
    html = f'<span class="postil-verdict {escape(tone)}" data-sign="{escape(verdict.sign)}">'
    return Markup(f"{html}{escape(verdict.label)}</span>")  # noqa: S704 - escaped


def passages(note: NoteView, words: Words, language: str) -> Markup:
    """The passages of a note, in their text's `language`, each with the way back to it."""
    return Markup("\n".join(_passages(note, words, language)))  # noqa: S704 - escaped below


def finding(note: NoteView, words: Words, folded: bool = False, many: bool = False) -> Markup:
    """The body of a note and all that belongs to it.

    The sources are as long as all the rest: they are `folded` where a note stands beside others,
    but not beside so `many` that hosts take seconds to attend to each thing that folds.
    What is not the finding itself stays out of a search, which would else give many notes for one
    source.
    """
    return Markup("\n".join(_finding(note, words, folded, many)))  # noqa: S704 - escaped below


def citation(source: CitationView, words: Words) -> Markup:
    """A source in the list of a note."""
    return Markup(_citation(source, words))  # noqa: S704 - escaped below


def _passages(note: NoteView, words: Words, language: str) -> Iterator[str]:
    said, say = words.html, words.isolate
    arrow = "↪" if words["direction"] == "rtl" else "↩"
    for passage in note.passages:
        back = escape(passage.back)
        yield (
            f'<p class="postil-passage" data-search-exclude><q>{say(passage.words, language)}</q> '
            f'<a class="postil-back" href="#{escape(passage.href)}" '
            f'aria-label="{back}{said["colon"]}{escape(note.title)}">{arrow} {back}</a></p>'
        )
        if passage.changed:
            yield (
                f'<p class="postil-notice" data-search-exclude>{escape(passage.changed)} '
                f"{said['written-for']} <q>{say(passage.original, language)}</q></p>"
            )
    for missing in note.missing:
        yield (
            f'<p class="postil-notice" data-search-exclude>{escape(missing.why)} '
            f"<q>{say(missing.words, language)}</q></p>"
        )


def _finding(note: NoteView, words: Words, folded: bool, many: bool) -> Iterator[str]:
    said, say = words.html, words.isolate
    yield f'<div class="postil-body">{note.body}</div>'
    yield '<footer class="postil-foot" data-search-exclude>'
    if note.verdict and note.verdict.meaning:
        yield _meaning(note.verdict, said["colon"])
    if note.sources or note.cited:
        if many:
            yield f'<p class="postil-label">{escape(note.count)}</p>'
        else:
            yield f'<details class="postil-cited"{"" if folded else " open"}>'
            yield f"<summary>{escape(note.count)}</summary>"
        yield '<ol class="postil-sources">'
        for source in note.sources:
            yield _citation(source, words)
        yield from note.cited
        yield "</ol>" if many else "</ol>\n</details>"
    if note.citing:
        yield note.citing
    if note.wanted:
        wanted = f'<span class="postil-label">{said["wanted"]}</span> {say(note.wanted)}'
        yield f'<p class="postil-wanted">{wanted}</p>'
    if note.revisions:
        id = "" if folded else ' id="history"'
        yield f'<p class="postil-label"{id}>{said["history"]}</p>'
        yield '<ul class="postil-revisions">'
        for revision in note.revisions:
            yield _revision(revision, words)
        yield "</ul>"
    yield from _colophon(note, words)
    yield "</footer>"


@lru_cache(maxsize=64)
def _meaning(verdict: Verdict, colon: str) -> str:
    label, meaning = escape(verdict.label), escape(verdict.meaning)
    return f'<p class="postil-meaning"><b>{label}{colon}</b>{meaning}</p>'


def _citation(source: CitationView, words: Words) -> str:
    said, say = words.html, words.isolate
    parts = ["<li>", source.reference]
    if source.locator:
        parts += (said["comma"], say(source.locator))
    parts.append(source.stop)
    if source.checks:
        checks = said["semicolon"].join([str(escape(check)) for check in source.checks])
        parts.append(f'\n<span class="postil-checks">{checks}</span>')
    if source.archive:
        parts.append(f" {_link(source.archive, escape(source.archive_words), source.robust)}")
    if link := source.link:
        parts.append(f' <span class="postil-link-{link.state}">{escape(link.told)}</span>')
        if link.moved_to:
            parts.append(f" {_link(link.moved_to, said['link-new'])}")
        if link.archive:
            parts.append(f" {_link(link.archive, escape(link.archive_words))}")
    if source.entry:
        parts.append(f' <a href="{escape(source.entry)}">{said["all-uses"]}</a>')
    if source.quote:
        parts.append(f" <q>{say(source.quote)}</q>")
    if source.supports:
        supports = f"{said['supports']} {say(source.supports)}"
        parts.append(f' <span class="postil-supports">{supports}</span>')
    if source.excerpt:
        parts.append(f"\n<p>{said['showed']} {say(source.excerpt)}</p>")
    if source.remark:
        parts.append(f"\n<p>{say(source.remark)}</p>")
    parts.append("</li>")
    return "".join(parts)


def _link(href: str, html: str, attributes: str = "") -> str:
    return f'<a href="{escape(href)}"{attributes} rel="noopener noreferrer">{html}</a>'


def _revision(revision: RevisionView, words: Words) -> str:
    said, say = words.html, words.isolate
    before = ""
    if revision.before:
        quoted = f"{said['before']} <q>{say(revision.before)}</q>"
        before = f' <span class="postil-before">{quoted}</span>'
    return (
        f'<li><time datetime="{escape(revision.date)}">{escape(revision.day)}</time> '
        f"{escape(revision.kind)}{said['colon']}{say(revision.summary)}{before}</li>"
    )


def _colophon(note: NoteView, words: Words) -> Iterator[str]:
    said = words.html
    items = []
    if note.contributors:
        names = said["comma"].join([_contributor(one, words) for one in note.contributors])
        items.append(f"<li>{said['by']} {names}</li>")
    if note.created:
        day = f'<time datetime="{escape(note.created)}">{escape(note.day)}</time>'
        items.append(f"<li>{said['written']} {day}</li>")
    for href, name in ((note.suggest, said["suggest"]), (note.problem, said["problem"])):
        if href:
            items.append(tool(href, name, note, words))
    if items:
        yield '<ul class="postil-colophon">'
        yield from items
        yield "</ul>"


def tool(href: str, name: str, note: NoteView, words: Words) -> str:
    """A link of a note in a list, named with the note that it belongs to: there are many of the
    same name, which is HTML."""
    away = ' rel="nofollow noopener noreferrer"' if "://" in href else ""
    label = f"{name}{words.html['colon']}{escape(note.title)}"
    return f'<li><a href="{escape(href)}" aria-label="{label}"{away}>{name}</a></li>'


def _contributor(one: ContributorView, words: Words) -> str:
    name = words.isolate(one.name)
    if not one.href:
        return name
    away = ' rel="nofollow noopener noreferrer"' if one.foreign else ""
    return f'<a href="{escape(one.href)}"{away}>{name}</a>'
