"""The fields of the record of checked links, which a program writes."""

from __future__ import annotations

from postil.model.fields.field import Field, Form, Shape
from postil.model.link import LinkState

LINK = Shape(
    "link",
    "a checked link",
    "What came of opening an address. `postil links` writes the list into `annotations/links.json`;"
    " commit that file, and do not write in it.",
    (
        Field(
            "address",
            Form.ADDRESS,
            "The address that was opened.",
            "address: https://example.org/minutes",
            required=True,
        ),
        Field(
            "state",
            Form.WORD,
            "What it led to.",
            "state: moved",
            required=True,
            words={
                LinkState.OK.value: "A page.",
                LinkState.MOVED.value: "A page at another address, for good.",
                LinkState.DEAD.value: "Nothing: the page or its host is gone.",
                LinkState.UNKNOWN.value: "No answer that says: the host refused programs, was busy,"
                " or could not be reached.",
            },
        ),
        Field("checked", Form.DAY, "The day of the last attempt.", "checked: 2026-11-22", True),
        Field(
            "since",
            Form.DAY,
            "The day of the first attempt in a row that ended in this state.",
            "since: 2026-11-01",
        ),
        Field(
            "status",
            Form.NUMBER,
            "The status of the answer (HTTP). Left out where there was none.",
            "status: 301",
        ),
        Field(
            "moved_to",
            Form.ADDRESS,
            "The address that the page moved to.",
            "moved_to: https://example.org/council/minutes",
        ),
        Field(
            "archive",
            Form.ADDRESS,
            "A stored copy of the page.",
            "archive: https://archive.example/minutes",
        ),
        Field("archived", Form.DAY, "The day of that copy.", "archived: 2026-11-02"),
    ),
)
