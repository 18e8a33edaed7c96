"""The index of explainers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from postil.model.explainer import Explainer
from postil.render.context import RenderContext
from postil.render.evidence import Evidence, weigh
from postil.render.header import kind_of_text, origin, tally
from postil.render.templates import template


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


def render_index(cards: Sequence[Card], context: RenderContext) -> str:
    """The page that lists explainers, in the order given, with the evidence of each."""
    return _render(cards, context, 2, "postil-index")


def render_cards(cards: Sequence[Card], context: RenderContext, level: int) -> str:
    """The same list on another page, with headings of that `level`."""
    return _render(cards, context, level, "postil-embed postil-cards")


def _render(cards: Sequence[Card], context: RenderContext, level: int, name: str) -> str:
    return template("index.html").render(
        cards=[_view(card, context) for card in cards],
        level=level,
        name=name,
        words=context.words,
        language=context.language,
    )


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
