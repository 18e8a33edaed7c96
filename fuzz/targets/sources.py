"""Lists of sources in YAML, and of contributors."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.inputs import cases, files
from fuzz.rules import (
    PATH,
    contributors_are_sound,
    problems_have_places,
    sources_are_sound,
)
from postil.model.diagnostic import Diagnostic
from postil.read.contributors import read_contributors
from postil.read.files import decode
from postil.read.sources import read_sources
from postil.read.yaml_nodes import compose

LONGEST = 400
WORDS = (
    *("- id: a\n", "  type: book\n", "  title: ", "  author:\n", "  - family: ", "    given: "),
    *("literal: ", "issued: ", "2026-11", "date-parts: [[2026, 1]]\n", "URL: https://", "DOI: 10."),
    *("ISBN: 978", "ISSN: ", "custom:\n", "archive: ", "archived: ", "checked: ", "copy: own-page"),
    *("seen: ", "extent: ", "excerpt: ", "remark: ", "link: false", "references:\n", "name: "),
    *("kind: organisation\n", "about: ", "url: ", "season: 1", "circa: true", "raw: ", "[", "]"),
    *("{", "}", "“", "”", "#", "| ", ">-\n", "\t", "\r\n", "~2026", "2026?", "-0044"),
)


def seeds() -> Iterator[bytes]:
    """The lists of the test cases and of this site."""
    yield from cases("annotations/sources.yml", "annotations/contributors.yml")
    yield from files("tests/publish/canonical/cases/sources*.yml", "annotations/contributors.yml")


def check(data: bytes) -> None:
    """Each problem has a place; each source and contributor is sound."""
    text, problems = decode(data, PATH, yaml=True)
    if text is None:
        assert problems
        return
    document, found = compose(text, PATH, text.split("\n"))
    problems += found
    if document is None:
        assert problems
    else:
        sources, ids = read_sources(document, problems)
        sources_are_sound(sources)
        assert ids.good <= (ids.written or frozenset())
        told: list[Diagnostic] = []
        people, _ = read_contributors(document, told)
        contributors_are_sound(people)
        problems += told
    problems_have_places(problems, text)
