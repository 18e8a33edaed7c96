"""Files to nodes: each form of file by its own parser."""

from __future__ import annotations

from pathlib import Path

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.read import limits
from postil.read.bibtex_nodes import compose_bibtex
from postil.read.files import read_text
from postil.read.hidden import hidden_characters
from postil.read.json_nodes import compose_json
from postil.read.lookalike import lookalikes
from postil.read.nodes import Document
from postil.read.yaml_nodes import compose


def read_document(file: Path, path: str, limit: int, problems: list[Diagnostic]) -> Document | None:
    """The YAML, JSON or BibTeX in a file of at most `limit` bytes, by the ending of its name; None
    where it cannot be parsed.

    Diagnostics call the file `path`.
    """
    form = file.suffix
    text, found = read_text(file, path, limit, yaml=form not in (".json", ".bib"))
    problems.extend(found)
    if text is None:
        return None
    problems.extend(hidden_characters(text, path))
    problems.extend(lookalikes(text, path))
    document: Document | None
    if form == ".bib":
        document, found = compose_bibtex(text, path)
    elif form == ".json":
        document, found = compose_json(text, path)
    else:
        document, found = compose(text, path, text.split("\n"))
    problems.extend(found)
    if document and document.root is None:
        problems.append(Diagnostic("file-empty", "the file holds nothing", Place(path)))
    return document


def sum_up(problems: list[Diagnostic], before: int, path: str) -> None:
    """Leave only so many problems of one file: those that are listed since `before`."""
    more = len(problems) - before - limits.PROBLEMS
    if more > 0:
        problems[before:] = sorted(problems[before:], key=order)[: limits.PROBLEMS]
        message = f"the file has {more} problems more than are listed here"
        problems.append(Diagnostic("problems-more", message, Place(path), "mend these first"))


def order(problem: Diagnostic) -> tuple[Place, str, str]:
    """By place; several parts may find fault with one place, and must always stand the same."""
    return problem.place, problem.code, problem.message
