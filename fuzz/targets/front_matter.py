"""Texts: front matter and Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.inputs import cases
from fuzz.rules import problems_have_places
from postil.model.diagnostic import Diagnostic
from postil.read.files import decode
from postil.read.texts import read_text_file

PATH = "content/town.md"
LONGEST = 400
WORDS = (
    *("---\n", "...\n", "title: ", "description: ", "text:\n", "  author: ", "  publisher: "),
    *("  published: ", "  url: https://", "  archive: ", "  retrieved: ", "  language: ", "de-CH"),
    *("  direction: rtl\n", "  rights: ", "  relation: primary\n", "  reason: ", "  sha256: "),
    *("0" * 64, "2026-11-22", "!!python/name:", "&a ", "*a", "<<: ", "\r\n", "\t", "# ", "\n\n"),
)


def seeds() -> Iterator[bytes]:
    """Texts of the test cases."""
    yield b"---\ntitle: A town votes\ntext:\n  author: A\n  language: en\n---\n\nThe town.\n"
    yield from cases("content/*.md")


def check(data: bytes) -> None:
    """Each problem has a place, and the Markdown is the end of the file, as it was written."""
    text, found = decode(data, PATH)
    if text is None:
        assert found
        return
    problems: list[Diagnostic] = []
    read = read_text_file(text, "town", PATH, (), problems)
    problems_have_places(problems, text)
    assert read.title
    assert text.endswith(read.markdown)
    assert read.markdown == "\n".join(text.split("\n")[read.first_line - 1 :])
