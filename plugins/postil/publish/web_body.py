"""What an annotation says, as bodies of the W3C Web Annotation model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from postil.model.anchor import Anchor
from postil.model.annotation import Citation, PassageCitation
from postil.model.source import Source
from postil.model.target import Target
from postil.model.text import Text
from postil.publish.iri import web_uri
from postil.publish.web_target import time_state, web_target
from postil.render.citation import archive_link, source_link


@dataclass(frozen=True, slots=True)
class CitedText:
    """A passage of a text that is cited: the text, the IRI of its page and its words as readers
    see them, and the passage there."""

    text: Text
    page: str
    visible: str
    target: Target
    anchor: Anchor


def note_body(markdown: str, language: str, direction: str) -> dict[str, Any]:
    """The words of the note, in Markdown as they were written."""
    return _text("note", markdown, "commenting", "text/markdown", language, direction)


def verdict_body(verdict: str, label: str, language: str) -> dict[str, Any]:
    """The verdict, which classifies the passage; its words are those that readers see."""
    made = _text("verdict", label, "classifying", "text/plain", language)
    return made | {"postil:verdict": verdict}


def wanted_body(wanted: str, language: str) -> dict[str, Any]:
    """Which evidence is still wanted: a question to those who read."""
    return _text("wanted", wanted, "questioning", "text/plain", language)


def citation_body(citation: Citation, source: Source | None) -> dict[str, Any]:
    """One use of a source, linked to the passage.

    Where the source has an address the body is that resource, as it was on the day when it was
    archived or opened, with the quoted words selected in it; else it is its title.
    """
    address = web_uri(source_link(source)) if source else ""
    title = source.title if source else citation.source
    made: dict[str, Any]
    if address and source:
        made = {
            "type": "SpecificResource",
            "source": {"id": address, "label": title},
            "purpose": "linking",
        }
        if citation.quote:
            made["selector"] = {"type": "TextQuoteSelector", "exact": citation.quote}
        if state := _state(source):
            made["state"] = state
        made["postil:role"] = "citation"
    else:
        made = _text("citation", title, "linking", "text/plain")
        if citation.quote:
            made["postil:quote"] = citation.quote
    made["postil:cites"] = citation.source
    if citation.locator:
        made["postil:locator"] = citation.locator
    if citation.supports:
        made["postil:supports"] = citation.supports
    return made


def passage_body(citation: PassageCitation, cited: CitedText) -> dict[str, Any]:
    """One use of a passage of another text of the site, linked to the passage: the words in that
    text, as a target names them. Of a note with several passages it is the first."""
    made = web_target(cited.target, cited.anchor, cited.visible, cited.text.provenance, cited.page)
    if citation.target is None:
        # It is the note's own, and may change with it.
        del made["postil:written"]
    made["source"] = {"id": made["source"], "label": cited.text.title}
    made |= {"purpose": "linking", "postil:role": "citation", "postil:passage": citation.name}
    if citation.locator:
        made["postil:locator"] = citation.locator
    if citation.supports:
        made["postil:supports"] = citation.supports
    return made


def _state(source: Source) -> dict[str, Any] | None:
    """The state in which a source is cited: that of its archive copy, else of the day on which its
    own address was opened. Who read a stored or printed copy does not know what stood there."""
    archive = archive_link(source)
    if archive and (state := time_state(source.archived, archive)):
        return state
    opened = "" if source.seen in ("stored", "paper") else source.checked
    return time_state(opened, archive)


def _text(
    role: str, value: str, purpose: str, format: str, language: str = "", direction: str = ""
) -> dict[str, Any]:
    made = {"type": "TextualBody", "value": value, "format": format}
    if language:
        made["language"] = language
    if direction:
        made["textDirection"] = direction
    return made | {"purpose": purpose, "postil:role": role}
