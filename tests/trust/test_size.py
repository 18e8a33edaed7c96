"""Ten million characters on one line, wherever a line can stand: read or refused, and in time."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from postil.model.anchor import Status
from postil.model.settings import Settings
from postil.read.foreign.read import ForeignError, read_foreign
from postil.read.library import read_library
from postil.read.originals.formats import read_original
from postil.read.originals.original import OriginalError
from postil.site.markdown import TextRenderer, UnrenderableError, explained

from ..trying import Tried

LENGTH = 10_000_000
LINES = {
    "words": "the town voted ",
    "letters": "a",
    "characters without spaces": "投",
    "accents alone": "\u0301",
    "letters that run to the left": "م",
    "elements": "<b>a</b>",
    "links": "[a](b) ",
    "brackets": "[",
    "stars": "*a",
    "quotation marks": '"',
}
HEAD = "---\ntitle: A town\n---\n\n"
NOTE = "id: one\nkind: context\ntitle: A note\ntarget: The very end.\nbody: It ends.\n"
EXTENSIONS = ("attr_list", "footnotes", "tables", "toc", "pymdownx.superfences")


def line(name: str) -> str:
    unit = LINES[name]
    return unit * (LENGTH // len(unit.encode()))


def site(folder: Path, files: dict[str, str]) -> None:
    for path, content in {"content/town.md": f"{HEAD}The very end.\n", **files}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")


@pytest.mark.trust
@pytest.mark.parametrize("name", LINES)
def test_a_text_of_one_line(name: str, tmp_path: Path, tried: Tried) -> None:
    """It is published with its note, or refused in one sentence; nothing hangs."""
    text = f"{HEAD}{line(name)}\n\nThe very end.\n"
    site(tmp_path, {"content/town.md": text, "annotations/town/one.yml": NOTE})
    library = read_library(tmp_path, Settings())
    refused, status = "", None
    try:
        found = explained(library, TextRenderer(EXTENSIONS, {}, 10), library.texts["town"])
        status = found.explainer.annotations[0].anchors[0].status
    except UnrenderableError as error:
        refused = str(error)
    assert refused.startswith("content/town.md: ") or status is Status.EXACT
    tried("Texts of 10 MB on one line", 1)


FILES: dict[str, Callable[[str], str]] = {
    "content/town.md": lambda words: f"---\ntitle: '{words}'\n---\n\nThe very end.\n",
    "annotations/town/one.yml": lambda words: NOTE.replace("A note", f"'{words}'"),
    "annotations/sources.yml": lambda words: f"- {{id: a, type: book, title: '{words}'}}\n",
    "annotations/contributors.yml": lambda words: f"- {{id: a, name: '{words}'}}\n",
    "annotations/books.bib": lambda words: f"@book{{a, title = {{{words}}}}}\n",
    "annotations/books.json": lambda words: json.dumps([{"id": "a", "title": words}]),
    "annotations/links.json": lambda words: json.dumps([{"address": words}]),
}


@pytest.mark.trust
@pytest.mark.parametrize("path", FILES)
def test_another_file_of_one_line(path: str, tmp_path: Path, tried: Tried) -> None:
    # As much as a file of that kind may have, so that it is read and not refused for its size.
    room = 500_000 if path == "annotations/town/one.yml" else 8_000_000
    for name in LINES:
        words = line(name)[: room // max(1, len(LINES[name].encode()) // len(LINES[name]))]
        site(tmp_path, {"annotations/town/one.yml": NOTE, path: FILES[path](words)})
        problems = read_library(tmp_path, Settings()).diagnostics
        assert any(problem.place.path == path for problem in problems), name
        assert all(len(str(problem)) < 2_000 for problem in problems), name
    tried("Other files of the site with a line of megabytes", len(LINES))


FEW = ("words", "accents alone", "elements", "brackets")
"""Those of which most has to be done."""
FOREIGN: dict[str, Callable[[str], str]] = {
    "csv": lambda words: f'text,quote,body\ntown,end,"{words}"\n',
    "json": lambda words: json.dumps([{"uri": "https://example.org", "text": words, "id": "a"}]),
    "bib": lambda words: f"@book{{a, title = {{{words}}}}}\n",
}


@pytest.mark.trust
@pytest.mark.parametrize("form", FOREIGN)
def test_a_file_to_import_of_one_line(form: str, tried: Tried) -> None:
    for name in FEW:
        data = FOREIGN[form](line(name)).encode()
        with contextlib.suppress(ForeignError):
            read_foreign(data, f"notes.{form}", "", {})
    tried("Files to import with a line of 10 MB", len(FEW))


@pytest.mark.trust
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_document_of_one_line(form: str, tried: Tried) -> None:
    for name in FEW:
        with contextlib.suppress(OriginalError):
            read_original(line(name).encode(), form)
    tried("Documents to convert with a line of 10 MB", len(FEW))
