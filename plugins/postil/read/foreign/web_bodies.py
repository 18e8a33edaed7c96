"""Bodies of W3C annotations: what they say, in Markdown, and what they were filed under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from postil.read import limits
from postil.read.foreign.entry import Entry, clean, described, shortened
from postil.read.foreign.markdown_text import from_html, from_plain, link
from postil.read.foreign.values import Cited, Remark
from postil.read.foreign.web_rules import SETS, check_resource
from postil.read.foreign.web_targets import written

_LOST = ("rights", "creator", "created", "accessibility", "renderedVia", "styleClass", "selector")
"""Fields of a body that Postil has no place for."""


@dataclass(slots=True)
class Said:
    """What the bodies of one annotation say, as it is gathered."""

    paragraphs: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    purposes: list[str] = field(default_factory=list)
    citations: list[Cited] = field(default_factory=list)
    verdict: str = ""
    wanted: str = ""

    @property
    def body(self) -> str:
        """The paragraphs as one Markdown text."""
        return "\n\n".join(filter(None, self.paragraphs))


def read_bodies(annotation: Entry, uses: tuple[str, ...]) -> Said:
    """What an annotation says, which was written for `uses`."""
    said = Said()
    for at, value in annotation.list("body"):
        _read(said, value, at, annotation.remarks, uses, 0)
    if annotation.has("bodyValue") and not annotation.has("body"):
        # https://www.w3.org/TR/annotation-model/#string-body: plain text, and no more.
        said.paragraphs.append(from_plain(_quiet(annotation).text("bodyValue")))
    return said


def _quiet(entry: Entry) -> Entry:
    """The entry for reading what was checked before, without saying everything twice."""
    return Entry(entry.value, entry.at, [])


def _read(
    said: Said, value: Any, at: str, remarks: list[Remark], uses: tuple[str, ...], depth: int
) -> None:
    if isinstance(value, str):
        entry = Entry({"id": value}, at, [])
        address = entry.iri("id")
        if address:
            _mention(said, address, "", uses)
        else:
            why = "a body must be an address or an object, and this text is no address"
            remarks.append(Remark(at, shortened(value), why, fault=True))
            said.paragraphs.append(from_plain(clean(value)))
        return
    if not isinstance(value, Mapping):
        why = f"a body must be an address or an object, and this is {described(value)}"
        remarks.append(Remark(at, shortened(value), why, fault=True))
        return
    entry = Entry(value, at, remarks)
    quiet = _quiet(entry)
    kinds = quiet.texts("type")
    check_resource(entry, kinds)
    if _own(said, quiet):
        return
    for key in _LOST:
        if entry.has(key):
            entry.note(key, "a field of a body, for which Postil has no place")
    purposes = quiet.texts("purpose")
    said.purposes += purposes
    uses = purposes or uses
    if entry.has("items") and depth < limits.DEPTH:
        items = quiet.list("items")
        if "Choice" in kinds and len(items) > 1:
            items = [_chosen(items)]
            entry.note("items", "one of several alternatives; the first that is a text was taken")
        for way, item in items:
            _read(said, item, way, remarks, uses, depth + 1)
    elif entry.has("value"):
        _say(said, quiet, entry, uses)
    elif entry.has("source"):
        _read_source(said, quiet, remarks, uses, depth)
    elif address := quiet.iri("id"):
        _mention(said, address, _label(quiet), uses)
    elif not set(kinds) & {"TextualBody", *SETS}:
        entry.fault("id", "a body needs an “id”, a “value” or a “source”")


def _chosen(items: list[tuple[str, Any]]) -> tuple[str, Any]:
    texts = (one for one in items if isinstance(one[1], Mapping) and one[1].get("value"))
    return next(texts, items[0])


def _say(said: Said, quiet: Entry, entry: Entry, uses: tuple[str, ...]) -> None:
    """A body whose words stand in the file."""
    words = quiet.text("value")
    formats = quiet.texts("format")
    if "tagging" in uses:
        said.tags.append(" ".join(words.split()))
    elif "text/html" in formats or "application/xhtml+xml" in formats:
        said.paragraphs.append(from_html(words))
    elif any(one.startswith(("text/markdown", "text/x-markdown")) for one in formats):
        said.paragraphs.append(words)
    else:
        if formats and "text/plain" not in formats:
            entry.note("format", "taken as plain text")
        said.paragraphs.append(from_plain(words))


def _read_source(
    said: Said, quiet: Entry, remarks: list[Remark], uses: tuple[str, ...], depth: int
) -> None:
    source = quiet.value.get("source")
    if isinstance(source, str | Mapping) and depth < limits.DEPTH:
        _read(said, source, quiet.way("source"), remarks, uses, depth + 1)


def _mention(said: Said, address: str, label: str, uses: tuple[str, ...]) -> None:
    """A body that stands elsewhere: it is linked to."""
    if "tagging" in uses:
        said.tags.append(label or address)
    else:
        said.paragraphs.append(link(address, label))


def _label(quiet: Entry) -> str:
    return next(iter(quiet.texts("label")), "")


def _own(said: Said, quiet: Entry) -> bool:
    """Whether the body is one that Postil exported, by its role; it is taken back as it was."""
    role = quiet.text("postil:role")
    if role == "note":
        said.paragraphs.append(quiet.text("value"))
    elif role == "verdict":
        said.verdict = quiet.text("postil:verdict").strip()
    elif role == "wanted":
        said.wanted = quiet.text("value").strip()
    elif role == "citation":
        said.citations.append(_citation(quiet))
    else:
        return False
    return True


def _citation(quiet: Entry) -> Cited:
    if passage := quiet.text("postil:passage").strip():
        own = quiet.entry("postil:written")
        return Cited(
            "",
            quiet.text("postil:locator").strip(),
            "",
            quiet.text("postil:supports").strip(),
            passage,
            written(own) if own else None,
        )
    selector = quiet.entry("selector")
    words = selector.text("exact") if selector else quiet.text("postil:quote")
    return Cited(
        quiet.text("postil:cites").strip(),
        quiet.text("postil:locator").strip(),
        words.strip(),
        quiet.text("postil:supports").strip(),
    )
