"""The fields of an annotation, and of what it holds."""

from __future__ import annotations

from postil.model.fields.field import Field, Form, Shape
from postil.model.scale import KINDS, VERDICTS

ANNOTATION = Shape(
    "annotation",
    "an annotation",
    "A note on one or more passages of a text. A file in `annotations/<slug>/` holds one, or a list"
    " of them; so does the file `annotations/<slug>.yml`.",
    (
        Field(
            "id",
            Form.ID,
            "The name of the note within its text. It is the note’s address, and never changes.",
            "id: six-to-one",
            required=True,
        ),
        Field(
            "kind",
            Form.WORD,
            "What the note does for readers.",
            "kind: correction",
            required=True,
            words={kind.id: "" for kind in KINDS},
            option="kinds",
        ),
        Field(
            "title",
            Form.TEXT,
            "What the evidence shows, in a few words, and not what was claimed. It leads wherever"
            " the note is named: in lists, feeds and search results.",
            "title: The vote was 6 to 1",
            required=True,
        ),
        Field(
            "target",
            Form.FIELDS,
            "The passage that the note is about, quoted as it is read on the page; with a list,"
            " several passages.",
            "target: The council voted 5 to 2",
            required=True,
            many=True,
            of="target",
            alone="exact",
        ),
        Field(
            "verdict",
            Form.WORD,
            "What the evidence says of the passage. Leave it out where the note only explains.",
            "verdict: contradicted",
            words={verdict.id: verdict.meaning for verdict in VERDICTS},
            option="verdicts",
        ),
        Field(
            "body",
            Form.MARKDOWN,
            "The note. Begin it with `|` and indent its lines, so that paragraphs stay apart.",
            "body: |\n  The minutes count six votes for the motion and **one** against it.",
        ),
        Field(
            "citations",
            Form.FIELDS,
            "The sources that the note rests on.",
            "citations:\n  - source: minutes\n    locator: p. 2\n    quote: six in favour, one"
            " against",
            many=True,
            of="citation",
            alone="source",
        ),
        Field(
            "contributors",
            Form.REFERENCE,
            "Who wrote or reviewed the note.",
            "contributors: [editors]",
            many=True,
            of="contributor",
        ),
        Field("created", Form.DAY, "The day of its first publication.", "created: 2026-11-22"),
        Field(
            "revisions",
            Form.FIELDS,
            "What changed after the note was published, the oldest change first.",
            "revisions:\n  - date: 2026-12-01\n    kind: clarification\n"
            "    summary: The note now says which minutes are meant.",
            many=True,
            of="revision",
        ),
        Field(
            "wanted",
            Form.TEXT,
            "Which evidence is still wanted. The note is listed among the open questions.",
            "wanted: A recording of the meeting",
        ),
        Field(
            "draft",
            Form.FLAG,
            "Whether the note stays off the site. It is read and checked all the same.",
            "draft: false",
            default="false",
        ),
    ),
    {"type": "kind", "heading": "title", "name": "title", "text": "body", "note": "body"}
    | {"comment": "body", "exact": "target", "quote": "target", "passage": "target"}
    | {"rating": "verdict", "sources": "citations", "source": "citations", "date": "created"}
    | {"author": "contributors", "authors": "contributors", "changes": "revisions"},
)

TARGET = Shape(
    "target",
    "a target",
    "How an annotation names its passage: by its words, as a"
    " [TextQuoteSelector](https://www.w3.org/TR/annotation-model/#text-quote-selector) of the W3C"
    " does. White space and the form of quotation marks and dashes need not agree with the text. It"
    " needs `exact`, or `section` alone.",
    (
        Field("exact", Form.TEXT, "The words of the passage.", "exact: the city", filled=True),
        Field(
            "prefix",
            Form.TEXT,
            "The words before them, where they occur more than once.",
            'prefix: "He moved to "',
            beside="exact",
        ),
        Field(
            "suffix",
            Form.TEXT,
            "The words after them, where they occur more than once.",
            'suffix: " in the spring"',
            beside="exact",
        ),
        Field(
            "section",
            Form.TEXT,
            "A heading of the text, by its words or its id, below which the passage stands. Without"
            " `exact` the heading itself is meant.",
            "section: The report",
        ),
        Field(
            "within",
            Form.FIELDS,
            "A wider passage in which this one stands.",
            "within: a circle of thirty organisations",
            of="target",
            alone="exact",
            beside="exact",
        ),
    ),
    {"quote": "exact", "text": "exact", "passage": "exact", "before": "prefix", "after": "suffix"}
    | {"heading": "section", "in": "within"},
    needs=("exact", "section"),
)

CITATION = Shape(
    "citation",
    "a citation",
    "One use of a source in an annotation, or of a passage of another text of the site. It needs"
    " `source` or `passage`.",
    (
        Field(
            "source",
            Form.REFERENCE,
            "The source that is cited.",
            "source: minutes",
            of="source",
        ),
        Field(
            "passage",
            Form.TEXT,
            "In place of a source, a passage of another text of the site: the slug of the text, `#`"
            " and the id of a note there, whose passage is meant, as at the end of the note’s"
            " address; or the slug alone, with `target`.",
            "passage: letter#one-library",
            filled=True,
            apart=("source", "quote"),
        ),
        Field(
            "target",
            Form.FIELDS,
            "The words of that text, where `passage` names no note, as the `target` of an"
            " annotation names its own.",
            "target: one library",
            of="target",
            alone="exact",
            beside="passage",
        ),
        Field("locator", Form.TEXT, "Where in the source: a page, a section.", "locator: p. 2"),
        Field(
            "quote",
            Form.TEXT,
            "The words of the source. A passage is quoted from its text, without it.",
            "quote: six in favour, one against",
        ),
        Field(
            "supports",
            Form.TEXT,
            "What the source shows, where the note says several things.",
            "supports: The number of votes",
        ),
    ),
    {"id": "source", "page": "locator", "pages": "locator", "exact": "quote", "text": "quote"}
    | {"section": "locator", "claim": "supports", "note": "passage", "explainer": "passage"},
    needs=("source", "passage"),
)

REVISION = Shape(
    "revision",
    "a revision",
    "A dated record that a published annotation changed. Readers see it on the note, on the page of"
    " corrections or changes, and in the feeds.",
    (
        Field(
            "date",
            Form.DAY,
            "The day of the change, not before `created`.",
            "date: 2026-12-01",
            required=True,
        ),
        Field(
            "kind",
            Form.WORD,
            "What sort of change it is.",
            "kind: correction",
            required=True,
            words={
                "correction": "The note was wrong.",
                "clarification": "The note was unclear.",
                "update": "Something new is known.",
            },
        ),
        Field(
            "summary",
            Form.TEXT,
            "What changed, so that it can be understood without the note.",
            "summary: The vote was 6 to 1, not 5 to 2.",
            required=True,
        ),
        Field("before", Form.TEXT, "What the note said before.", "before: The vote was 5 to 2."),
    ),
    {"created": "date", "type": "kind", "text": "summary", "body": "summary", "was": "before"},
)
