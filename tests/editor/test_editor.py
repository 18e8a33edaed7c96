"""What an editor with yaml-language-server shows of each kind of file: fields and words that it
offers, what they mean, and errors where they are. Everything comes from the files of the site."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from postil.model.settings import Settings
from postil.publish.schema import SCHEMAS, file_name, written
from postil.read.settings import read_settings

if TYPE_CHECKING:
    from .language_server import LanguageServer

NOTE = "annotations/a-sample-notice/new.yml"
SOURCES = "annotations/sources.yml"
PEOPLE = "annotations/contributors.yml"
HEAD = "front-matter.yml"
"""Front matter alone, with a line that names its schema: the server reads no Markdown."""
FRONT_MATTER = "# yaml-language-server: $schema=schemas/front-matter.json\n"


@pytest.mark.parametrize(
    ("path", "text", "offered"),
    [
        # Names of fields: of a note, one in a list, what it holds, and what it has not yet.
        (NOTE, "¦", {"id", "kind", "title", "target", "verdict", "body", "citations"}),
        (NOTE, "- id: a\n  ¦", {"kind", "title", "target"}),
        (NOTE, "id: a\ntarget:\n  ¦", {"exact", "prefix", "suffix", "section", "within"}),
        (NOTE, "id: a\ntarget:\n  - exact: a\n    ¦", {"prefix", "suffix", "section", "within"}),
        (NOTE, "id: a\ncitations:\n  - ¦", {"source", "locator", "quote", "supports"}),
        (NOTE, "id: a\nrevisions:\n  - date: 2026-12-01\n    ¦", {"kind", "summary", "before"}),
        # Words.
        (NOTE, "kind: ¦", {"context", "source", "correction"}),
        (NOTE, "verdict: ¦", {"supported", "contradicted", "opinion"}),
        (NOTE, "revisions:\n  - kind: ¦", {"correction", "clarification", "update"}),
        (NOTE, "draft: ¦", {"true", "false"}),
        # Sources: in a list, under one field.
        (SOURCES, "- id: a\n  ¦", {"type", "title", "DOI", "checked", "copy", "author"}),
        (SOURCES, "references:\n  - id: a\n    ¦", {"type", "title", "DOI"}),
        (SOURCES, "- id: a\n  type: ¦", {"article-journal", "legal_case", "webpage"}),
        (SOURCES, "- id: a\n  copy: ¦", {"own-page", "repost", "secondary"}),
        (SOURCES, "- id: a\n  author:\n    - ¦", {"family", "given", "literal"}),
        ("annotations/sources/laws.yml", "- id: a\n  ¦", {"type", "title"}),
        # Contributors, and the front matter of a text.
        (PEOPLE, "- id: a\n  ¦", {"name", "kind", "url", "about"}),
        (PEOPLE, "- id: a\n  kind: ¦", {"person", "organization"}),
        (HEAD, f"{FRONT_MATTER}¦", {"title", "description", "text"}),
        (HEAD, f"{FRONT_MATTER}text:\n  ¦", {"author", "language", "relation", "sha256"}),
        (HEAD, f"{FRONT_MATTER}text:\n  relation: ¦", {"examined", "primary"}),
    ],
)
def test_fields_and_words_are_offered(
    editor: LanguageServer, path: str, text: str, offered: set[str]
) -> None:
    assert set(editor.completion(path, text)) >= offered


def test_what_is_there_is_not_offered_again(editor: LanguageServer) -> None:
    labels = set(editor.completion(NOTE, "id: a\nkind: context\n¦"))
    assert "title" in labels
    assert not labels & {"id", "kind"}


def test_what_is_offered_is_explained_and_written_as_it_should_be(editor: LanguageServer) -> None:
    offered = editor.completion(NOTE, "id: a\n¦")
    assert offered["citations"]["documentation"] == "The sources that the note rests on."
    assert offered["citations"]["insertText"] == "citations:\n  - "
    verdicts = editor.completion(NOTE, "verdict: ¦")
    assert verdicts["opinion"]["documentation"]["value"] == (
        "A judgement, which evidence cannot settle."
    )


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        (NOTE, "ver¦dict: opinion\n", "What the evidence says of the passage."),
        (NOTE, "ver¦dict: opinion\n", "* `contradicted`: The evidence says otherwise."),
        (NOTE, "cit¦ations: []\n", "The sources that the note rests on."),
        (NOTE, "citations:\n  - source: a\n    loc¦ator: p. 2\n", "Where in the source:"),
        (NOTE, "id: a¦b\n", "Small letters a to z, digits, and single hyphens between them"),
        (SOURCES, "- id: a\n  chec¦ked: 2026-11-22\n", "When somebody opened the source."),
        (SOURCES, "- id: a\n  D¦OI: 10.1000/182\n", "it begins with `10.`"),
        (PEOPLE, "- id: a\n  ki¦nd: person\n", "* `organization`: An organisation or a group."),
        (HEAD, f"{FRONT_MATTER}text:\n  rela¦tion: primary\n", "What the text is to the site."),
    ],
)
def test_what_a_field_means_is_shown(
    editor: LanguageServer, path: str, text: str, said: str
) -> None:
    shown = editor.hover(path, text)
    assert said in re.sub(r"\\([.\[\]()_-])", r"\1", shown)
    assert shown.startswith("#### ")
    assert "Example:" in shown


RIGHT = "id: a\nkind: context\ntitle: A note\ntarget: The words\n"


@pytest.mark.parametrize(
    ("path", "text", "line", "column", "said"),
    [
        (NOTE, RIGHT + "verdit: opinion\n", 5, 1, "Property verdit is not allowed."),
        (NOTE, RIGHT + "verdict: opnion\n", 5, 10, '"supported", "partly-supported"'),
        (NOTE, RIGHT + "created: 2025-02-29\n", 5, 10, "with year, month and day: 2026-11-22"),
        (NOTE, RIGHT + "draft: yes\n", 5, 8, "Expected one of boolean"),
        (NOTE, RIGHT + "body: [a]\n", 5, 7, "Expected one of string"),
        (NOTE, RIGHT.replace("id: a", "id: A note"), 1, 5, "Small letters a to z"),
        (NOTE, RIGHT.replace("title: A note\n", ""), 1, 1, 'Missing property "title"'),
        (NOTE, RIGHT.replace("A note", '""'), 3, 8, "Nothing is written here."),
        # In a list in a list.
        (NOTE, RIGHT + "citations:\n  - source: a\n    page: 2\n", 7, 5, "page is not allowed"),
        (NOTE, f"- {RIGHT.replace(chr(10), chr(10) + '  ')}x: 1\n", 5, 3, "x is not allowed"),
        (NOTE, "id: a\nkind: context\ntitle: A\ntarget:\n  - prefix: x\n", 5, 5, "exact"),
        # Sources, a person, a text.
        (SOURCES, "- id: a\n  type: reprt\n", 2, 9, '"article-journal"'),
        (SOURCES, "- id: a\n  type: book\n  URL: town.example\n", 3, 8, "begins with https://"),
        (SOURCES, "- id: a\n  type: book\n  author: A Name\n", 3, 11, "Expected one of array"),
        (
            SOURCES,
            "- id: a\n  type: book\n  author:\n    - family:\n",
            4,
            14,
            "Nothing is written here.",
        ),
        (SOURCES, "- id: a\n  type: book\n  isbn: 0306406152\n", 3, 3, "isbn is not allowed"),
        (SOURCES, "- id: a\n  type: book\n  issued: 2025-13\n", 3, 11, "two with a stroke"),
        (PEOPLE, "- id: a\n  name: A\n  kind: robot\n", 3, 9, '"person", "organization"'),
        (HEAD, FRONT_MATTER + "title: A\ntext:\n  lang: en\n", 4, 3, "lang is not allowed"),
        (HEAD, FRONT_MATTER + "title: A\ntext:\n  language: English\n", 4, 13, "BCP 47"),
    ],
)
def test_an_error_is_shown_where_it_is(
    editor: LanguageServer, path: str, text: str, line: int, column: int, said: str
) -> None:
    found = editor.problems(path, text)
    assert {(line, column) for line, column, _ in found} == {(line, column)}
    assert any(said in message for _, _, message in found), found


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (NOTE, RIGHT + "x-mine: { any: [thing] }\ncreated: 2024-02-29\nverdict:\n"),
        (NOTE, RIGHT.replace("A note", "2024").replace("id: a", "id: 2024")),
        (
            SOURCES,
            "- id: a\n  type: book\n  issued: 1999\n  volume: 3\n  author: { family: A }\n",
        ),
        (SOURCES, "- id: a\n  type: book\n  issued: { date-parts: [[2025, 10]] }\n"),
        ("annotations/sources/laws.yml", "- id: a\n  type: book\n"),
        (PEOPLE, "- id: a\n  name: A\n"),
        # The fields of the host are its own.
        (HEAD, FRONT_MATTER + "title: A\ntags: [b]\nhide: { c: d }\ntext:\n  published: 1790\n"),
    ],
)
def test_what_is_right_has_no_error(editor: LanguageServer, path: str, text: str) -> None:
    assert editor.problems(path, text) == []


def test_the_files_of_a_new_site_have_no_error(editor: LanguageServer, folder: Path) -> None:
    files = sorted((folder / "annotations").rglob("*.yml"))
    assert len(files) == 5
    for file in files:
        path = file.relative_to(folder).as_posix()
        assert editor.problems(path, file.read_text(encoding="utf-8")) == [], path


def test_this_repository_has_the_settings_of_a_new_site(root: Path, folder: Path) -> None:
    """Its schemas are those that ship, for it has no kinds and verdicts of its own."""
    mine = json.loads((root / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    new = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    shipped = "./plugins/postil/publish/schemas/"
    named = new["yaml.schemas"].items()
    assert mine == {
        "yaml.schemas": {path.replace("./schemas/", shipped): files for path, files in named}
    }
    for path in mine["yaml.schemas"]:
        assert (root / path).is_file()
    settings = read_settings(root / "mkdocs.yml")[0].settings
    for name in SCHEMAS:
        assert written(name, settings) == written(name, Settings())
        assert (folder / "schemas" / file_name(name)).is_file()
