"""Targets of W3C annotations: which document, and which words of it.

https://www.w3.org/TR/annotation-model/#bodies-and-targets
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from postil.model.target import TextQuote
from postil.read import limits
from postil.read.foreign.entry import Entry, described, shortened
from postil.read.foreign.selectors import passage
from postil.read.foreign.values import Passage, Remark
from postil.read.foreign.web_rules import SETS, check_resource

_LOST = ("styleClass", "renderedVia", "state", "scope", "rights", "accessibility")


def read_targets(annotation: Entry) -> tuple[Passage, ...]:
    """The passages of all targets of an annotation, in order; none where they are all wrong."""
    passages: list[Passage] = []
    for at, value in annotation.list("target"):
        passages += _target(value, at, annotation.remarks, 0)
    return tuple(passages)


def _target(value: Any, at: str, remarks: list[Remark], depth: int) -> list[Passage]:
    if isinstance(value, str):
        source = Entry({"target": value}, "", []).iri("target")
        if source:
            return [_whole(source)]
        why = "a target must be an address or an object, and this text is no address"
        remarks.append(Remark(at, shortened(value), why, fault=True))
        return []
    if not isinstance(value, Mapping):
        why = f"a target must be an address or an object, and this is {described(value)}"
        remarks.append(Remark(at, shortened(value), why, fault=True))
        return []
    entry = Entry(value, at, remarks)
    quiet = Entry(value, at, [])
    check_resource(entry, quiet.texts("type"))
    own = entry.entry("postil:written")
    if own:
        source = _source(quiet)
        return [replace(written(own, 0), source=source)] if written(own, 0).named else []
    for key in _LOST:
        if entry.has(key):
            entry.note(key, "a field of a target, for which Postil has no place")
    if entry.has("items") and depth < limits.DEPTH:
        return [
            one
            for way, item in quiet.list("items")
            for one in _target(item, way, remarks, depth + 1)
        ]
    source = _source(quiet)
    if entry.has("selector"):
        return [passage(source, quiet.list("selector"), remarks)]
    if source:
        return [_whole(source)]
    if not set(quiet.texts("type")) & {"SpecificResource", *SETS}:
        entry.fault("id", "a target needs an “id” or a “source”")
    return []


def _source(quiet: Entry) -> str:
    """The address of the document that a target is in."""
    source = quiet.value.get("source")
    if isinstance(source, Mapping):
        return Entry(source, "", []).iri("id")
    return quiet.iri("source") or quiet.iri("id")


def _whole(address: str) -> Passage:
    source, _, fragment = address.partition("#")
    return Passage(source, fragment=fragment)


def written(own: Entry, depth: int = 0) -> Passage:
    """A target as its author wrote it, in an export of Postil's."""
    quiet = Entry(own.value, own.at, [])
    exact = quiet.text("exact").strip()
    within = quiet.entry("postil:within") if depth < limits.DEPTH else None
    return Passage(
        quote=TextQuote(exact, quiet.text("prefix"), quiet.text("suffix")) if exact else None,
        section=quiet.text("postil:section").strip(),
        within=written(within, depth + 1) if within else None,
    )
