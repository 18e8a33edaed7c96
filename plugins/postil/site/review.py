"""What is new or different in the annotations of a site since a revision, for a reviewer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from postil.model.annotation import Annotation, Citation, Revision
from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.model.place import Place
from postil.model.source import Source
from postil.model.target import Target
from postil.site.imports.existing import without_places

_NOWHERE = Place("")


class Fate(StrEnum):
    """What happened to an annotation."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a field said before and says now; either may be empty."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An annotation to be reviewed: as it is or, where it was removed, as it was. `was` is what it
    was before, None for a new one. `diagnostics` are those of its lines."""

    fate: Fate
    annotation: Annotation
    was: Annotation | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def changes(self) -> tuple[FieldChange, ...]:
        """The fields that say something else than before, but for the body and the revisions."""
        if self.was is None:
            return ()
        pairs = zip(_fields(self.was), _fields(self.annotation), strict=True)
        return tuple(
            FieldChange(name, before, after)
            for (name, before), (_, after) in pairs
            if before != after
        )

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """The revisions that it did not have before; none for a new one."""
        if self.was is None:
            return ()
        old = {(one.date, one.kind, one.summary) for one in self.was.revisions}
        return tuple(
            one for one in self.annotation.revisions if (one.date, one.kind, one.summary) not in old
        )


@dataclass(frozen=True, slots=True)
class Review:
    """The annotations to be reviewed, in the order of the texts and files, the sources that are new
    or were changed, and the diagnostics that belong to none of these annotations."""

    notes: tuple[Reviewed, ...]
    sources: tuple[tuple[Source, Fate], ...]
    diagnostics: tuple[Diagnostic, ...]


def review(before: Library, after: Library, diagnostics: Iterable[Diagnostic]) -> Review:
    """What a reviewer has to look at, when the library was `before` and is `after` now, with what
    was found in it."""
    found = list(diagnostics)
    starts = _starts(after)
    notes: list[Reviewed] = []
    taken: set[int] = set()
    for slug in dict.fromkeys((*before.annotations, *after.annotations)):
        for one in _of_text(before.annotations.get(slug, ()), after.annotations.get(slug, ())):
            own = [] if one.fate is Fate.REMOVED else _within(one.annotation, found, starts)
            taken.update(own)
            notes.append(replace(one, diagnostics=tuple(found[number] for number in own)))
    rest = tuple(one for number, one in enumerate(found) if number not in taken)
    return Review(tuple(notes), tuple(_sources(before, after)), rest)


def _of_text(old: Iterable[Annotation], new: Iterable[Annotation]) -> Iterator[Reviewed]:
    was = {annotation.id: annotation for annotation in old}
    ids = set()
    for annotation in new:
        ids.add(annotation.id)
        earlier = was.get(annotation.id)
        if earlier is None:
            yield Reviewed(Fate.NEW, annotation)
        elif without_places(earlier) != without_places(annotation):
            yield Reviewed(Fate.CHANGED, annotation, earlier)
    yield from (Reviewed(Fate.REMOVED, one, one) for id, one in was.items() if id not in ids)


def _starts(library: Library) -> Mapping[str, list[int]]:
    """The lines in which the annotations of each file begin, sorted."""
    starts: dict[str, list[int]] = {}
    for notes in library.annotations.values():
        for note in notes:
            starts.setdefault(note.place.path, []).append(note.place.line)
    return {path: sorted(lines) for path, lines in starts.items()}


def _within(
    note: Annotation, diagnostics: list[Diagnostic], starts: Mapping[str, list[int]]
) -> list[int]:
    """The numbers of the diagnostics of the lines from an annotation to the next in its file."""
    path, first = note.place.path, note.place.line
    end = next((line for line in starts[path] if line > first), None)
    return [
        number
        for number, one in enumerate(diagnostics)
        if one.place.path == path
        and first <= one.place.line
        and (end is None or one.place.line < end)
    ]


def _sources(before: Library, after: Library) -> Iterator[tuple[Source, Fate]]:
    for id, source in after.sources.items():
        was = before.sources.get(id)
        if was is None:
            yield source, Fate.NEW
        elif replace(was, place=_NOWHERE) != replace(source, place=_NOWHERE):
            yield source, Fate.CHANGED


def _fields(note: Annotation) -> tuple[tuple[str, str], ...]:
    return (
        ("kind", note.kind),
        ("title", note.title),
        ("target", "; ".join(map(target_words, note.targets))),
        ("verdict", note.verdict),
        ("citations", "; ".join(map(_citation, note.citations))),
        ("contributors", ", ".join(note.contributors)),
        ("created", note.created),
        ("wanted", note.wanted),
        ("draft", "true" if note.draft else ""),
    )


def target_words(target: Target) -> str:
    """A target in words: its own, and what tells them apart."""
    quote = target.quote
    parts = [f"“{' '.join(quote.exact.split())}”"] if quote else []
    if quote and quote.prefix:
        parts.append(f"after “{' '.join(quote.prefix.split())}”")
    if quote and quote.suffix:
        parts.append(f"before “{' '.join(quote.suffix.split())}”")
    if target.section:
        parts.append(f"in the section “{target.section}”")
    if target.within:
        parts.append(f"within {target_words(target.within)}")
    return " ".join(parts)


def _citation(one: Citation) -> str:
    quote = f"“{one.quote}”" if one.quote else ""
    return ", ".join(filter(None, (one.source, one.locator, quote, one.supports)))
