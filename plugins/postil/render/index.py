"""The index of explainers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from postil.model.explainer import Explainer
from postil.render.context import RenderContext
from postil.render.evidence import Evidence, weigh
from postil.render.header import kind_of_text, origin, tally
from postil.render.overview import Sheet
from postil.render.templates import template
from postil.render.words import Words, say


@dataclass(frozen=True, slots=True)
class Card:
    """An explainer and the address of its page, as seen from the index."""

    explainer: Explainer
    href: str


@dataclass(frozen=True, slots=True)
class _CardView:
    href: str
    kicker: str
    title: str
    deck: str
    origin: str
    evidence: Evidence
    tally: str


@dataclass(frozen=True, slots=True)
class Some:
    """Which explainers a page lists, where others list the rest: those from `first` to `last`,
    counted from 1, of `total`, on page `number` of `sheets`."""

    first: int
    last: int
    total: int
    number: int
    sheets: Sequence[Sheet]


def render_index(cards: Sequence[Card], context: RenderContext, some: Some | None = None) -> str:
    """The page that lists explainers, in the order given, with the evidence of each."""
    return _render(cards, context, 2, "postil-index", some)


def render_cards(cards: Sequence[Card], context: RenderContext, level: int) -> str:
    """The same list on another page, with headings of that `level`."""
    return _render(cards, context, level, "postil-embed postil-cards")


def _render(
    cards: Sequence[Card],
    context: RenderContext,
    level: int,
    name: str,
    some: Some | None = None,
) -> str:
    return template("index.html").render(
        cards=[_view(card, context) for card in cards],
        level=level,
        name=name,
        some=some,
        shown=_shown(some, context.words) if some else "",
        words=context.words,
        language=context.language,
    )


def _shown(some: Some, words: Words) -> str:
    numbers = {"first": some.first, "last": some.last, "total": some.total}
    return say(words, "sheet-shown", **{key: words.digits(n) for key, n in numbers.items()})


def _view(card: Card, context: RenderContext) -> _CardView:
    text = card.explainer.text
    evidence = weigh(card.explainer.annotations, context)
    return _CardView(
        href=card.href,
        kicker=kind_of_text(text.provenance, context.words),
        title=text.title,
        deck=text.description,
        origin=origin(text.provenance, context.words),
        evidence=evidence,
        tally=tally(evidence.total, evidence.sources, evidence.checked, context.words),
    )
