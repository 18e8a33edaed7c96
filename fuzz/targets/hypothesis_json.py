"""What Hypothesis exports."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.foreign import is_sound, read
from fuzz.inputs import files

LONGEST = 600
WORDS = (
    *('{"rows": [', '"id": "', '"created": "2026-11-22T10:00:00+00:00"', '"user": "acct:a@b.c"'),
    *('"uri": "https://', '"text": "', '"tags": ["', '"target": [{"source": "', '"selector": [{'),
    *('"type": "TextQuoteSelector"', '"exact": "', '"prefix": "', '"suffix": "', '"references": ['),
    *('"type": "TextPositionSelector"', '"start": 1', '"end": 9', '"hidden": true', '"flagged": '),
    *('"permissions": {"read": ["group:', '"user_info": {"display_name": "', '"document": {'),
    *("null", "true", "1e999", "-1", "\\ud800", "\\u0000", "[", "]", "{", "}", ",", ":", '"'),
)
JSON_WORDS = (
    *(
        "rows",
        "total",
        "id",
        "created",
        "updated",
        "user",
        "uri",
        "text",
        "tags",
        "target",
        "source",
    ),
    *("selector", "type", "TextQuoteSelector", "TextPositionSelector", "FragmentSelector", "exact"),
    *(
        "RangeSelector",
        "prefix",
        "suffix",
        "start",
        "end",
        "references",
        "hidden",
        "flagged",
        "value",
    ),
    *("permissions", "read", "group:__world__", "user_info", "display_name", "document", "title"),
    *("2026-11-22T10:00:00+00:00", "acct:a@b.c", "replies", "links", "html", "incontext"),
)
"""Names and values that JSON is changed with."""


def seeds() -> Iterator[bytes]:
    """One export."""
    yield (
        b'{"total": 1, "rows": [{"id": "a", "created": "2026-11-22T10:00:00+00:00", "user":'
        b' "acct:a@b.c", "uri": "https://example.org/letter", "text": "It *says*.", "tags": ["x"],'
        b' "permissions": {"read": ["group:__world__"]}, "target": [{"source": "https://example.org'
        b'/letter", "selector": [{"type": "TextPositionSelector", "start": 1, "end": 9}, {"type":'
        b' "TextQuoteSelector", "exact": "town", "prefix": "The ", "suffix": " v"}]}]}]}'
    )
    yield from files("tests/**/*hypothesis*.json")


def check(data: bytes) -> None:
    """What is no such file is refused with a reason; each note is sound."""
    foreign = read(data, "hypothesis")
    if foreign is not None:
        is_sound(foreign)
