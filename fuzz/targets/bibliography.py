"""Bibliographies that are imported: CSL in JSON and YAML, BibTeX; and files of any format."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.foreign import is_sound, read
from fuzz.inputs import files
from fuzz.targets import bibtex, csl_json, sources

LONGEST = 400
WORDS = (*csl_json.WORDS, *sources.WORDS, *bibtex.WORDS[:20])
JSON_WORDS = (
    *csl_json.JSON_WORDS,
    "items",
    "categories",
    "note",
    "abstract",
    "keyword",
    "10.1000/182",
)
"""Names and values that JSON is changed with."""


def seeds() -> Iterator[bytes]:
    """Those of the files that a site has."""
    yield from csl_json.seeds()
    yield from files("tests/publish/canonical/cases/sources*.yml")
    yield from list(bibtex.seeds())[:4]


def check(data: bytes) -> None:
    """As the format that it is said to be, and as the one that it looks like."""
    for form in ("csl", "bibtex" if data[:1] == b"@" else ""):
        foreign = read(data, form, "sources.yml")
        if foreign is not None:
            is_sound(foreign)
