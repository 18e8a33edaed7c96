"""Slips are mended where only one thing can be meant, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.publish.canonical.marks import marks_left_out
from postil.publish.canonical.order import ANNOTATIONS, NAMES
from postil.publish.canonical.repair import repaired
from postil.publish.edits.source import EditError, read_source

# What was written, what it becomes, and what is said of it.
MENDED = {
    "tab": ("target:\n\texact: a\n", "target:\n  exact: a\n", "2 spaces in place of tabs"),
    "tabs": (
        "target:\n\twithin:\n\t\texact: a\n",
        "target:\n  within:\n    exact: a\n",
        "2 spaces in place of tabs; 3 spaces in place of tabs",
    ),
    "colon": (
        "title: Two: a pair\nid: a\n",
        'title: "Two: a pair"\nid: a\n',
        "1 quotation marks around “Two: a pair”",
    ),
    "colon-in-item": (
        "citations:\n  - quote: He said: vote\n    source: a\n",
        'citations:\n  - quote: "He said: vote"\n    source: a\n',
        "2 quotation marks around “He said: vote”",
    ),
    "colon-and-marks": (
        'title: the "town": every\n',
        "title: 'the \"town\": every'\n",
        '1 quotation marks around “the "town": every”',
    ),
    # Typographic marks that were meant as YAML's stay: nobody knows.
    "typographic": (
        "title: “Two: a pair”\n",
        'title: "“Two: a pair”"\n',
        "1 quotation marks around ““Two: a pair””",
    ),
    "at": ("title: @all\n", 'title: "@all"\n', "1 quotation marks around “@all”"),
    "emphasis": (
        "target: *Every* citizen\n",
        'target: "*Every* citizen"\n',
        "1 quotation marks around “*Every* citizen”",
    ),
    "item": (
        "target:\n  - `code` it is\n  - b\n",
        'target:\n  - "`code` it is"\n  - b\n',
        "2 quotation marks around “`code` it is”",
    ),
    "space": (
        "id: a\ntitle:Two\nkind: b\n",
        "id: a\ntitle: Two\nkind: b\n",
        "2 a space behind “title:”",
    ),
    "two": (
        "title: A: b\r\ntarget: %c\r\n",
        'title: "A: b"\r\ntarget: "%c"\r\n',
        "1 quotation marks around “A: b”; 2 quotation marks around “%c”",
    ),
}
LEFT = {
    "nothing-wrong": "id: a\n",
    "comment": "title: Two: a pair # or three\n",
    "alias": "a: &a [x]\nb: *a\n",
    "unclosed": 'title: "Two\nid: a\n',
    "bar": "body: One.\n\nTwo: three.\nid: a\n",
    "mixed-tab": "citations:\n  - source: a\n \t  quote: b\n",
    "not-a-field": "id: a\nhttp:Two\nkind: b\n",
    "bracket": "title: [Two\nid: a\n",
    "folded": "body: > One\nid: a\n",
}


@pytest.mark.parametrize("name", MENDED)
def test_slips_are_mended(name: str) -> None:
    before, after, words = MENDED[name]
    data, done = repaired(before.encode(), "a.yml", NAMES)
    assert data.decode() == after
    assert "; ".join(f"{one.line} {one.words}" for one in done) == words
    read_source(data, "a.yml")


@pytest.mark.parametrize("name", LEFT)
def test_others_are_left(name: str) -> None:
    data = LEFT[name].encode()
    assert repaired(data, "a.yml", NAMES) == (data, [])


PIECES = st.sampled_from(
    [
        "title: ",
        "id: a\n",
        "- ",
        "\t",
        "  ",
        "\n",
        "@",
        "*",
        "&a",
        '"',
        "“",
        ": ",
        "b",
        "#",
        "[",
        "|",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_a_file_that_can_be_read_is_never_changed(text: str) -> None:
    data = text.encode()
    mended, done = repaired(data, "a.yml", NAMES)
    assert (mended == data) == (not done)
    try:
        read_source(data, "a.yml")
    except EditError:
        # No word is lost, whatever was mended.
        words = mended.decode().replace("\\t", "")
        kept = [sign for sign in words if sign.isalnum() or sign in "@*&[|#“"]
        assert kept == [sign for sign in text if sign.isalnum() or sign in "@*&[|#“"]
    else:
        assert mended == data


def test_typographic_marks_around_ids_are_left_out() -> None:
    text = (
        "id: ‘who-may’\nkind: „context“\ntitle: “Who”\ntarget: “who”\nverdict: “not sure”\n"
        "citations:\n  - «the-report»\n  - source: “a”\n    quote: “b”\n"
        "contributors: [“editors”, '“x”']\n"
    )
    source = read_source(text.encode(), "a.yml")
    edits = marks_left_out(source, ANNOTATIONS)
    assert [line for _, line in edits] == [1, 2, 7, 8, 10]
    assert source.changed(edit for edit, _ in edits).decode() == (
        "id: who-may\nkind: context\ntitle: “Who”\ntarget: “who”\nverdict: “not sure”\n"
        "citations:\n  - the-report\n  - source: a\n    quote: “b”\n"
        "contributors: [editors, '“x”']\n"
    )
