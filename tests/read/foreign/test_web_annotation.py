"""W3C Web Annotations: what becomes of each part, and what is said of the others."""

from __future__ import annotations

from typing import Any

import pytest

from postil.model.target import TextQuote
from postil.read.foreign.values import ForeignNote, Person
from postil.read.foreign.web_annotation import read_web_annotation

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
QUOTE = {"type": "TextQuoteSelector", "exact": "the words", "prefix": "a ", "suffix": " b"}
SOURCE = "https://example.org/letter"


def note(**fields: Any) -> ForeignNote:
    document = {
        "@context": CONTEXT,
        "id": "https://example.org/1",
        "type": "Annotation",
        "target": {"source": SOURCE, "selector": QUOTE},
    }
    foreign = read_web_annotation(document | fields)
    assert foreign.refused == ()
    return foreign.notes[0]


def selected(*selectors: Any) -> ForeignNote:
    selector = selectors[0] if len(selectors) == 1 else list(selectors)
    return note(target={"source": SOURCE, "selector": selector})


def said(one: ForeignNote) -> list[tuple[str, str]]:
    return [(remark.field, remark.why) for remark in one.remarks]


def test_arrays_and_single_values_are_the_same() -> None:
    one = note(body={"type": "TextualBody", "value": "Yes"}, creator="https://example.org/u")
    many = note(
        **{
            "@context": ["https://example.org/more", CONTEXT],
            "type": ["Annotation"],
            "body": [{"type": ["TextualBody"], "value": ["Yes"]}],
            "creator": ["https://example.org/u"],
            "target": [{"source": SOURCE, "selector": [QUOTE]}],
        }
    )
    for name in ("body", "people", "origin"):
        assert getattr(one, name) == getattr(many, name)
    assert one.passages[0].quote == many.passages[0].quote


# What bodies say, in Markdown.
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"type": "TextualBody", "value": "2 *3*", "format": "text/plain"}, "2 \\*3\\*"),
        ({"type": "TextualBody", "value": "2 *3*"}, "2 \\*3\\*"),
        ({"type": "TextualBody", "value": "2 *3*", "format": "text/markdown"}, "2 *3*"),
        ({"type": "TextualBody", "value": "<b>2</b>", "format": "text/html"}, "**2**"),
        ("https://example.org/note", "<https://example.org/note>"),
        ({"id": "https://example.org/v", "type": "Video"}, "<https://example.org/v>"),
        ({"source": "https://example.org/v"}, "<https://example.org/v>"),
        # The first alternative that is a text, and all members of a list.
        (
            {"type": "Choice", "items": ["https://example.org/v", {"value": "one"}]},
            "one",
        ),
        ({"type": "List", "items": [{"value": "one"}, {"value": "two"}]}, "one\n\ntwo"),
        # No address of the web is linked.
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_a_body_becomes_markdown(body: Any, expected: str) -> None:
    assert note(body=body).body == expected


def test_a_body_value_is_plain_text() -> None:
    assert note(bodyValue="a *b*").body == "a \\*b\\*"


def test_tags_are_no_part_of_the_body() -> None:
    tag = {"type": "TextualBody", "value": "date", "purpose": "tagging"}
    one = note(body=[tag, {"type": "TextualBody", "value": "It was June"}])
    assert (one.body, one.tags, one.uses) == ("It was June", ("date",), ("tagging",))
    assert note(motivation="tagging", body={"value": "date"}).tags == ("date",)


def test_people_dates_and_motivations() -> None:
    one = note(
        creator=[{"id": "https://example.org/u", "type": "Organization", "name": "The editors"}],
        created="2026-05-01T10:00:00Z",
        motivation=["assessing", "editing"],
    )
    assert one.people == (Person("https://example.org/u", "The editors", "organization"),)
    assert one.created == "2026-05-01"
    assert one.uses == ("assessing", "editing")


def test_a_quote_is_taken_and_what_stands_beside_it_is_named() -> None:
    one = selected({"type": "XPathSelector", "value": "/p"}, QUOTE)
    assert one.passages[0].quote == TextQuote("the words", "a ", " b")
    assert said(one) == [
        (
            "target.selector[0]",
            "a path of elements of that document, which the text here does not have",
        )
    ]


def test_a_quote_within_a_quote_and_within_a_fragment() -> None:
    one = selected({**QUOTE, "refinedBy": {"type": "TextQuoteSelector", "exact": "words"}})
    (passage,) = one.passages
    assert passage.quote == TextQuote("words")
    assert passage.within is not None
    assert passage.within.quote == TextQuote("the words", "a ", " b")
    one = selected({"type": "FragmentSelector", "value": "result", "refinedBy": QUOTE})
    assert one.passages[0].within is not None
    assert one.passages[0].within.fragment == "result"


def test_positions_and_ranges() -> None:
    assert selected({"type": "TextPositionSelector", "start": 1, "end": 9}).passages[
        0
    ].position == (1, 9)
    begin, end = ({"type": "TextQuoteSelector", "exact": word} for word in ("one", "two"))
    one = selected({"type": "RangeSelector", "startSelector": begin, "endSelector": end})
    assert one.passages[0].ends is not None
    assert one.passages[0].ends[1].quote == TextQuote("two")


# Selectors that name nothing a text here could have.
@pytest.mark.parametrize(
    "selector",
    [
        {"type": "CssSelector", "value": "p"},
        {"type": "XPathSelector", "value": "/p"},
        {"type": "SvgSelector", "value": "<svg/>"},
        {"type": "DataPositionSelector", "start": 1, "end": 2},
        {"type": "ex:OwnSelector"},
        "https://example.org/selector",
        {
            "type": "RangeSelector",
            "startSelector": {"type": "XPathSelector", "value": "/p"},
            "endSelector": {"type": "XPathSelector", "value": "/p"},
        },
    ],
)
def test_other_selectors_are_named_and_leave_the_whole_document(selector: Any) -> None:
    one = selected(selector)
    assert not one.passages[0].named
    assert one.passages[0].source == SOURCE
    assert [field for field, _ in said(one)] == ["target.selector"]


def test_fields_without_a_place_are_named() -> None:
    one = note(
        rights="https://example.org/licence",
        audience={"id": "https://example.org/a"},
        stylesheet="https://example.org/s",
        modified="2026-05-02T10:00:00Z",
        body={"type": "TextualBody", "value": "x", "rights": "https://example.org/licence"},
        target={"source": SOURCE, "selector": QUOTE, "styleClass": "red", "state": {"type": "x"}},
    )
    assert {field for field, _ in said(one)} == {
        *("rights", "audience", "stylesheet", "modified", "body.rights"),
        *("target.styleClass", "target.state"),
    }


def test_a_reply_names_the_note_that_it_answers() -> None:
    one = note(motivation="replying", target="https://example.org/2")
    assert one.answers == "https://example.org/2"


def test_pages_and_collections_are_read_with_what_is_embedded() -> None:
    inside = {"id": "https://example.org/1", "type": "Annotation", "target": SOURCE}
    page = {"type": "AnnotationPage", "items": [inside, inside]}
    last = {"type": "AnnotationPage", "items": [inside], "next": "https://example.org/p3"}
    foreign = read_web_annotation(
        {"@context": CONTEXT, "type": "AnnotationCollection", "first": {**page, "next": last}}
    )
    assert [one.where for one in foreign.notes] == [
        *("first.items[0]", "first.items[1]", "first.next.items[0]")
    ]
    assert [(one.field, one.why) for one in foreign.remarks] == [
        ("first.next.next", "the next page stands in another file, which is not read")
    ]
    graph = {"@context": CONTEXT, "@graph": [inside, page]}
    assert len(read_web_annotation(graph).notes) == 3
    elsewhere = {"@context": CONTEXT, "type": "AnnotationCollection", "first": "https://e.org/p"}
    assert [one.field for one in read_web_annotation(elsewhere).remarks] == ["first"]
