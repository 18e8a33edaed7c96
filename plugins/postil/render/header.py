"""The head of an explainer: what the text is, where it is from, and what the evidence says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from postil.model.explainer import Explainer
from postil.model.text import Provenance
from postil.render.context import RenderContext
from postil.render.controls import controls_data
from postil.render.dates import long_date
from postil.render.evidence import weigh
from postil.render.link_state import link_in_note
from postil.render.links import safe_link
from postil.render.map import Lane
from postil.render.templates import template
from postil.render.words import Words, count, say

# The end of a sentence; more characters than this are more than the head of a page should hold.
_SENTENCE = re.compile(r"(?<=[^\s\d.]{2}[.!?؟।])\s+")
_LONG = 300


@dataclass(frozen=True, slots=True)
class Link:
    """An address that may be linked, and its words."""

    href: str
    words: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know of a text, with links that belong to it; `more` folds behind the words."""

    label: str
    words: str
    links: tuple[Link, ...] = ()
    more: str = ""


def render_header(explainer: Explainer, context: RenderContext, lanes: Sequence[Lane] = ()) -> str:
    """The head of the page of `explainer`, with the page's `h1` and the `lanes` of its map."""
    text, words = explainer.text, context.words
    evidence = weigh(explainer.annotations, context)
    return template("header.html").render(
        kicker=f"{words['annotated']} · {kind_of_text(text.provenance, words)}",
        title=text.title,
        deck=text.description,
        facts=_facts(text.provenance, context),
        evidence=evidence,
        lanes=lanes,
        controls=controls_data(explainer, context),
        tally=tally(evidence.total, evidence.sources, evidence.checked, words),
        words=words,
        language=context.language,
    )


def kind_of_text(provenance: Provenance, words: Words) -> str:
    """What a text is to the site: under examination, or a primary source."""
    return words.get(provenance.relation, provenance.relation)


def origin(provenance: Provenance, words: Words) -> Markup:
    """Who published a text, who wrote it, and when; what the origin did not show is said so."""
    published = long_date(provenance.published, words)
    if provenance.author or published:
        author = words.isolate(provenance.author or words["no-author"])
        made = escape(words["comma"]).join((author, published or words["no-date"]))
    else:
        made = escape(words["no-author-or-date"])
    parts = (words.isolate(provenance.publisher), made)
    return escape(words["semicolon"]).join(part for part in parts if part)


def tally(notes: int, sources: int, checked: str, words: Words) -> str:
    """How many notes and sources there are, and when the last source was checked."""
    parts = [count(words, "note-count", notes), count(words, "source-count", sources)]
    if checked:
        parts.append(say(words, "checked", date=long_date(checked, words)))
    return words["comma"].join(parts)


def _remark(remark: str, words: Words) -> Fact:
    """What there is to know of the copy: of many words, the first sentence leads to the others."""
    end = _SENTENCE.search(remark) if len(remark) > _LONG else None
    if end is None:
        return Fact(words["copy"], words.isolate(remark))
    first, rest = remark[: end.start()], remark[end.end() :]
    return Fact(words["copy"], words.isolate(first), more=words.isolate(rest))


def _facts(provenance: Provenance, context: RenderContext) -> tuple[Fact, ...]:
    words = context.words
    url, archive = safe_link(provenance.url), safe_link(provenance.archive)
    links = []
    if url:
        links.append(Link(url, urlsplit(url).netloc.removeprefix("www.")))
    if archive:
        links.append(Link(archive, words["archived"]))
    retrieved = long_date(provenance.retrieved, words)
    known = [say(words, "retrieved", date=retrieved)] if retrieved else []
    if link := link_in_note(provenance.url, archive, context):
        known.append(link.told)
        found = (Link(link.moved_to, words["link-new"]), Link(link.archive, link.archive_words))
        links += [one for one in found if one.href]
    facts = (
        Fact(words["text"], origin(provenance, words)),
        Fact(
            words["original"],
            words["semicolon"].join(known),
            tuple(links),
        ),
        Fact(words["reason"], words.isolate(provenance.reason)),
        _remark(provenance.remark, words),
        Fact(words["rights"], words.isolate(provenance.rights)),
    )
    return tuple(fact for fact in facts if fact.words or fact.links)
