"""Sources in CSL JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from fuzz.inputs import cases
from fuzz.rules import problems_have_places, sources_are_sound
from postil.read.files import decode
from postil.read.json_nodes import compose_json
from postil.read.scalars import plain
from postil.read.sources import read_sources

PATH = "annotations/sources.json"
LONGEST = 400
WORDS = (
    *('"id": "', '"type": "book"', '"title": "', '"author": [{"family": "', '"given": "'),
    *('"issued": {"date-parts": [[', '"literal": "', '"URL": "https://', '"DOI": "10.'),
    *('"custom": {', '"references": [', '"checked": "2026-11-22"', "\\u0000", "\\ud83d", "\\n"),
    *("[", "]", "{", "}", ",", ":", "true", "null", "-0.5e9", "1e999", "NaN", '"', "\\"),
)
JSON_WORDS = (
    *("id", "type", "book", "title", "author", "editor", "family", "given", "literal", "suffix"),
    *("issued", "accessed", "date-parts", "raw", "season", "circa", "URL", "DOI", "ISBN", "ISSN"),
    *("custom", "references", "checked", "copy", "own-page", "archive", "archived", "link", "seen"),
    *("excerpt", "remark", "page", "volume", "issue", "container-title", "publisher", "language"),
)
"""Names and values that JSON is changed with."""


def seeds() -> Iterator[bytes]:
    """The files of the test cases, and one item."""
    yield (
        b'[{"id": "one", "type": "book", "title": "T", "author": [{"family": "W", "given": "A"}],'
        b' "issued": {"date-parts": [[2020, 2]]}, "URL": "https://example.org/",'
        b' "custom": {"checked": "2026-11-22", "own": [1, null, true]}}]'
    )
    yield from cases("annotations/*.json")


def check(data: bytes) -> None:
    """As Python's own parser reads it, or refused with a place; each source is sound."""
    text, problems = decode(data, PATH)
    if text is None:
        assert problems
        return
    document, found = compose_json(text, PATH)
    problems += found
    if document is None:
        assert problems
    else:
        if document.root is not None:
            json.loads(text)
            plain(document.root)
        sources, _ = read_sources(document, problems)
        sources_are_sound(sources)
    problems_have_places(problems, text)
