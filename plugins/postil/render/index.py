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
    """The list of explainers, in the order given, with the evidence of each."""
    return template("index.html").render(
        cards=[_view(card, context) for card in cards],
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
