"""Annotations of Hypothesis, in the shapes of its API and of its client's export."""

from __future__ import annotations

from typing import Any

import pytest

from postil.model.target import TextQuote
from postil.read.foreign.hypothesis import is_hypothesis, read_hypothesis
from postil.read.foreign.values import ForeignNote, Person

PUBLIC = {"read": ["group:__world__"], "update": ["acct:a-reader@example.org"]}
SELECTORS = [
    {
        "type": "RangeSelector",
        "startContainer": "/p[1]",
        "startOffset": 0,
        "endContainer": "/p[1]",
        "endOffset": 9,
    },
    {"type": "TextPositionSelector", "start": 100, "end": 109},
    {"type": "TextQuoteSelector", "exact": "the words", "prefix": "a ", "suffix": " b"},
]


def row(**fields: Any) -> dict[str, Any]:
    return {
        "id": "one",
        "created": "2026-05-01T10:00:00.123456+00:00",
        "updated": "2026-05-01T10:00:00.123456+00:00",
        "user": "acct:a-reader@example.org",
        "uri": "https://example.org/letter",
        "text": "It was **June**.",
        "tags": ["date", "correction"],
        "group": "__world__",
        "permissions": PUBLIC,
        "target": [{"source": "https://example.org/letter", "selector": SELECTORS}],
        "document": {"title": ["A letter"]},
        "links": {"html": "https://example.org/a/one"},
        "user_info": {"display_name": "A reader"},
        "flagged": False,
        "hidden": False,
    } | fields


def note(**fields: Any) -> ForeignNote:
    return read_hypothesis(row(**fields)).notes[0]


# Its shapes: a search, one row, the export of the client, rows alone.
@pytest.mark.parametrize(
    "value",
    [
        {"total": 1, "rows": [row()]},
        row(),
        {
            "export_date": "2026-05-02T10:00:00Z",
            "export_userid": "acct:a-reader@example.org",
            "client_version": "1.0.0",
            "annotations": [row()],
        },
        [row()],
    ],
)
def test_each_shape_gives_the_same_note(value: Any) -> None:
    assert is_hypothesis(value)
    (one,) = read_hypothesis(value).notes
    assert one.origin == "one"
    assert one.body == "It was **June**."
    assert one.tags == ("date", "correction")
    assert one.people == (Person("acct:a-reader@example.org", "A reader"),)
    assert one.created == "2026-05-01"
    assert [passage.quote for passage in one.passages] == [TextQuote("the words", "a ", " b")]
    assert one.passages[0].source == "https://example.org/letter"
    assert (one.hidden, one.answers, one.remarks) == ("", "", ())


def test_a_name_is_that_of_the_account_where_none_is_shown() -> None:
    assert note(user_info={"display_name": None}).people[0].name == "a-reader"


def test_a_reply_names_the_note_before_it() -> None:
    one = note(references=["root", "parent"], target=[{"source": "https://example.org/letter"}])
    assert one.answers == "parent"
    assert "replying" in one.uses
    assert not one.passages[0].named


def test_a_note_without_words_is_on_the_page() -> None:
    for target in ([], [{"source": "https://example.org/letter"}]):
        one = note(target=target)
        assert [passage.source for passage in one.passages] == ["https://example.org/letter"]
        assert not one.passages[0].named


def test_without_a_quote_each_other_selector_is_named() -> None:
    selectors = [SELECTORS[0], {"type": "PageSelector", "index": 1}, {"type": "ShapeSelector"}]
    one = note(target=[{"source": "https://example.org/letter", "selector": selectors}])
    assert [remark.field for remark in one.remarks] == [
        f"target[0].selector[{number}]" for number in range(3)
    ]


def test_a_note_that_is_not_public_says_so() -> None:
    assert "author" in note(permissions={"read": ["acct:a-reader@example.org"]}).hidden
    assert "group" in note(permissions={"read": ["group:abc"]}).hidden
    assert "moderators" in note(hidden=True).hidden


def test_what_is_not_kept_is_said() -> None:
    one = note(updated="2026-06-01T10:00:00+00:00", flagged=True)
    assert [remark.field for remark in one.remarks] == ["updated", "flagged"]
    foreign = read_hypothesis({"total": 40, "rows": [row()]})
    assert [remark.field for remark in foreign.remarks] == ["total"]


def test_values_of_the_wrong_type_are_faults_with_their_place() -> None:
    one = note(text=5, tags=[1, "a"], target=[7, {"selector": [{"type": "TextQuoteSelector"}]}])
    faults = [remark.field for remark in one.remarks if remark.fault]
    assert faults == ["tags[0]", "text", "target[0]", "target[1].selector[0].exact"]
    assert one.tags == ("a",)
    refused = read_hypothesis({"rows": [5]}).refused
    assert [one.where for one in refused] == ["rows[0]"]
