"""The fields of a source: those of the work, and how it was checked."""

from __future__ import annotations

from postil.model.fields.field import Field, Form, Shape
from postil.model.fields.work import DATES, NAMES, OTHERS, TEXTS, TYPES

CHECKS: tuple[Field, ...] = (
    Field(
        "archive",
        Form.ADDRESS,
        "An archive copy of it.",
        "archive: https://archive.example/minutes",
    ),
    Field(
        "archived",
        Form.DATE,
        "When the copy was made. Without it, the day is read from the address of the copy.",
        "archived: 2026-11-22",
    ),
    Field(
        "checked",
        Form.DATE,
        "When somebody opened the source. Leave it out if nobody did; readers are told.",
        "checked: 2026-11-22",
    ),
    Field(
        "copy",
        Form.WORD,
        "Whose page was opened.",
        "copy: own-page",
        words={
            "own-page": "The page of those who published the work.",
            "repost": "A copy of it elsewhere.",
            "secondary": "A page of somebody else who reports it.",
        },
    ),
    Field(
        "seen",
        Form.WORD,
        "What was opened.",
        "seen: live",
        words={
            "live": "The page as it is on the web.",
            "stored": "A stored copy.",
            "paper": "Paper.",
        },
    ),
    Field(
        "extent",
        Form.WORD,
        "How much of it was read.",
        "extent: part",
        words={"whole": "All of it.", "part": "A part."},
    ),
    Field("excerpt", Form.TEXT, "What it showed.", "excerpt: Six in favour, one against."),
    Field("remark", Form.TEXT, "A remark for readers.", "remark: The page was moved twice."),
    Field(
        "link",
        Form.FLAG,
        "Whether the address is shown and linked. `false` names the work without it.",
        "link: true",
        default="true",
    ),
)
"""What Postil adds to a work: how it was checked."""

SOURCE = Shape(
    "source",
    "a source",
    "A work that is cited, as an item of the [Citation Style"
    " Language](https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables)"
    " (CSL), and how it was checked. `annotations/sources.yml` and the files in"
    " `annotations/sources/` hold the list.",
    (
        Field(
            "id",
            Form.SOURCE_ID,
            "The name by which citations refer to the source. It is part of addresses.",
            "id: minutes",
            required=True,
        ),
        Field(
            "type",
            Form.WORD,
            "What kind of work it is, by one of CSL’s types.",
            "type: report",
            required=True,
            words=dict.fromkeys(TYPES, ""),
        ),
        *TEXTS,
        *NAMES,
        *DATES,
        *CHECKS,
        *OTHERS,
    ),
    {"kind": "type", "authors": "author", "editors": "editor", "date": "issued", "year": "issued"}
    | {"published": "issued", "link-to": "URL", "website": "URL", "address": "URL"}
    | {"journal": "container-title", "newspaper": "container-title", "pages": "page"}
    | {"retrieved": "accessed", "opened": "checked", "quote": "excerpt", "comment": "remark"},
)

SOURCES = Shape(
    "sources",
    "the list of sources",
    "A file of sources holds a list. Like a bibliography of pandoc, it may hold it under one"
    " field.",
    (
        Field(
            "references",
            Form.FIELDS,
            "The sources.",
            "references:\n  - id: minutes\n    type: report",
            many=True,
            of="source",
        ),
    ),
    {"sources": "references"},
)

NAME = Shape(
    "name",
    "a name",
    "A person, by the parts of the name, or an organisation. It needs `family` or `literal`.",
    (
        Field("family", Form.TEXT, "The family name.", "family: Name"),
        Field("given", Form.TEXT, "The given names.", "given: First"),
        Field(
            "literal",
            Form.TEXT,
            "A name in one piece, such as that of an organisation.",
            "literal: A committee",
        ),
        Field("suffix", Form.TEXT, "What stands after the name.", "suffix: Jr."),
        Field(
            "dropping-particle",
            Form.TEXT,
            "A particle that is left out where the family name stands alone.",
            "dropping-particle: de",
        ),
        Field(
            "non-dropping-particle",
            Form.TEXT,
            "A particle that stays with the family name.",
            "non-dropping-particle: van",
        ),
        Field("comma-suffix", Form.FLAG, "Whether a comma stands before `suffix`."),
        Field(
            "static-ordering",
            Form.FLAG,
            "Whether the family name always stands first.",
        ),
        Field("parse-names", Form.FLAG, "Whether a program may look for particles in the name."),
    ),
    {"first": "given", "last": "family", "name": "literal"},
)

DATE = Shape(
    "date",
    "a date",
    "A date in the parts that CSL-JSON has. In YAML, write `2026-11-22` instead.",
    (
        Field(
            "date-parts",
            Form.ANY,
            "Year, month and day, or two of these for a span.",
            "date-parts: [[2026, 11, 22]]",
        ),
        Field("season", Form.TEXT, "A season, from 1 (spring) to 4 (winter).", "season: 1"),
        Field("circa", Form.TEXT, "Whether the date is uncertain.", "circa: true"),
        Field("literal", Form.TEXT, "A date in words.", "literal: in the spring"),
        Field("raw", Form.TEXT, "A date as another program wrote it.", 'raw: "22/11/2026"'),
    ),
    {"year": "date-parts", "month": "date-parts"},
)
