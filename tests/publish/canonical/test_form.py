"""The canonical form: whatever a file says and remarks, it says and remarks afterwards."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from postil.model.fields.field import Shape
from postil.publish.canonical.form import canonical
from postil.publish.canonical.order import ANNOTATIONS, CONTRIBUTORS, SHAPES, SOURCES, Order
from postil.publish.canonical.scan import scan
from postil.publish.edits.paths import says
from postil.publish.edits.source import EditError, read_source
from postil.publish.yaml_scalar import block, folded, scalar

CASES = Path(__file__).parent / "cases"
ORDERS = {"annotation": ANNOTATIONS, "sources": SOURCES, "contributors": CONTRIBUTORS}


def formed(text: str, order: Order = ANNOTATIONS) -> str:
    return canonical(read_source(text.encode(), "a.yml"), order).decode()


@pytest.mark.parametrize("before", sorted(CASES.glob("*.before.yml")), ids=lambda path: path.name)
def test_files(before: Path) -> None:
    order = ORDERS[before.name.partition("-")[0]]
    after = before.with_name(before.name.replace(".before.", ".after."))
    written = formed(before.read_bytes().decode(), order)
    assert written == after.read_bytes().decode()
    assert formed(written, order) == written


def test_line_ends_stay_and_marks_at_the_begin_go() -> None:
    assert formed("\ufeffkind:  context\r\nid: a\r\n") == "id: a\r\nkind: context\r\n"
    assert formed("id: a") == "id: a\n"
    assert formed("one\r\n\r\ntwo") == formed("one\n\ntwo").replace("\n", "\r\n")
    assert formed("# Nothing yet.\n\n") == "# Nothing yet.\n"


@pytest.mark.parametrize(
    ("before", "why"),
    [
        ("? id\n: a\n", "“[?]” is used in an unusual way"),
        ("?", "“[?]” is used in an unusual way"),
        ("%YAML 1.2\n---\nid: a\n", "“%” is used in an unusual way"),
        ("id: a\nid: b\n", "the file cannot be read"),
    ],
)
def test_what_is_unusual_is_left_alone(before: str, why: str) -> None:
    with pytest.raises(EditError, match=why):
        formed(before)


@pytest.mark.parametrize(("shape", "order"), SHAPES.values(), ids=SHAPES)
def test_every_field_has_its_place(shape: Shape, order: Order) -> None:
    fields = [*order.first, *order.last]
    assert len(set(fields)) == len(fields)
    assert set(fields) <= set(shape.names)
    if not order.last:
        assert set(fields) == set(shape.names)


# Files of any form.

PIECES = st.sampled_from(
    [
        *("a", "b c", " ", ": ", " #", "#", "-", "'", '"', "\\", "|", ">", "{", "}", "[", "]", ","),
        *(
            "&",
            "*",
            "!",
            "%",
            "@",
            "“",
            "”",
            "~",
            "null",
            "true",
            "no",
            "1",
            "2.5",
            "é",
            "中",
            "x " * 45,
        ),
    ]
)
WORDS = st.lists(PIECES, min_size=1, max_size=6).map(lambda found: " ".join("".join(found).split()))
TEXT = st.lists(WORDS | st.just(""), min_size=1, max_size=4).map("\n".join)
COMMENTS = ("# one", "#two: [", '# "three', "#", "## - four")
COMMENT = st.sampled_from(COMMENTS)
NAMED = re.compile("one|two|three|four|top")


@st.composite
def scalars(draw: st.DrawFn, indent: int) -> str:
    """A value after a key, with what may stand beside it."""
    text = draw(WORDS | TEXT)
    ways = [scalar(text)]
    if "\n" not in text:
        ways.append('"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"')
        ways.append("'" + text.replace("'", "''") + "'")
        ways += filter(None, [folded(text, indent)])
    for ends in ("", "\n", "\n\n"):
        ways += filter(None, [block(text.strip("\n") + ends, indent)])
    ways += [
        "",
        "~",
        "true",
        "2025",
        "2025-10-27",
        "[a, 'b', \"c d\"]",
        "{}",
        "[]",
        "{b: 1, a: [x]}",
    ]
    written = draw(st.sampled_from(ways))
    beside = draw(st.sampled_from(["", f"  {draw(COMMENT)}"]))
    first, feed, rest = written.partition("\n")
    return f"{first}{beside}{feed}{rest}"


@st.composite
def lists(draw: st.DrawFn, indent: int, depth: int) -> list[str]:
    """The lines of some fields or items, each with what may stand above it."""
    lines: list[str] = []
    step = draw(st.sampled_from([2, 3, 4]))
    items = draw(st.booleans())
    keys = st.sampled_from(["id", "kind", "title", "target", "body", "citations", "x-a", "other"])
    for key in draw(st.lists(keys, min_size=1, max_size=4, unique=True)):
        for _ in range(draw(st.integers(0, 2))):
            column = draw(st.sampled_from([0, indent, indent, indent + 2]))
            lines += draw(st.sampled_from([[""], [" " * column + draw(COMMENT)], []]))
        start = " " * indent + ("-" if items else f"{key}:")
        if depth and draw(st.booleans()):
            beside = draw(st.sampled_from(["", f" {draw(COMMENT)}"]))
            lines += [start + beside, *draw(lists(indent + step, depth - 1))]
        else:
            lines += f"{start} {draw(scalars(indent + step))}".rstrip(" ").split("\n")
    if draw(st.booleans()):
        lines.append(" " * draw(st.sampled_from([0, indent])) + draw(COMMENT))
    return lines


@settings(max_examples=150, deadline=None)
@given(lists(0, 2), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "---\n", "\n# top\n\n"]))
def test_any_file_says_the_same(lines: list[str], end: str, head: str) -> None:
    text = (head + "\n".join(lines) + "\n").replace("\n", end)
    try:
        source = read_source(text.encode(), "a.yml")
    except EditError:
        assume(False)
        raise
    data = canonical(source, ANNOTATIONS)
    again = read_source(data, "a.yml")
    assert says(again.document.root) == says(source.document.root)
    assert canonical(again, ANNOTATIONS) == data
    comments = [sorted(comment.words for comment in scan(one).comments) for one in (source, again)]
    assert comments[0] == comments[1]
    assert sum(map(len, comments)) == 2 * sum(
        comment in COMMENTS or comment == "# top" for comment in comments[0]
    )
    written = data.decode().replace("\r\n", "\n")
    assert "\t" not in written
    assert not written.startswith("\n")
    assert written.endswith("\n")


@settings(max_examples=100, deadline=None)
@given(lists(0, 2))
def test_fields_in_order_keep_their_comments_in_order(lines: list[str]) -> None:
    # An order that changes nothing: even what begins with x- stays where it is.
    text = "\n".join(lines).replace("x-a", "y-a") + "\n"
    try:
        source = read_source(text.encode(), "a.yml")
    except EditError:
        assume(False)
        raise
    assume(not any(comment.inside for comment in scan(source).comments))
    again = read_source(canonical(source, Order()), "a.yml")
    before, after = ([comment.words for comment in scan(one).comments] for one in (source, again))
    assert before == after
