"""HTML as Markdown that CommonMark reads as the page does. Slow to load: for those who need it."""

from __future__ import annotations

import re
from typing import Any

from markdownify import MarkdownConverter

_RUNS = re.compile("`+")

# Stands for paragraphs while HTML becomes Markdown; a text that holds it is converted whole.
_SIGN = "\ue012"
_SIGNS = re.compile(_SIGN)
_VOID = {"br", "hr"}
# In HTML that a sanitizer wrote each tag is as here, and each has its end.
_PARTS = re.compile(
    r"(?P<words>(?:<p>(?!\s*<)[^<&]*</p>[ \t\r\n]*)+)|<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)[^>]*>"
)
_WORDS = re.compile(r"<p>([^<]*)</p>")
# White space as the converter takes it.
_LINES = re.compile(r"[\t \r\n]*[\r\n][\t \r\n]*")
_SPACES = re.compile(r"\t[\t ]*| [\t ]+")


class _Converter(MarkdownConverter):
    def convert_code(self, el: Any, text: str, parent_tags: set[str]) -> str:
        # A line within it that begins as a block does would end it.
        joined = text if "pre" in parent_tags else re.sub(r"\s+", " ", text)
        # Its stubs leave the converters of single elements out.
        written: str = super().convert_code(el, joined, parent_tags)  # type: ignore[misc]
        return written

    def convert_pre(self, el: Any, text: str, parent_tags: set[str]) -> str:
        del el, parent_tags
        longest = max(map(len, _RUNS.findall(text)), default=0)
        fence = "`" * max(3, longest + 1)
        return f"\n\n{fence}\n{text.strip(chr(10))}\n{fence}\n\n" if text else ""

    def paragraph(self, words: str) -> str:
        """A paragraph of words alone as it would be written within a whole."""
        if "\n" in words or "\r" in words:
            words = _LINES.sub("\n", words)
        # Its stubs leave this one out, too.
        written: str = self.escape(_SPACES.sub(" ", words), set())  # type: ignore[attr-defined]
        return written.lstrip(" \t\r\n").rstrip()


def markdown_of(html: str) -> str:
    """The Markdown of clean HTML. Raises RecursionError where its elements stand too deep."""
    converter = _Converter(heading_style="ATX", bullets="-", escape_misc=True)
    apart, runs = (html, []) if _SIGN in html else _apart(html)
    # The element around it: the parser warns of a text that could be the name of a file.
    written: str = converter.convert(f"<div>{apart}</div>")
    if not runs:
        return written
    said = iter(runs)
    return _SIGNS.sub(
        lambda _: "\n\n".join(map(converter.paragraph, _WORDS.findall(next(said)))), written
    )


def _apart(html: str) -> tuple[str, list[str]]:
    """The HTML with a sign as a paragraph for each run of those that hold only words, and these
    runs: most of a text is such, and to parse and convert them takes most of the time."""
    runs: list[str] = []
    depth = 0

    def part(found: re.Match[str]) -> str:
        nonlocal depth
        if found["words"]:
            if depth:
                return found[0]
            runs.append(found[0])
            return f"<p>{_SIGN}</p>"
        if found["name"] not in _VOID:
            depth += -1 if found["end"] else 1
        return found[0]

    return _PARTS.sub(part, html), runs
