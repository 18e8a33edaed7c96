"""JSON to nodes with places."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.model.place import Place
from postil.read.json_nodes import compose_json
from postil.read.nodes import Entries, Items, Node
from postil.read.scalars import plain

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)
VALUES = st.recursive(
    st.one_of(
        *(st.none(), st.booleans(), st.integers(), TEXTS),
        st.floats(allow_nan=False, allow_infinity=False),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(VALUES, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_what_is_written_is_read(value: Any, indent: int | str | None, ascii: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii)
    document, problems = compose_json(text, "a.json")
    assert problems == []
    assert document is not None
    assert document.root is not None
    if not any(sign in text for sign in ("\\u007f", "\\ufffe", "\\uffff")):
        assert plain(document.root) == value
    every(document.root, text)


def every(node: Node, text: str) -> None:
    """Each node stands where the text says that it does."""
    line = text.split("\n")[node.line - 1][node.column - 1 :]
    if isinstance(node, Items):
        assert line.startswith("[")
        for item in node.items:
            every(item, text)
    elif isinstance(node, Entries):
        assert line.startswith("{")
        for key, value in node.entries.values():
            every(key, text)
            every(value, text)
    else:
        assert line.startswith('"' if node.style else node.value)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(
        st.sampled_from([*'{}[],:"a1 -', "\\u00", "\n", "null"]),
        max_size=25,
    ).map("".join)
)  # fmt: skip
def test_any_text_is_read_as_by_pythons_own_parser(text: str) -> None:
    document, problems = compose_json(text, "a.json")
    try:
        value = json.loads(text, parse_constant=pytest.fail)
    except ValueError:
        assert document is None or not text.strip()
        assert problems or not text.strip()
    else:
        assert document is not None
        assert document.root is not None
        if not problems:
            assert plain(document.root) == value


def test_a_place_counts_characters() -> None:
    _, problems = compose_json('[\n\t{"é😀": x}]', "a.json")
    assert problems[0].place == Place("a.json", 2, 9)
