"""What the W3C Web Annotation model requires of each field, and the faults of a document.

https://www.w3.org/TR/annotation-model/; each fault names the field and what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from postil.read.foreign.entry import Entry, described, is_iri
from postil.read.words import nearest

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
SETS = ("Choice", "Composite", "List", "Independents")
_DIRECTIONS = ("ltr", "rtl", "auto")
_NEAR = 85.0

Rule = Callable[[Entry, str], object]


def _iris(entry: Entry, key: str) -> None:
    for _, value in entry.list(key):
        if not isinstance(value, str) or not is_iri(value):
            entry.fault(key, f"“{key}” must be an address, and is none")
            return


def _agents(entry: Entry, key: str) -> None:
    for _, value in entry.list(key):
        if isinstance(value, Mapping) or (isinstance(value, str) and is_iri(value)):
            continue
        why = f"“{key}” must be an address or an object, and is {described(value)}"
        entry.fault(key, f"{why} that is no address" if isinstance(value, str) else why)
        return


def _texts(entry: Entry, key: str) -> None:
    entry.texts(key)


def _direction(entry: Entry, key: str) -> None:
    value = entry.text(key)
    if value and value not in _DIRECTIONS:
        entry.fault(key, f"“{key}” must be ltr, rtl or auto")


_SHARED: dict[str, Rule] = {
    "id": Entry.iri,
    "created": Entry.date,
    "modified": Entry.date,
    "generated": Entry.date,
    "creator": _agents,
    "generator": _agents,
    "rights": _iris,
    "canonical": Entry.iri,
    "via": _iris,
}
_ANNOTATION: dict[str, Rule] = _SHARED | {
    "bodyValue": Entry.text,
    "motivation": _texts,
    "body": lambda _entry, _key: None,
    "target": lambda _entry, _key: None,
    "audience": lambda _entry, _key: None,
    "stylesheet": lambda _entry, _key: None,
}
_RESOURCE: dict[str, Rule] = _SHARED | {
    "format": _texts,
    "language": _texts,
    "processingLanguage": Entry.text,
    "textDirection": _direction,
    "accessibility": _texts,
    "purpose": _texts,
    "value": Entry.text,
    "styleClass": _texts,
    "scope": _agents,
    "source": _agents,
    "selector": lambda _entry, _key: None,
    "state": lambda _entry, _key: None,
    "items": lambda _entry, _key: None,
    "renderedVia": lambda _entry, _key: None,
}
_SELECTOR: dict[str, Rule] = {
    "id": Entry.iri,
    "conformsTo": Entry.iri,
    "value": Entry.text,
    "exact": Entry.text,
    "prefix": Entry.text,
    "suffix": Entry.text,
    "start": Entry.number,
    "end": Entry.number,
    "startSelector": lambda _entry, _key: None,
    "endSelector": lambda _entry, _key: None,
    "refinedBy": lambda _entry, _key: None,
}
_NEEDS: dict[str, tuple[str, ...]] = {
    "FragmentSelector": ("value",),
    "CssSelector": ("value",),
    "XPathSelector": ("value",),
    "TextQuoteSelector": ("exact",),
    "TextPositionSelector": ("start", "end"),
    "DataPositionSelector": ("start", "end"),
    "RangeSelector": ("startSelector", "endSelector"),
}


def check_context(entry: Entry) -> None:
    """Note a document that does not say that it follows the Recommendation."""
    contexts = [value for _, value in entry.list("@context")]
    if not contexts:
        entry.fault("@context", f"“@context” is missing; it must be {CONTEXT}")
    elif CONTEXT not in [
        value.replace("https:", "http:", 1) for value in contexts if isinstance(value, str)
    ]:
        entry.fault("@context", f"“@context” must hold {CONTEXT}")


def check_annotation(entry: Entry) -> None:
    """Note what is wrong with the fields of an annotation itself."""
    _check(entry, _ANNOTATION)
    if not entry.has("id"):
        entry.fault("id", "“id” is missing, by which others could name the annotation")
    if entry.has("body") and entry.has("bodyValue"):
        entry.fault("bodyValue", "an annotation has “body” or “bodyValue”, and not both")


def check_resource(entry: Entry, kinds: tuple[str, ...]) -> None:
    """Note what is wrong with a body or target that is an object of those types."""
    _check(entry, _RESOURCE)
    sets = [kind for kind in kinds if kind in SETS]
    if len(sets) > 1:
        entry.fault("type", f"“type” is {' and '.join(sets)}, of which there can be one")
    if entry.has("items") and not sets:
        entry.fault("items", f"“items” needs a “type”, which is one of {', '.join(SETS)}")
    if sets and not entry.list("items"):
        entry.fault("items", f"“items” is missing, which {sets[0]} needs")
    if "TextualBody" in kinds and not entry.has("value"):
        entry.fault("value", "“value” is missing, which TextualBody needs")
    specific = "SpecificResource" in kinds or entry.has("selector") or entry.has("state")
    if specific and not entry.has("source"):
        entry.fault("source", "“source” is missing, which a SpecificResource needs")
    for way, value in entry.list("selector"):
        _check_selector(value, way, entry, 0)


def _check_selector(value: object, way: str, owner: Entry, depth: int) -> None:
    if not isinstance(value, Mapping):
        if not isinstance(value, str) or not is_iri(value):
            Entry({way: value}, "", owner.remarks).fault(
                way, f"a selector must be an address or an object, and this is {described(value)}"
            )
        return
    entry = Entry(value, way, owner.remarks)
    _check(entry, _SELECTOR)
    kind = value.get("type")
    needed = _NEEDS.get(kind, ()) if isinstance(kind, str) else ()
    for key in needed:
        if not entry.has(key):
            entry.fault(key, f"“{key}” is missing, which {kind} needs")
    if depth < 8:
        for key in ("refinedBy", "startSelector", "endSelector"):
            for inner, next_ in entry.list(key):
                _check_selector(next_, inner, entry, depth + 1)


def _check(entry: Entry, rules: Mapping[str, Rule]) -> None:
    names = ("type", *rules)
    for key in entry.value:
        if key in rules:
            if entry.has(key):
                rules[key](entry, key)
        elif key not in names and key.isalpha() and (meant := nearest(key, names, _NEAR)):
            entry.fault(key, f"“{key}” is no field of the model; “{meant}” was probably meant")
