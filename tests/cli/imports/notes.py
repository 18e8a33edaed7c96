"""The site of these tests, notes of other programs about it, and what came of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from postil.model.settings import Settings
from postil.read.library import read_library

FILES = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - postil\n",
    "content/letter.md": (
        "---\ntitle: A letter\ntext:\n  url: https://example.org/letter\n"
        "  archive: https://archive.example.org/2026/letter\n---\n\n"
        "# A letter\n\nThe town voted in May. Every citizen could vote.\n\n"
        "## Result\n\nThe result was close. It was counted twice, and nobody objected.\n"
    ),
    "content/plain.md": "---\ntitle: Plain\n---\n\nOne two three four five six seven eight nine "
    "ten eleven twelve thirteen fourteen.\n",
    "annotations/sources.yml": "# Our sources.\n\n- id: law\n  type: book\n  DOI: 10.1234/law\n",
    "annotations/contributors.yml": "- id: editors\n  name: The editors\n  kind: organization\n",
}


def row(**fields: Any) -> dict[str, Any]:
    """A public note of Hypothesis."""
    quote = {"type": "TextQuoteSelector", "exact": "voted in May"}
    return {
        "id": "one",
        "created": "2026-05-01T10:00:00Z",
        "uri": "https://example.org/letter",
        "user": "acct:a-reader@example.org",
        "text": "It was June.",
        "permissions": {"read": ["group:__world__"]},
        "target": [{"source": "https://example.org/letter", "selector": [quote]}],
    } | fields


def selected(selector: Any, **fields: Any) -> dict[str, Any]:
    """A note of the W3C model on words of the letter."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://example.org/1",
        "type": "Annotation",
        "bodyValue": "It was June.",
        "target": {"source": "https://example.org/letter", "selector": selector},
    } | fields


def quoted(words: str, **fields: Any) -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": words, **fields}


def files(site: Path) -> dict[str, str]:
    """The files of annotations by their path below `annotations/`."""
    folder = site / "annotations"
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.glob("*/*.yml"))
    }


def valid(site: Path) -> None:
    problems = read_library(site, Settings()).diagnostics
    said = [str(one) for one in problems if not one.code.endswith("-unused")]
    assert said == [], said
