"""What messages show of what was written."""

from __future__ import annotations

import re

import pytest

from postil.read.words import quoted, shown


@pytest.mark.parametrize(
    "written",
    [
        # What terminals obey, in seven and in eight bits.
        *("a\x1b[31mb", "a\x9b31mb", "a\x00b", "a\x08b", "a\x7fb"),
        # What turns the direction of the rest of the line.
        *("a\u202eb", "a\u202ab", "a\u2066b", "a\u2069b"),
        # Half of a character.
        "a\ud800b",
    ],
)
def test_no_message_holds_what_acts_on_it(written: str) -> None:
    for said in (shown(written), quoted(written)):
        assert re.fullmatch(r"[“\"]a\ufffd(?:\[?31m)?b[”\"]", said)


def test_marks_that_a_script_needs_stay() -> None:
    assert shown("می\u200cروم \u200f(a)") == "“می\u200cروم \u200f(a)”"
