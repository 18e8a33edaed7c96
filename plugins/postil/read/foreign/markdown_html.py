"""HTML as Markdown that CommonMark reads as the page does. Slow to load: for those who need it."""

from __future__ import annotations

import re
from typing import Any

from markdownify import MarkdownConverter

_RUNS = re.compile("`+")


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


def markdown_of(html: str) -> str:
    """The Markdown of clean HTML. Raises RecursionError where its elements stand too deep."""
    # The element around it: the parser warns of a text that could be the name of a file.
    written: str = _Converter(heading_style="ATX", bullets="-", escape_misc=True).convert(
        f"<div>{html}</div>"
    )
    return written
