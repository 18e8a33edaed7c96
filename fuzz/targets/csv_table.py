"""Tables of notes."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.foreign import is_sound, read
from fuzz.inputs import files

LONGEST = 400
WORDS = (
    *("id,", "kind,", "title,", "target,", "body,", "text,", "verdict,", "citations,", "prefix,"),
    *("suffix,", "section,", "contributors,", "created,", "tags,", "draft,", "wanted,", "exact,"),
    *(
        '"',
        '""',
        "\n",
        "\r\n",
        ";",
        "\t",
        "|",
        "sep=;\n",
        "https://example.org",
        "=1+1",
        "2026-11-22",
    ),
)


def seeds() -> Iterator[bytes]:
    """Tables with their usual columns."""
    yield b'id,kind,title,target,body,text\na,context,T,"The town",It says.,letter\n'
    yield b"exact;prefix;suffix;body;tags;created\nThe town;;;It;x;2026-11-22\n"
    yield b"text\tquote\tnote\nletter\tThe town\tIt says.\n"
    yield from files("tests/**/*.csv")


def check(data: bytes) -> None:
    """What is no table is refused with a reason; each note is sound."""
    foreign = read(data, "csv", "notes.csv")
    if foreign is not None:
        is_sound(foreign)
