"""What a message repeats of a file is short, however long it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.model.settings import Settings
from postil.read.library import read_library

LONG = "x" * 20_000
NOTE = "id: a\nkind: context\ntarget: words\ntitle: T\nbody: B\n"


@pytest.mark.parametrize(
    "content",
    [
        # A line that is no field, a field that nobody knows, and values of every form.
        f"{NOTE}{LONG}\n",
        f"{NOTE}{'-' * 20_000}\n",
        f"{NOTE}{LONG}: a\n",
        f"{NOTE}verdict: {LONG}\n",
        f"{NOTE}created: {LONG}\n",
        f"{NOTE}citations:\n- source: {LONG}\n",
        f"{NOTE}contributors: [{LONG}]\n",
        NOTE.replace("id: a", f"id: {LONG}"),
        NOTE.replace("title: T", f"title: “{LONG}”"),
        NOTE.replace("title: T", f"title: {LONG}: {LONG}"),
        NOTE.replace("title: T", f'title: "{LONG}'),
        NOTE.replace("title: T", f"title: [{LONG}"),
        NOTE.replace("title: T", f"title: &{LONG}"),
        NOTE.replace("title: T", f"title: !!{LONG} a"),
        NOTE.replace("title: T", f"title: a\n  b\n{LONG}"),
        NOTE.replace("title: T", f'title: "\\{LONG}"'),
    ],
)
def test_of_a_note(content: str, tmp_path: Path) -> None:
    assert 0 < _longest(tmp_path, "annotations/t/a.yml", content) < 500


@pytest.mark.parametrize(
    "field",
    ["URL: example.org/{}", "URL: 'http://[{}'", "DOI: {}", "ISBN: {}", "issued: {}", "type: {}"],
)
def test_of_a_source(field: str, tmp_path: Path) -> None:
    content = f"- id: s\n  type: book\n  title: A\n  {field.format(LONG)}\n"
    if field.startswith("type"):
        content = f"- id: s\n  title: A\n  type: {LONG}\n"
    assert 0 < _longest(tmp_path, "annotations/sources.yml", content) < 500


def _longest(root: Path, path: str, content: str) -> int:
    file = root / path
    file.parent.mkdir(parents=True)
    file.write_text(content, encoding="utf-8")
    (root / "content").mkdir()
    (root / "content" / "t.md").write_text("---\ntitle: T\n---\nwords\n", encoding="utf-8")
    found = read_library(root, Settings()).diagnostics
    return max(len(one.message) + len(one.hint) for one in found)
