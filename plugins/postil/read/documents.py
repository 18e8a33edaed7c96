"""Files to nodes: each form of file by its own parser."""

from __future__ import annotations

from pathlib import Path

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.read.files import Content, content_of
from postil.read.hidden import hidden_characters
from postil.read.lookalike import lookalikes
from postil.read.nodes import Document
from postil.read.yaml_nodes import compose


def read_document(file: Path, path: str, limit: int, problems: list[Diagnostic]) -> Document | None:
    """The YAML, JSON or BibTeX in a file of at most `limit` bytes, by the ending of its name; None
    where it cannot be parsed.

    Diagnostics call the file `path`.
    """
    return document_of(content_of(file, path, limit), problems)


def document_of(content: Content, problems: list[Diagnostic]) -> Document | None:
    """The YAML, JSON or BibTeX in what was read of a file, as above."""
    path = content.path
    text, found = content.text(yaml=not path.endswith((".json", ".bib")))
    problems.extend(found)
    if text is None:
        return None
    problems.extend(hidden_characters(text, path))
    problems.extend(lookalikes(text, path))
    document: Document | None
    if path.endswith(".bib"):
        # What reads this takes a while to load, and few sites have it.
        from postil.read.bibtex_nodes import compose_bibtex

        document, found = compose_bibtex(text, path)
    elif path.endswith(".json"):
        from postil.read.json_nodes import compose_json

        document, found = compose_json(text, path)
    else:
        document, found = compose(text, path, text.split("\n"))
    problems.extend(found)
    if document and document.root is None:
        problems.append(Diagnostic("file-empty", "the file holds nothing", Place(path)))
    return document
