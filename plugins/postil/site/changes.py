"""What changed on the site: first publications and revisions of every annotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from postil.model.annotation import Annotation, Revision
from postil.model.text import Text
from postil.site.difference import Stretch, difference
from postil.site.explain import Explained
from postil.site.said import said_by
from postil.site.whole import Whole

PUBLICATION = "publication"
"""The kind of a change that is the first publication of its annotation."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happened to an annotation on a day (`date`, ISO 8601).

    `id` is unique on the site and stays: `slug:annotation:first` for a publication,
    `slug:annotation:date` for a revision, with `:2` and so on for more of them on one day.
    `number` is that of the note in its text. `kind` is `publication`, or that of the revision;
    `summary` is the revision's. `before` and `after` are the words that changed as readers saw
    them, plain text; either is empty where it is not on record. `before` is empty for a
    publication, and `after`, too, where the annotation was never revised: its body says it still.
    `difference` sets the two side by side, and is empty unless both are known.
    `revision` is the record itself, None for a publication.
    """

    id: str
    text: Text
    annotation: Annotation
    number: int
    date: str
    kind: str
    summary: str
    before: str
    after: str
    difference: tuple[Stretch, ...] = ()
    revision: Revision | None = None


def changes(whole: Whole) -> tuple[Change, ...]:
    """Every change of the published annotations, newest first.

    A first publication is a change where the annotation says when it was `created`; what it said
    then, and what each revision changed, is told as in `postil.site.versions`. Drafts have not
    been published. Changes of one day stand in the order of the explainers and, within one, of
    its notes, the last change of a note first.
    """
    return whole.once("changes", lambda: _all(whole, whole.explained))


def look_at(whole: Whole, slugs: Collection[str]) -> None:
    """Makes `changes` those of some texts alone, by their slugs: enough for the pages of these."""
    some = [one for one in whole.explained if one.explainer.text.slug in slugs]
    whole.once("changes", lambda: _all(whole, some))


def changes_of(whole: Whole, explained: Explained) -> list[Change]:
    """Those of one text, in the same order."""
    return _newest_first(_of_text(whole, explained))


def _all(whole: Whole, some: Iterable[Explained]) -> tuple[Change, ...]:
    return tuple(_newest_first(change for one in some for change in _of_text(whole, one)))


def _newest_first(found: Iterable[Change]) -> list[Change]:
    return sorted(found, key=lambda change: change.date, reverse=True)


def _of_text(whole: Whole, explained: Explained) -> Iterator[Change]:
    text = explained.explainer.text
    for number, anchored in enumerate(explained.explainer.annotations, start=1):
        yield from reversed(list(_of_one(whole, text, anchored.annotation, number)))


def _of_one(whole: Whole, text: Text, annotation: Annotation, number: int) -> Iterator[Change]:
    """The changes of one annotation, oldest first."""
    name = f"{text.slug}:{annotation.id}"
    first, steps = said_by(annotation, whole) if annotation.revisions else ("", ())
    if annotation.created:
        yield Change(
            id=f"{name}:first",
            text=text,
            annotation=annotation,
            number=number,
            date=annotation.created,
            kind=PUBLICATION,
            summary="",
            before="",
            after=first,
        )
    if not annotation.revisions:
        return
    days: Counter[str] = Counter()
    for revision, step in zip(annotation.revisions, steps, strict=True):
        days[revision.date] += 1
        again = f":{days[revision.date]}" if days[revision.date] > 1 else ""
        yield Change(
            id=f"{name}:{revision.date}{again}",
            text=text,
            annotation=annotation,
            number=number,
            date=revision.date,
            kind=revision.kind,
            summary=revision.summary,
            before=step.before,
            after=step.after,
            difference=difference(step.before, step.after) if step.before and step.after else (),
            revision=revision,
        )
