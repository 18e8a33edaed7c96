"""The fields of a contributor."""

from __future__ import annotations

from postil.model.fields.field import Field, Form, Shape

CONTRIBUTOR = Shape(
    "contributor",
    "a contributor",
    "Who wrote or reviewed annotations. `annotations/contributors.yml` holds the list.",
    (
        Field(
            "id",
            Form.ID,
            "The name by which annotations refer to the contributor. It never changes.",
            "id: editors",
            required=True,
        ),
        Field(
            "name",
            Form.TEXT,
            "The name that readers see.",
            "name: The editors of this site",
            required=True,
        ),
        Field(
            "kind",
            Form.WORD,
            "What the contributor is.",
            "kind: organization",
            words={"person": "One person.", "organization": "An organisation or a group."},
            default="person",
        ),
        Field(
            "url",
            Form.ADDRESS,
            "A page about the contributor.",
            "url: https://example.org/about",
        ),
        Field(
            "about", Form.TEXT, "A sentence about the contributor.", "about: They run this site."
        ),
    ),
    {"type": "kind", "website": "url", "link": "url", "bio": "about", "description": "about"},
)
