"""How a note is cited: as plain text, as BibTeX and as CSL-JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from postil.model.annotation import Annotation
from postil.model.contributor import Contributor
from postil.model.text import Text
from postil.publish.tex import tex


@dataclass(frozen=True, slots=True)
class NoteReference:
    """What is needed to cite a note. `address` is absolute where the site knows its own."""

    annotation: Annotation
    text: Text
    contributors: tuple[Contributor, ...]
    site: str
    address: str


def as_plain(reference: NoteReference, date: str) -> str:
    """One line: who, what, where, when; `date` is the date of the note as readers write it."""
    names = ", ".join(contributor.name for contributor in reference.contributors)
    parts = (
        names,
        f"“{reference.annotation.title}”",
        reference.text.title,
        reference.site,
        date,
        reference.address,
    )
    return ", ".join(part for part in parts if part) + "."


def as_csl(reference: NoteReference) -> str:
    """A CSL-JSON item. https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html"""
    item: dict[str, Any] = {
        "id": _key(reference),
        "type": "webpage",
        "title": reference.annotation.title,
        "container-title": reference.site,
    }
    if reference.contributors:
        item["author"] = [{"literal": one.name} for one in reference.contributors]
    if reference.annotation.created:
        parts = [int(part) for part in reference.annotation.created.split("-")]
        item["issued"] = {"date-parts": [parts]}
    if reference.address:
        item["URL"] = reference.address
    # A line a field, so that it can be read as well as copied.
    fields = (
        f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in item.items()
    )
    return "[{\n  " + ",\n  ".join(fields) + "\n}]"


def as_bibtex(reference: NoteReference) -> str:
    """A BibTeX entry of biblatex's type `online`."""
    authors = " and ".join(f"{{{tex(one.name)}}}" for one in reference.contributors)
    fields = {
        "author": authors,
        "title": tex(reference.annotation.title),
        "organization": tex(reference.site),
        "date": reference.annotation.created,
        "url": reference.address,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@online{{{_key(reference)},\n" + ",\n".join(lines) + "\n}"


def _key(reference: NoteReference) -> str:
    return f"{reference.text.slug}-{reference.annotation.id}"
