"""What the notes of a text amount to, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from postil.model.explainer import AnchoredAnnotation
from postil.model.scale import Kind
from postil.render.context import RenderContext
from postil.render.note import tone


@dataclass(frozen=True, slots=True)
class Share:
    """How many notes have a verdict; `start` is the number of notes in the shares before it.

    `id` is that of the verdict, or empty for notes without one.
    """

    id: str
    label: str
    sign: str
    tone: str
    count: int
    start: int


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many notes are of a kind."""

    kind: Kind
    count: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Counts by verdict and by kind, in the order of the site's scale; what is 0 is left out.

    `sources` counts the works that are cited, texts of the site among them, `checked` is the last
    day on which one of them was opened (ISO 8601), or empty.
    """

    total: int
    shares: tuple[Share, ...]
    kinds: tuple[KindCount, ...]
    sources: int
    checked: str


def weigh(annotations: Sequence[AnchoredAnnotation], context: RenderContext) -> Evidence:
    """The evidence of `annotations`. Notes without a verdict only explain, and come last."""
    cited = {citation.source for one in annotations for citation in one.annotation.citations}
    texts = {citation.text for one in annotations for citation in one.annotation.cited_passages}
    checked = (context.sources[id].checked for id in cited if id in context.sources)
    return Evidence(
        total=len(annotations),
        shares=_shares(annotations, context),
        kinds=count_kinds(annotations, context),
        sources=len(cited) + len(texts),
        checked=max(checked, default=""),
    )


def _shares(annotations: Sequence[AnchoredAnnotation], context: RenderContext) -> tuple[Share, ...]:
    counts = Counter(one.annotation.verdict for one in annotations)
    scale = [verdict.id for verdict in context.settings.verdicts]
    order = [*scale, *sorted(id for id in counts if id and id not in scale), ""]
    shares: list[Share] = []
    start = 0
    for id in order:
        if counts[id]:
            verdict = context.verdict(id)
            label = verdict.label if verdict else context.words["explains"]
            sign = verdict.sign if verdict else "–"
            shares.append(Share(id, label, sign, tone(verdict), counts[id], start))
            start += counts[id]
    return tuple(shares)


def count_kinds(
    annotations: Sequence[AnchoredAnnotation], context: RenderContext
) -> tuple[KindCount, ...]:
    """How many notes there are of each kind, in the order of the site's scale."""
    counts = Counter(one.annotation.kind for one in annotations)
    known = [kind.id for kind in context.settings.kinds]
    order = [*known, *sorted(id for id in counts if id not in known)]
    return tuple(KindCount(context.kind(id), counts[id]) for id in order if counts[id])
