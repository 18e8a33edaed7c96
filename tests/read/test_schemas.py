"""Editors, which go by the schemas, and reading find fault with the same files.

Every file of YAML and every front matter of the golden cases and of this repository is held against
its schema by an independent validator, and read. Of problems that a schema could know, either both
find some or neither does, and where reading finds one, so does the schema, in the same line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft7Validator, ValidationError

from postil.model.codes import CODES
from postil.model.diagnostic import Diagnostic
from postil.model.limits import Limits
from postil.model.settings import Settings
from postil.publish.schema import schema
from postil.read import limits
from postil.read.documents import read_document
from postil.read.files import read_text
from postil.read.folders import FORMS, find_annotations
from postil.read.library import read_library
from postil.read.nodes import Document, Entries, Items
from postil.read.scalars import plain
from postil.read.settings import read_settings
from postil.read.text_folder import find_texts
from postil.read.texts import front_matter

if TYPE_CHECKING:
    from .conftest import Case

ROOT = Path(__file__).resolve().parents[2]

SHAPE = frozenset(
    {"field-missing", "field-unknown", "field-type", "boolean-word", "target-empty", "file-empty"}
    | {"value-unknown", "kind-unknown", "verdict-unknown"}
    | {"citation-form", "id-form", "date-form", "url-form", "isbn-form"}
    | {"language-form", "hash-form"}
)
"""What a schema can know."""

BEYOND = {
    # Several things, or several files.
    "id-duplicate": "whether an id stands twice is a matter of all files",
    "source-unknown": "the sources stand in other files",
    "contributor-unknown": "the contributors stand in another file",
    "source-unused": "the annotations stand in other files",
    "contributor-unused": "the annotations stand in other files",
    "citation-repeated": "a note may cite a source twice for two things",
    "date-order": "one date is held against another",
    "field-twice": "the same field stands beside `custom` and in it",
    # How a value was written, which is gone when YAML was read.
    "comment-in-value": "a comment is no value",
    "quotes-typographic": "whether YAML's quotation marks stand around the others",
    "lines-joined": "the lines of a body, once joined",
    "body-long": "its formatting would be lost, and nothing is wrong with it",
    "problems-more": "sums up others",
    # Names of files and folders.
    **dict.fromkeys(
        ("file-unknown", "file-type", "file-outside", "name-form", "name-clash", "text-duplicate"),
        "the names of files",
    ),
    **dict.fromkeys(("text-unknown", "folder-missing"), "other files and folders"),
    "notes-more": "the notes of a text may stand in several files",
    **dict.fromkeys(("passage-unknown", "passage-draft"), "the texts and their notes"),
    # Files of other forms.
    **dict.fromkeys(
        ("bibtex-syntax", "bibtex-name", "bibtex-tex", "bibtex-limits"), "files of BibTeX"
    ),
    **dict.fromkeys(("json-syntax", "json-limits", "links-form", "style-form"), "JSON and XML"),
    **dict.fromkeys(
        ("settings-value", "settings-syntax"), "the configuration has no schema of ours"
    ),
}
"""Codes that a schema cannot know, with the reason."""

UNREAD = frozenset(
    {
        "field-withheld",
        "characters-hidden",
        "address-lookalike",
        "file-unreadable",
        "file-size",
        "file-encoding",
        "file-characters",
    }
) | {
    *("front-matter", "yaml-syntax"),
    *(code for code in CODES if code.startswith("yaml-")),
}
"""Codes of files that hold nothing for a schema; an editor shows the errors of YAML among them."""

SINGLE = [
    ("field-unknown", "is not a field that Postil reads", "the host may have a field of that name"),
    ("citation-form", "names no passage|target” stands", "a note may be part of the words or not"),
    ("citation-form", "cites its own passage", "an id is held against another"),
    ("isbn-form", "its last digit does not fit", "no pattern can add"),
    ("date-form", r"is no date: .* instead\)", "numbers in a list, which together are a day"),
]
"""Of codes that a schema can know, what it cannot: a part of the message, and the reason."""


def test_every_code_of_reading_is_one_that_schemas_know_or_cannot_know() -> None:
    codes = {code.id for code in CODES.values() if code.room == "read"}
    assert codes == SHAPE | set(BEYOND) | UNREAD
    assert not SHAPE & set(BEYOND)
    assert not UNREAD & (SHAPE | set(BEYOND))


def documents(root: Path, settings: Settings) -> Iterator[tuple[str, Document, str]]:
    """Path, content and schema of each file that could be parsed."""
    unheard: list[Diagnostic] = []
    if (root / settings.annotations).is_dir():
        files, shared, _ = find_annotations(root / settings.annotations, root, unheard)
        named = [(one.file, "annotations") for one in files]
        named += [(file, "sources") for file in shared.sources if file.suffix not in FORMS]
        named += [(file, "contributors") for file in [shared.contributors] if file]
        for file, name in named:
            path = file.relative_to(root).as_posix()
            document = read_document(file, path, limits.SOURCES_BYTES, unheard)
            if document:
                yield path, document, name
    if (root / settings.content).is_dir():
        for one in find_texts(root / settings.content, root, unheard)[0]:
            text, _ = read_text(one.file, one.path, Limits().text * 1024)
            head, _ = front_matter((text or "").split("\n"), one.path, unheard)
            if text is not None and head:
                yield one.path, head, "front-matter"


@cache
def _default(name: str) -> Draft7Validator:
    return Draft7Validator(schema(name, Settings()))


def disagreements(root: Path, settings: Settings) -> tuple[int, list[str]]:
    """How many files were compared, and those of which one says what the other does not."""
    library = read_library(root, settings)
    compared, found = 0, []
    for path, document, name in documents(root, settings):
        own = [one for one in library.diagnostics if one.place.path == path]
        if UNREAD & {one.code for one in own}:
            continue
        said = [one for one in own if one.code in SHAPE and not _single(one)]
        validator = _default(name)
        if settings != Settings():
            validator = Draft7Validator(schema(name, settings))
        instance = plain(document.root) if document.root else {} if name == "front-matter" else None
        errors = list(validator.iter_errors(instance))
        compared += 1
        lines = {line for error in errors for line in _lines(document, error)}
        # Words that are right without these marks are not with them, to whoever keeps them.
        kept = bool(errors) and not said and "quotes-typographic" in {one.code for one in own}
        if bool(errors) is not bool(said) and not kept:
            told = [f"{one.json_path}: {one.message}" for one in errors]
            found.append(f"{path}: reading says {said or 'nothing'}, editors {told or 'nothing'}")
        found += [
            f"{one}: editors have errors in lines {sorted(lines)} alone"
            for one in said
            if errors and one.place.line and one.place.line not in lines
        ]
    return compared, found


def _lines(document: Document, error: ValidationError) -> Iterator[int]:
    """The lines in which an editor shows an error: that of the value, or of the wrong name."""
    node = document.root
    for step in error.absolute_path:
        if isinstance(node, Entries):
            node = node.entries[str(step)][1]
        elif isinstance(node, Items) and isinstance(step, int):
            node = node.items[step]
    if error.validator == "additionalProperties" and isinstance(node, Entries):
        known = error.schema["properties"]
        yield from (key.line for key, _ in node.entries.values() if key.value not in known)
    else:
        yield node.line if node else 1


def _single(problem: Diagnostic) -> bool:
    return any(problem.code == code and re.search(part, str(problem)) for code, part, _ in SINGLE)


def test_case_of_reading(case: Case, tmp_path: Path) -> None:
    if case.file.parent.name in {"file-size", "yaml-limits"}:
        return  # large, and about nothing that a schema knows
    case.build(tmp_path)
    settings = Settings()
    if (tmp_path / "mkdocs.yml").exists():
        settings = read_settings(tmp_path / "mkdocs.yml")[0].settings
    _, found = disagreements(tmp_path, settings)
    assert not found


@pytest.mark.parametrize("file", sorted((ROOT / "tests/site/cases").rglob("*.txt")), ids=str)
def test_case_of_the_site(file: Path, tmp_path: Path) -> None:
    for part in f"\n{file.read_text(encoding='utf-8')}".split("\n=== ")[1:-1]:
        head, _, content = part.partition("\n")
        path = tmp_path / head.partition(" | ")[0].strip()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{content}\n", encoding="utf-8")
    assert not disagreements(tmp_path, Settings())[1]


def test_cases_of_rendering(tmp_path: Path) -> None:
    files = sorted((ROOT / "tests/render/cases").glob("*/annotations.yml"))
    assert files
    (tmp_path / "annotations").mkdir()
    for file in files:
        copy = tmp_path / "annotations" / f"{file.parent.name}.yml"
        copy.write_bytes(file.read_bytes())
    compared, found = disagreements(tmp_path, Settings())
    assert compared == len(files)
    assert not found


def test_this_repository() -> None:
    settings = read_settings(ROOT / "mkdocs.yml")[0].settings
    compared, found = disagreements(ROOT, settings)
    written = [*(ROOT / "annotations").rglob("*.yml"), *(ROOT / "content").rglob("*.md")]
    assert compared == len(written)
    assert not found
