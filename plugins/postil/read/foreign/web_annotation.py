"""W3C Web Annotations in JSON-LD: annotations, pages of them, and collections.

https://www.w3.org/TR/annotation-model/. The compact form is read, as the Recommendation's context
makes it; arrays and single values are taken for one another wherever the model allows both.
What Postil exports is taken back whole; `postil.publish.web_annotation` says where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from postil.read.foreign.entry import Entry, clean, described, shortened
from postil.read.foreign.values import Foreign, ForeignNote, Person, Refused, Remark, Revised
from postil.read.foreign.web_bodies import read_bodies
from postil.read.foreign.web_rules import check_annotation, check_context
from postil.read.foreign.web_targets import read_targets

FORM = "web-annotation"

_TYPES = ("Annotation", "AnnotationPage", "AnnotationCollection")
_LOST = ("rights", "audience", "stylesheet", "via", "canonical", "generator", "modified")


def is_web_annotation(value: Any) -> bool:
    """Whether a JSON value looks like annotations of the W3C model."""
    if isinstance(value, list):
        return bool(value) and is_web_annotation(value[0])
    if not isinstance(value, Mapping):
        return False
    return "@context" in value or bool(set(_TYPES) & set(_kinds(value)))


def read_web_annotation(value: Any) -> Foreign:
    """The annotations in a JSON-LD document, with the faults of each."""
    notes: list[ForeignNote] = []
    refused: list[Refused] = []
    remarks: list[Remark] = []
    documents = enumerate(value) if isinstance(value, list) else [(-1, value)]
    for number, document in documents:
        at = "" if number < 0 else f"[{number}]"
        for way, one, found in _annotations(document, at, remarks, 0):
            result = _annotation(one, way, found)
            if isinstance(result, Refused):
                refused.append(result)
            else:
                notes.append(result)
    return Foreign(FORM, tuple(notes), refused=tuple(refused), remarks=tuple(remarks))


def _kinds(value: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(kind.rpartition(":")[2] for kind in Entry(value, "", []).texts("type")) or Entry(
        value, "", []
    ).texts("@type")


def _annotations(
    value: Any, at: str, remarks: list[Remark], depth: int
) -> Iterator[tuple[str, Any, list[Remark]]]:
    """The annotations of a document, each with the way to it and what was found so far."""
    found: list[Remark] = []
    if not isinstance(value, Mapping) or depth > 4:
        yield at, value, found
        return
    entry = Entry(value, at, remarks)
    kinds = _kinds(value)
    if depth == 0 and set(_TYPES) & set(kinds):
        check_context(Entry(value, at, found if "Annotation" in kinds else remarks))
    if isinstance(value.get("@graph"), list):
        for way, one in entry.list("@graph"):
            yield from _annotations(one, way, remarks, depth + 1)
    elif "AnnotationCollection" in kinds:
        for key in ("first", "items"):
            for way, page in entry.list(key):
                if isinstance(page, str):
                    entry.note(key, "a page that stands in another file, which is not read")
                else:
                    yield from _annotations(page, way, remarks, depth + 1)
    elif "AnnotationPage" in kinds:
        if isinstance(value.get("next"), str):
            entry.note("next", "the next page stands in another file, which is not read")
        for way, item in entry.list("items"):
            yield from _annotations(item, way, remarks, depth + 1)
        if isinstance(value.get("next"), Mapping):
            yield from _annotations(value["next"], entry.way("next"), remarks, depth + 1)
    else:
        yield at, value, found


def _annotation(value: Any, at: str, remarks: list[Remark]) -> ForeignNote | Refused:
    if not isinstance(value, Mapping):
        why = f"an annotation must be an object, and this is {described(value)}"
        return Refused(at, (Remark(at, shortened(value), why, fault=True),))
    entry = Entry(value, at, remarks)
    quiet = Entry(value, at, [])
    origin = next(iter(quiet.texts("id")), "")
    kinds = _kinds(value)
    if "Annotation" not in kinds:
        missing = "“type” is missing; it must be Annotation"
        entry.fault("type", "“type” is not Annotation" if kinds else missing)
        if kinds or not entry.has("target"):
            return Refused(at, tuple(remarks), origin)
    check_annotation(entry)
    if not entry.has("target"):
        entry.fault("target", "“target” is missing, so that nobody knows what it is about")
        return Refused(at, tuple(remarks), origin)
    before = len(remarks)
    passages = read_targets(entry)
    if not passages:
        if len(remarks) == before:
            entry.fault("target", "“target” is empty")
        return Refused(at, tuple(remarks), origin)
    own = entry.has("postil:id")
    if not own:
        for key in _LOST:
            if entry.has(key) and not any(one.field == entry.way(key) for one in remarks):
                entry.note(key, "a field for which Postil has no place")
    uses = quiet.texts("motivation")
    said = read_bodies(entry, uses)
    return ForeignNote(
        where=at,
        origin=origin,
        answers=passages[0].source if "replying" in uses and len(passages) == 1 else "",
        text=quiet.text("postil:text").strip(),
        id=quiet.text("postil:id").strip(),
        kind=quiet.text("postil:kind").strip(),
        title=next(iter(quiet.texts("label")), ""),
        body=said.body,
        verdict=said.verdict,
        wanted=said.wanted,
        uses=tuple(dict.fromkeys((*uses, *said.purposes))),
        tags=tuple(dict.fromkeys(said.tags)),
        people=tuple(_people(quiet)),
        created=quiet.date("created"),
        passages=passages,
        citations=tuple(said.citations),
        revisions=tuple(_revisions(quiet)),
        remarks=tuple(remarks),
    )


def _people(quiet: Entry) -> Iterator[Person]:
    for at, value in quiet.list("creator"):
        if isinstance(value, str):
            yield Person(clean(value))
        elif isinstance(value, Mapping):
            one = Entry(value, at, [])
            kind = "organization" if "Organization" in _kinds(value) else "person"
            names = [*one.texts("name"), *one.texts("nickname")]
            id = next(iter(one.texts("nickname")), "") or one.text("id").strip()
            homepage = next(iter(one.texts("homepage")), "")
            yield Person(id, names[0] if names else "", kind, homepage)


def _revisions(quiet: Entry) -> Iterator[Revised]:
    for at, value in quiet.list("postil:revisions"):
        if isinstance(value, Mapping):
            one = Entry(value, at, [])
            names = ("date", "kind", "summary", "before")
            yield Revised(*(one.text(f"postil:{name}").strip() for name in names))
