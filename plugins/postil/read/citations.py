"""What an annotation cites, and how it was changed since it was published."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from postil.model.annotation import Citation, PassageCitation, Revision
from postil.model.fields.annotation import CITATION, REVISION
from postil.read.fields import Fields
from postil.read.nodes import Scalar
from postil.read.passages import passage_key, read_passage
from postil.read.unique import Ids
from postil.read.words import shown


def read_citations(
    owner: Fields, sources: Ids
) -> tuple[tuple[Citation, ...], tuple[PassageCitation, ...]]:
    """The citations of an annotation: those whose source exists, and those of passages, which can
    be checked when every text was read."""
    citations: list[Citation] = []
    passages: list[PassageCitation] = []
    for item in owner.lists("citations", CITATION):
        if isinstance(item, Scalar):
            at = owner.document.place(item)
            citation = Citation(owner.bare(item, "citations"), at)
        elif "passage" in item.entries or "target" in item.entries:
            if passage := read_passage(item):
                passages.append(passage)
            continue
        else:
            at = item.place("source")
            source = item.word("source")
            texts = (item.text(key) for key in ("locator", "quote", "supports"))
            citation = Citation(source, item.place(), *texts)
            item.required("source", source)
        if citation.source in sources.good:
            citations.append(citation)
        elif citation.source and not sources.excuses(citation.source):
            owner.report(
                "source-unknown",
                f"there is no source {shown(citation.source)}",
                at,
                owner.meant(citation.source, sources.good) or "add it to the list of sources",
            )
    return (
        tuple(_once(owner, citations, lambda one: (one.source, one.quote), lambda one: one.source)),
        tuple(_once(owner, passages, passage_key, lambda one: one.name)),
    )


_Cited = TypeVar("_Cited", Citation, PassageCitation)


def _once(
    owner: Fields,
    citations: list[_Cited],
    what: Callable[[_Cited], Hashable],
    name: Callable[[_Cited], str],
) -> Iterable[_Cited]:
    """The citations without those that say the same a second time, which is noted."""
    seen: dict[Hashable, _Cited] = {}
    for one in citations:
        first = seen.setdefault((what(one), one.locator, one.supports), one)
        if first is not one:
            owner.report(
                "citation-repeated",
                f"{shown(name(one))} is cited a second time; the first is in line"
                f" {first.place.line}",
                one.place,
                "leave one out, or say what differs: “locator”, “quote” or “supports”",
            )
    return seen.values()


def read_revisions(owner: Fields, created: str) -> tuple[Revision, ...]:
    """The revisions of an annotation, in order of time."""
    revisions: list[Revision] = []
    for item in owner.lists("revisions", REVISION):
        if isinstance(item, Scalar):
            owner.not_fields(item, REVISION)
            continue
        date, summary = item.date("date", whole=True), item.text("summary")
        kind = item.choice("kind")
        complete = [
            item.required(key, value)
            for key, value in (("date", date), ("kind", kind), ("summary", summary))
        ]
        if not all(complete):
            continue
        if created and date < created:
            item.report(
                "date-order",
                f"the revision of {date} stands before “created”, {created}",
                item.place("date"),
                "check both dates",
            )
        elif revisions and date < revisions[-1].date:
            item.report(
                "date-order",
                f"the revision of {date} stands after that of {revisions[-1].date}",
                item.place("date"),
                "put the oldest first",
            )
        revisions.append(Revision(date, kind, summary, item.place(), item.text("before")))
    return tuple(sorted(revisions, key=lambda revision: revision.date))
