"""The map of a text: where in it its notes stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from postil.model.explainer import AnchoredAnnotation
from postil.model.scale import Kind
from postil.render.addresses import Address
from postil.render.context import RenderContext
from postil.render.evidence import count_kinds
from postil.render.words import Words

# The least that is drawn of a passage, in percent of the text: a few pixels.
_LEAST = 0.6
# In a lane of more stops than these, those that lie upon one another are one: no pointer could hit
# each, and a browser would draw thousands of them in a place that holds some hundred.
_MOST = 300


@dataclass(frozen=True, slots=True)
class Stop:
    """A passage on the map, from `start` to `end` in percent of the text, with its note; of several
    that are drawn as one, the first."""

    href: str
    name: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Lane:
    """The notes of one kind: how many there are, and where their passages stand."""

    kind: Kind
    count: int
    stops: tuple[Stop, ...]


def lanes(
    annotations: Sequence[AnchoredAnnotation],
    ids: Sequence[Address],
    length: int,
    context: RenderContext,
) -> tuple[Lane, ...]:
    """A lane for each kind of note, in the order of the site's scale.

    `ids` are the addresses of the notes, `length` that of the visible text. A note without a place
    is counted and has no stop.
    """
    return tuple(
        Lane(
            one.kind,
            one.count,
            _drawn(
                [
                    stop
                    for number, (anchored, address) in enumerate(
                        zip(annotations, ids, strict=True), start=1
                    )
                    if anchored.annotation.kind == one.kind.id
                    for stop in _stops(anchored, number, address, length, context.words)
                ]
            ),
        )
        for one in count_kinds(annotations, context)
    )


def _stops(
    anchored: AnchoredAnnotation, number: int, ids: Address, length: int, words: Words
) -> list[Stop]:
    stops = []
    for anchor in anchored.anchors:
        if anchor.placed:
            end = round(max(anchor.end * 100 / length, _LEAST), 2)
            start = round(min(anchor.start * 100 / length, end - _LEAST), 2)
            name = f"{words.digits(number)}. {anchored.annotation.title}"
            stops.append(Stop(ids.note, name, start, end))
    return stops


def _drawn(stops: list[Stop]) -> tuple[Stop, ...]:
    """The stops of a lane as they are drawn."""
    if len(stops) <= _MOST:
        return tuple(stops)
    drawn: list[Stop] = []
    for stop in sorted(stops, key=attrgetter("start")):
        last = drawn[-1] if drawn else None
        if last and stop.start < last.start + _LEAST:
            if stop.end > last.end:
                drawn[-1] = replace(last, end=stop.end)
        else:
            drawn.append(stop)
    return tuple(drawn)
