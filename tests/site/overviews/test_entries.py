"""Where the entries stand follows from little of a text: an edit of the rest moves none."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from postil.model.library import Library
from postil.model.settings import Settings
from postil.read.library import read_library
from postil.site.made import overviews_of
from postil.site.overviews import sheets
from postil.site.overviews.entries import entries_of, listed

Notes = list[dict[str, Any]]


def made_up(text: int) -> Notes:
    return [
        {
            "id": f"n-{number}",
            "kind": ("context", "correction", "source")[number % 3],
            "title": f"Note {number}",
            "target": "words",
            "body": f"Of note {number}.",
            "created": f"2026-0{1 + number}-01",
            "citations": [f"s-{(text + number) % 5}", {"passage": f"text-{1 - text}#n-0"}],
            "contributors": [f"p-{number % 2}"],
        }
        for number in range(1, 7)
    ] + [{"id": "n-0", "kind": "context", "title": "First", "target": "words", "body": "A body."}]


def write(root: Path, notes: list[Notes], title: str = "A text") -> None:
    files: dict[str, Any] = {
        "annotations/sources.yml": [
            {"id": f"s-{n}", "type": "book", "title": f"Book {n}"} for n in range(5)
        ],
        "annotations/contributors.yml": [{"id": f"p-{n}", "name": f"Person {n}"} for n in range(2)],
        "content/text-0.md": f"---\ntitle: {title}\n---\n\nSome words.\n",
        "content/text-1.md": "# Another\n\nSome words.\n",
        **{f"annotations/text-{text}.yml": one for text, one in enumerate(notes)},
    }
    for path, content in files.items():
        (root / path).parent.mkdir(exist_ok=True)
        written = content if isinstance(content, str) else yaml.safe_dump(content)
        (root / path).write_text(written, encoding="utf-8")


def revised(one: dict[str, Any], chance: random.Random) -> None:
    before = "What it said. " * chance.randrange(200)
    revision = {"date": "2026-10-01", "kind": "update", "summary": "More", "before": before}
    one["revisions"] = [revision] * chance.randrange(4)


EDITS: dict[str, Callable[[dict[str, Any], random.Random], None]] = {
    "body": lambda one, chance: one.update(body="More. " * chance.randrange(1, 900)),
    "title": lambda one, chance: one.update(title=f"Title {chance.random()}"),
    "target": lambda one, chance: one.update(target=f"words {chance.randrange(3)}"),
    "verdict": lambda one, chance: one.update(verdict=chance.choice(["supported", "unverified"])),
    "kind": lambda one, chance: one.update(kind=chance.choice(["correction", "context"])),
    "wanted": lambda one, chance: one.update(wanted=chance.choice(["", "A letter."])),
    "draft": lambda one, chance: one.update(draft=chance.choice([True, False])),
    "created": lambda one, chance: one.update(created=f"2026-0{chance.randrange(1, 9)}-02"),
    "citations": lambda one, chance: one.update(citations=[f"s-{chance.randrange(5)}"]),
    "quote": lambda one, chance: one.update(
        citations=[{"source": "s-1", "quote": "words " * chance.randrange(1, 900)}]
    ),
    "contributors": lambda one, chance: one.update(contributors=[f"p-{chance.randrange(2)}"]),
    "revisions": revised,
}
# Edits after which every entry stands where it stood.
QUIET = {"body", "title", "target"}


def where(library: Library) -> tuple[list[str], Any]:
    pages = [one.uri for one in overviews_of(library, Settings())]
    return pages, entries_of(library)


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_listed_alike_stands_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: str
) -> None:
    monkeypatch.setattr(sheets, "MOST", 6)
    chance = random.Random(edit)  # noqa: S311 - of a test
    notes = [made_up(0), made_up(1)]
    write(tmp_path, notes)
    before = read_library(tmp_path, Settings())
    moved = False
    for _ in range(12):
        EDITS[edit](chance.choice(notes[0]), chance)
        write(tmp_path, notes, f"A text, {chance.random()}" if edit == "title" else "A text")
        after = read_library(tmp_path, Settings())
        same = listed(before, "text-0") == listed(after, "text-0")
        assert not same or where(before) == where(after)
        moved |= not same
        before = after
    assert moved is (edit not in QUIET or edit == "title")
