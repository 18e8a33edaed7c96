"""The passages of an annotation, as targets of the W3C Web Annotation model."""

from __future__ import annotations

from typing import Any

from postil.model.anchor import Anchor, Status
from postil.model.target import Target
from postil.model.text import Provenance
from postil.publish.iri import web_uri
from postil.publish.moment import day_start, time_span

CONTEXT_LENGTH = 32
"""Characters before and after a passage that tell it apart from others with the same words."""


def web_target(
    target: Target, anchor: Anchor, visible: str, provenance: Provenance, page: str
) -> dict[str, Any]:
    """One passage as a `SpecificResource` (https://www.w3.org/TR/annotation-model/#specific-resources).

    `visible` is the text as its readers see it, `page` the IRI of the explainer's page.

    The source is the original, where its address is known: the note is about it, and a reader of
    the original finds the passage there by its words. The page on which the note was written is
    the `scope`. The selector holds the words as they stand in the text, and those around them,
    which also stands for sections and wider targets; what the author wrote is `postil:written`.
    Positions are no selector: they count in the text as it is shown here, and a client would
    count them in the original.
    """
    original = web_uri(provenance.url)
    made: dict[str, Any] = {"type": "SpecificResource", "source": original or page}
    if original:
        made["scope"] = page
        if state := time_state(provenance.retrieved, provenance.archive):
            made["state"] = state
    made["selector"] = _selector(target, anchor, visible)
    made["postil:written"] = written(target)
    made["postil:anchor"] = _found(anchor)
    if provenance.sha256:
        made["postil:sha256"] = provenance.sha256
    return made


def time_state(date: str, archive: str) -> dict[str, Any] | None:
    """The state in which a resource was seen on a date, and where that copy is kept.

    A `TimeState` has a moment, or two; without a date there is none.
    https://www.w3.org/TR/annotation-model/#time-state
    """
    state: dict[str, Any] = {"type": "TimeState"}
    start, end = time_span(date)
    if moment := day_start(date):
        state["sourceDate"] = moment
    elif start:
        state |= {"sourceDateStart": start, "sourceDateEnd": end}
    else:
        return None
    if cached := web_uri(archive):
        state["cached"] = cached
    return state


def written(target: Target) -> dict[str, Any]:
    """A target as its author wrote it, in the terms of the exports."""
    made: dict[str, Any] = {}
    if target.quote is not None:
        made["exact"] = target.quote.exact
        made |= _unless_empty(prefix=target.quote.prefix, suffix=target.quote.suffix)
    if target.section:
        made["postil:section"] = target.section
    if target.within is not None:
        made["postil:within"] = written(target.within)
    return made


def _selector(target: Target, anchor: Anchor, visible: str) -> dict[str, Any]:
    made = {"type": "TextQuoteSelector"}
    if anchor.placed:
        start, end = anchor.start, anchor.end
        made["exact"] = visible[start:end]
        return made | _unless_empty(
            prefix=visible[max(start - CONTEXT_LENGTH, 0) : start],
            suffix=visible[end : end + CONTEXT_LENGTH],
        )
    if target.quote is None:
        return made | {"exact": target.section}
    quote = target.quote
    return made | {"exact": quote.exact} | _unless_empty(prefix=quote.prefix, suffix=quote.suffix)


def _found(anchor: Anchor) -> dict[str, Any]:
    made: dict[str, Any] = {"postil:status": str(anchor.status)}
    if anchor.placed:
        made |= {"start": anchor.start, "end": anchor.end}
    if anchor.status is not Status.EXACT:
        made["postil:score"] = round(anchor.score, 4)
    return made


def _unless_empty(**fields: str) -> dict[str, str]:
    return {name: value for name, value in fields.items() if value}
