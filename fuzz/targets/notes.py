"""Files of annotations: bytes to YAML to annotations."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.inputs import cases, files
from fuzz.rules import KNOWN, PATH, annotations_are_sound, problems_have_places
from postil.model.diagnostic import Diagnostic
from postil.read.annotations import read_annotations
from postil.read.files import decode
from postil.read.nodes import Items
from postil.read.yaml_nodes import compose

LONGEST = 400
WORDS = (
    *("id: a\n", "kind: context\n", "title: T\n", "target: The town\n", "body: |\n  Text.\n"),
    *("citations:\n", "  - the-report\n", "  - source: ", "Other.1", "contributors: [editors]\n"),
    *("created: 2026-11-22\n", "revisions:\n", "  - date: ", "    kind: correction\n", "summary: "),
    *("before: ", "verdict: contradicted\n", "draft: true\n", "wanted: ", "quote: ", "locator: "),
    *("exact: ", "prefix: ", "suffix: ", "section: ", "within:\n", "passage: ", "supports: "),
    *("- ", ": ", "<<: ", "&a ", "*a ", "!x ", "!!str ", "| ", ">-\n", "? ", "---\n", "...\n"),
    *("%YAML 1.2\n", "“", "”", "\u2028", "\ufeff", "\\U00110000", '"\\0"', "\r\n", "\t", "#"),
)


def seeds() -> Iterator[bytes]:
    """Good files, and files that each have one thing wrong."""
    yield from cases("annotations/town/*.yml", "annotations/town.yml")
    yield from files("annotations/*/*.yml")


def check(data: bytes) -> None:
    """Each problem has a place; each annotation is here or counted as left out."""
    problems: list[Diagnostic] = []
    text, found = decode(data, PATH, yaml=True)
    problems += found
    if text is None:
        assert problems
        return
    document, found = compose(text, PATH, text.split("\n"))
    problems += found
    if document is None:
        assert problems
        problems_have_places(problems, text)
        return
    notes, left_out = read_annotations(document, "town", KNOWN, problems)
    root = document.root
    written = len(root.items) if isinstance(root, Items) else int(root is not None)
    assert len(notes) + left_out == written
    assert problems or not left_out
    problems_have_places(problems, text)
    annotations_are_sound((note for note, _ in notes), "town")
