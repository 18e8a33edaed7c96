"""A site on which every command that writes has something to do."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

FILES = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - postil\n",
    "docs/index.md": "# Home\n",
    "content/letter.md": "---\ntitle: A letter\n---\n\n"
    "The town voted in the spring of 1890, and nobody objected. It was a long day for all.\n",
    "annotations/letter/first.yml": (
        "# A remark.\nkind:   context\nid: first\n"
        "target: in the sprng of 1890, and nobody objected\n"
        "title: 'Which town'\nbody: |\n  The near one.   # no remark\n"
    ),
    "annotations/letter/second.yml": (
        "id: second  # so it is called\nkind: context\ntarget: It was a long dy for all.\n"
        "title: How long\nbody: Very.\n"
    ),
    "annotations/sources.yml": "- id: report\n  type: report   # or a book\n  title: A report\n",
    "annotations/contributors.yml": "- id: editors\n  name: The editors\n",
}
NOTE = {
    "uri": "https://example.org/letter",
    "user": "acct:a-reader@example.org",
    "created": "2026-05-01T10:00:00Z",
    "permissions": {"read": ["group:__world__"]},
    "text": "It was in spring.",
    "target": [
        {
            "source": "https://example.org/letter",
            "selector": [{"type": "TextQuoteSelector", "exact": "The town"}],
        }
    ],
}
OUTSIDE = {
    "notes.json": json.dumps([{**NOTE, "id": "a"}, {**NOTE, "id": "b", "text": "Or not."}]),
    "books.bib": "@book{one, title = {One}}\n@book{two, title = {Two}}\n",
    "speech.txt": "We choose to go.\n\nNot because it is easy.\n",
}
COMMANDS = {
    "fmt": ("fmt",),
    "reanchor": ("reanchor", "--write"),
    "pin": ("pin",),
    "import-sources": ("import", "../books.bib"),
    "import-notes": ("import", "../notes.json", "--text", "letter"),
    "add": (
        *("add", "letter", "It was", "--kind", "context", "--title", "When", "--body", "Then."),
        *("--contributor", "editors"),
    ),
    "new": ("new", "../speech.txt", "--pin"),
    "init": ("init", "fresh", "--name", "A site"),
    "schema": ("schema", "--write", "schemas"),
}


def write_anew(folder: Path) -> Path:
    """The site below `folder`, and beside it what commands are given to read."""
    site = folder / "site"
    shutil.rmtree(site, ignore_errors=True)
    for path, content in OUTSIDE.items():
        (folder / path).write_text(content, encoding="utf-8")
    for path, content in FILES.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(content, encoding="utf-8")
    return site
