"""The fields in the front matter of a text."""

from __future__ import annotations

from postil.model.fields.field import Field, Form, Shape

FRONT_MATTER = Shape(
    "front-matter",
    "the front matter",
    "What stands between two lines `---` at the top of `content/<slug>.md` or"
    " `content/<slug>/index.md`. Of other fields `author`, `comments`,"
    " `hide`, `search`, `status`, `subtitle` and `tags` reach the host, as text and not as markup;"
    " of a text that the settings call `trusted`, all do.",
    (
        Field(
            "title",
            Form.TEXT,
            "The title of the text.",
            "title: A letter to a congregation",
            required=True,
        ),
        Field(
            "description",
            Form.TEXT,
            "A sentence about the text: the line below its title, and what search engines and"
            " links in other programs show.",
            "description: What the letter says of citizens, with its sources.",
        ),
        Field(
            "text",
            Form.FIELDS,
            "Where the text comes from.",
            "text:\n  author: Name of the author\n  language: en",
            of="text",
        ),
    ),
)

TEXT = Shape(
    "text",
    "“text:”",
    "Where a text comes from. Leave out what the origin does not show.",
    (
        Field("author", Form.TEXT, "Who wrote the text.", "author: Name of the author"),
        Field("publisher", Form.TEXT, "Where it was published.", "publisher: The Gazette"),
        Field("published", Form.DATE, "When it was published.", "published: 1790-08-18"),
        Field("url", Form.ADDRESS, "Where it can be read.", "url: https://example.org/letter"),
        Field(
            "archive",
            Form.ADDRESS,
            "An archive copy of it.",
            "archive: https://archive.example/letter",
        ),
        Field("retrieved", Form.DATE, "When it was taken from there.", "retrieved: 2026-11-22"),
        Field(
            "language",
            Form.LANGUAGE,
            "Its language. The direction of its writing follows from it.",
            "language: en",
        ),
        Field(
            "direction",
            Form.WORD,
            "The direction of its writing, where its language does not tell.",
            "direction: rtl",
            words={"ltr": "From left to right.", "rtl": "From right to left."},
        ),
        Field("rights", Form.TEXT, "What is known of the rights to it.", "rights: Public domain."),
        Field(
            "relation",
            Form.WORD,
            "What the text is to the site.",
            "relation: primary",
            words={
                "examined": "It is under examination, and not the site’s own voice. Readers are"
                " told, and search engines are asked to show no extract of it.",
                "primary": "It is a document that is explained.",
            },
            default="examined",
        ),
        Field(
            "reason",
            Form.TEXT,
            "Why the text is shown.",
            "reason: It is widely quoted.",
        ),
        Field(
            "remark",
            Form.TEXT,
            "What readers should know of the copy.",
            "remark: The signature is missing.",
        ),
        Field(
            "sha256",
            Form.HASH,
            "The hash of its visible words as they were when it was annotated. `postil pin`"
            " writes it, and a text that changed since is reported.",
            f"sha256: {'0123456789abcdef' * 4}",
        ),
    ),
    {"date": "published", "source": "url", "link": "url", "accessed": "retrieved"}
    | {"lang": "language", "dir": "direction", "licence": "rights", "license": "rights"}
    | {"copyright": "rights", "hash": "sha256", "authors": "author"},
)
