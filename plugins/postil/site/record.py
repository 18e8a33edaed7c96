"""What a site says in its annotations, beside what it said before: is every change on record?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from postil.anchor.normal import normal
from postil.model.annotation import Annotation, Revision
from postil.model.codes import CODES
from postil.model.diagnostic import Diagnostic, Level
from postil.model.library import Library
from postil.model.place import Place
from postil.model.target import Target

# Characters of a quotation in a message.
_SHOWN = 60

_Change = tuple[str, Place]

Same = Callable[[Annotation, Annotation], bool]
"""Whether a note as it was and as it is are about the same words, as readers see them."""


def compare(
    before: Library,
    after: Library,
    ref: str,
    same_passages: Same,
) -> tuple[Diagnostic, ...]:
    """What changed without a word since the revision `ref`, when the library was `before`.

    An annotation counts as published where it was read and was no draft. Its claim is its kind,
    title, verdict, the words that it is about, and its citations: to change one of them takes a
    new revision (see `docs/how-to/review.md`). White space, quotation marks, dashes and other
    typography do not count, and neither does the order of citations. A target that is written
    anew is no change where `same_passages` says that readers see the same words as before.
    """
    unreadable = _unreadable(after)
    found: list[Diagnostic] = []
    for slug, notes in before.annotations.items():
        now = {annotation.id: annotation for annotation in after.annotations.get(slug, ())}
        text = before.texts[slug].place.path
        for annotation in notes:
            if annotation.draft:
                continue
            current = now.get(annotation.id)
            if current is None:
                # What cannot be read has a diagnostic of its own, which comes first.
                if not {annotation.place.path, text} & unreadable:
                    found.append(_removed(annotation, ref))
            elif current.draft:
                found.append(_withdrawn(current, ref))
            else:
                found.extend(_compared(annotation, current, ref, same_passages))
    return tuple(sorted(found, key=lambda one: (one.place, one.code, one.message)))


def _unreadable(library: Library) -> set[str]:
    """The files in which something could not be read."""
    errors = (one for one in library.diagnostics if CODES[one.code].level is Level.ERROR)
    return {one.place.path for one in errors}


def _removed(annotation: Annotation, ref: str) -> Diagnostic:
    place = annotation.place
    return Diagnostic(
        "annotation-removed",
        f"the annotation “{annotation.id}” is gone; at {ref} it stood in line {place.line}",
        Place(place.path),
        "its address is permanent: keep the annotation, and say in a revision what became of it",
    )


def _withdrawn(annotation: Annotation, ref: str) -> Diagnostic:
    return Diagnostic(
        "annotation-removed",
        f"the annotation “{annotation.id}” was published at {ref} and is now a draft",
        annotation.place,
        "its address is permanent: keep it, and say in a revision what became of it",
    )


def _compared(
    before: Annotation, after: Annotation, ref: str, same_passages: Same
) -> Iterator[Diagnostic]:
    old, new = _dates(before.revisions), _dates(after.revisions)
    for date, kind in sorted((old - new).elements()):
        yield Diagnostic(
            "revision-removed",
            f"the annotation “{after.id}” had a revision of {date or 'no date'} ({kind}) at {ref}",
            after.place,
            "put it back: a revision is a record, and stays",
        )
    if new - old:
        return
    changes = list(_changes(before, after, same_passages))
    if changes:
        said = "; ".join(words for words, _ in changes)
        place = next((at for _, at in changes if at != after.place), after.place)
        yield Diagnostic(
            "revision-missing",
            f"the annotation “{after.id}” changed since {ref}, and no new revision says so: {said}",
            place,
            "add one to its “revisions”: date, kind, summary, and what it said before",
        )
    elif _plain(before.body) != _plain(after.body):
        yield Diagnostic(
            "body-changed",
            f"the annotation “{after.id}” is worded differently than at {ref}",
            after.body_place,
            "if it says something else now, add a revision",
        )


def _dates(revisions: Sequence[Revision]) -> Counter[tuple[str, str]]:
    # Not by their summary: to mend a slip in it makes no other revision of it.
    return Counter((revision.date, revision.kind) for revision in revisions)


def _changes(before: Annotation, after: Annotation, same_passages: Same) -> Iterator[_Change]:
    """What was changed in what the annotation claims, and where it stands now, if anywhere."""
    fields = (
        ("kind", before.kind, after.kind),
        ("title", before.title, after.title),
        ("verdict", before.verdict, after.verdict),
    )
    for name, was, now in fields:
        if _plain(was) != _plain(now):
            yield f"its {name} was {_quoted(was)} and is {_quoted(now)}", after.place
    yield from _target_changes(before, after, same_passages)
    yield from _citation_changes(before, after)


def _target_changes(
    before: Annotation, after: Annotation, same_passages: Same
) -> Iterator[_Change]:
    old, new = _by_words(before.targets), _by_words(after.targets)
    if old.keys() == new.keys() or same_passages(before, after):
        return
    gone = [_quoted(words) for words in old if words not in new]
    come = [_quoted(words) for words in new if words not in old]
    at = next((target.place for words, target in new.items() if words not in old), after.place)
    if gone and come:
        yield f"the words that it is about were {', '.join(gone)} and are {', '.join(come)}", at
    elif gone or come:
        yield f"it is {'no longer' if gone else 'now'} about {', '.join(gone or come)}", at


def _citation_changes(before: Annotation, after: Annotation) -> Iterator[_Change]:
    old, new = _by_use(before), _by_use(after)
    gone = {use[0]: None for use in old if use not in new}
    come = {use[0]: place for use, place in new.items() if use not in old}
    for source, place in come.items():
        how = "differently" if source in gone else "now"
        yield f"it cites {_quoted(source)} {how}", place
    for source in [source for source in gone if source not in come]:
        kept = any(use[0] == source for use in new)
        yield f"it cites {_quoted(source)} {'less' if kept else 'no longer'}", after.place


def _by_words(targets: Iterable[Target]) -> dict[str, Target]:
    return {_plain(target.words): target for target in targets}


def _by_use(annotation: Annotation) -> dict[tuple[str, ...], Place]:
    """Where each use of a source or passage stands, by what is cited and what is said of it."""
    uses: dict[tuple[str, ...], Place] = {
        (one.source, _plain(one.locator), _plain(one.quote), _plain(one.supports)): one.place
        for one in annotation.citations
    }
    for one in annotation.cited_passages:
        words = [_plain(quote) for quote in _by_words([one.target] if one.target else [])]
        uses[one.name, _plain(one.locator), *words, _plain(one.supports)] = one.place
    return uses


def _plain(words: str) -> str:
    return normal(words.strip()).text


def _quoted(words: str) -> str:
    if not words:
        return "nothing"
    line = " ".join(words.split())
    return f"“{line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + '…'}”"
