"""JSON of unknown origin: what is read over, what is refused, and why."""

from __future__ import annotations

import pytest

from postil.read import limits
from postil.read.foreign.json_text import JsonError, read_json


def test_sound_json_has_no_remarks() -> None:
    assert read_json('{"a": [1, "x, ]"], "b": null}') == ({"a": [1, "x, ]"], "b": None}, [])


def test_a_comma_after_the_last_item_is_read_over_and_named() -> None:
    value, remarks = read_json('{\n "a": [1, 2,],\n "b": "x,]",\n}')
    assert value == {"a": [1, 2], "b": "x,]"}
    assert [(one.why, one.fault) for one in remarks] == [
        ("JSON allows no comma after the last item; line 2 has one", True)
    ]


def test_a_field_that_stands_twice_is_named() -> None:
    value, remarks = read_json('{"a": 1, "a": 2}')
    assert value == {"a": 1}
    assert [one.field for one in remarks] == ["a"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("this is not json", "expecting value in line 1, column 1"),
        ('{"a": 1', "in line 1"),
        ("[1,\n 2 3]", "line 2"),
        ("[NaN]", "NaN is no number"),
        ("[Infinity]", "no number"),
        ("[" + "9" * 10_000 + "]", "digits"),
        ("[" * 100_000, f"more than {limits.FOREIGN_DEPTH} deep"),
        ("[" * 80 + "]" * 80, f"more than {limits.FOREIGN_DEPTH} deep"),
        ('{"a":' * 80 + "1" + "}" * 80, f"more than {limits.FOREIGN_DEPTH} deep"),
        ('[1,] "', "commas"),
    ],
)
def test_what_is_no_json_is_refused_with_the_place(text: str, why: str) -> None:
    with pytest.raises(JsonError, match=why):
        read_json(text)


def test_brackets_in_texts_are_no_depth() -> None:
    assert read_json('"' + "[" * 1000 + '"')[0] == "[" * 1000


def test_what_no_file_can_hold_is_left_out() -> None:
    value, remarks = read_json(r'["a\ud800b", {"k\u0000ey": ["\u001b[31m", ["\udfff"], 1]}]')
    assert value == ["ab", {"key": ["[31m", [""], 1]}]
    assert remarks == []
