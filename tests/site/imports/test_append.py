"""Lists are appended to without a change to what stands in their file."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.read.scalars import plain
from postil.read.yaml_nodes import compose
from postil.site.imports.append import AppendError, appended

NEW = "- id: new\n  title: |\n    one\n\n    two\n\n- id: other\n"
ITEMS = [{"id": "new", "title": "one\n\ntwo\n"}, {"id": "other"}]

PIECES = st.sampled_from(
    [
        *("- id: a\n", "  type: book\n", "  - id: b\n", "references:\n", "# note\n", "\n", "  "),
        *("  title: |\n    text\n", "[]", "- {id: c}\n", "x: 1\n", "---\n", "...\n", "\r\n", "\t"),
        *("  title: >-\n    text", '  title: "a', '"\n', "- ", "&a ", "- id: d", "{", "}\n", ": "),
    ]
)


def values(text: str) -> Any:
    document, problems = compose(text, "sources.yml", text.split("\n"))
    assert document is not None, problems
    return None if document.root is None else plain(document.root)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=8).map("".join))
def test_any_file_keeps_its_bytes_and_gains_the_items_or_is_refused(before: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sources.yml"
        file.write_bytes(before.encode())
        try:
            data, length = appended(file, "sources.yml", NEW)
        except AppendError:
            return
    assert data[:length] == before.encode()
    old, new = values(before) or [], values(data.decode())
    if isinstance(old, dict):
        assert new.keys() == old.keys()
        old, new = old["references"], new["references"]
    assert new == [*old, *ITEMS]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "- id: new\n"),
        ("# Ours.\n", "# Ours.\n- id: new\n"),
        ("- id: a\n", "- id: a\n\n- id: new\n"),
        ("- id: a", "- id: a\n\n- id: new\n"),
        ("- id: a\r\n", "- id: a\r\n\r\n- id: new\r\n"),
        ("references:\n- id: a\n", "references:\n- id: a\n\n- id: new\n"),
        ("references:\n    - id: a\n", "references:\n    - id: a\n\n    - id: new\n"),
    ],
)
def test_items_look_like_those_before(tmp_path: Path, before: str, after: str) -> None:
    file = tmp_path / "sources.yml"
    file.write_bytes(before.encode())
    assert appended(file, "sources.yml", "- id: new\n")[0].decode() == after


def test_a_file_that_is_not_there_begins_with_the_items(tmp_path: Path) -> None:
    assert appended(tmp_path / "sources.yml", "sources.yml", "- id: new\n") == (b"- id: new\n", 0)


def test_what_somebody_else_appended_meanwhile_is_not_appended_again(tmp_path: Path) -> None:
    file = tmp_path / "sources.yml"
    file.write_text("- id: new\n  title: Already here\n", encoding="utf-8")
    with pytest.raises(AppendError, match="changed meanwhile, and holds the same ids"):
        appended(file, "sources.yml", NEW)


def test_a_folder_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(AppendError, match="cannot be read"):
        appended(tmp_path, "annotations", "- id: new\n")
