"""The ways into Postil that are fuzzed, in the order of the table.

Each module has `check`, which takes any bytes and raises where something is wrong; `seeds`, inputs
to begin with; `WORDS`, which mean something there; and `LONGEST`, the bytes of an input.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Protocol, cast


class Target(Protocol):
    """What a module of this package has."""

    LONGEST: int
    WORDS: tuple[str, ...]

    @staticmethod
    def seeds() -> Iterator[bytes]:
        """Inputs to begin with."""

    @staticmethod
    def check(data: bytes) -> None:
        """Raises where Postil is wrong about an input."""


NAMES: Mapping[str, str] = MappingProxyType(
    {
        "notes": "Annotations in YAML",
        "sources": "Sources and contributors in YAML",
        "front_matter": "Front matter and Markdown of texts",
        "dates": "Dates, addresses, numbers and ids",
        "bibtex": "Sources in BibTeX",
        "tex": "TeX in BibTeX",
        "csl_json": "Sources in CSL JSON",
        "style": "Citation styles (CSL)",
        "web_annotation": "Import: Web Annotations (JSON-LD)",
        "hypothesis_json": "Import: Hypothesis",
        "csv_table": "Import: tables",
        "bibliography": "Import: bibliographies",
        "html_body": "Import: HTML of bodies",
        "anchoring": "Anchoring: texts and targets",
        "visible": "The visible text of HTML",
        "splicing": "Splicing marks and notes into HTML",
        "body": "Bodies of notes as HTML",
        "fmt": "`postil fmt`",
        "edits": "`postil reanchor`",
        "whole": "The whole way to HTML",
    }
)
"""What each target is called for readers, by the name of its module."""


def target(name: str) -> Target:
    """The module of that name."""
    return cast(Target, import_module(f"fuzz.targets.{name}"))
