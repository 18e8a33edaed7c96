"""Bodies of nothing but paragraphs, as most are, without the machinery of Markdown.

Python-Markdown and the sanitizer take longer for a paragraph than all else of its note takes. What
is read here is less than either would, and never differently: whatever could mean anything else is
left to them.
"""

from __future__ import annotations

import re

# Signs of Markdown and HTML, controls, and what a parser of HTML changes: the space that it
# writes as a reference, the mark of byte order that it drops, halves of characters.
_SIGNS = re.compile("[\\\\`_\\[\\]<>&|~\x00-\x09\x0b-\x1f\x7f-\xa0\ufeff\ud800-\udfff]")
# A line that may begin something else than a paragraph, or has space at an end.
_LINES = re.compile(r"^[^\w\n\"'“‘«„(*]|^\d+[.)](?!\d)|^\*[^\w*]|^\*\*\W|[^\S\n]$", re.MULTILINE)
# Words between asterisks that stand alone, beside no letter and no other asterisk.
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*?)(\w(?:[^*]*[\w.,;:!?])?)\1(?![\w*])")
_BLANK = re.compile(r"\n\n+")


def plain_body(markdown: str) -> str | None:
    """The HTML of a body of paragraphs with nothing but words and `*emphasis*`; None for others."""
    if _SIGNS.search(markdown) or _LINES.search(markdown):
        return None
    body = markdown.strip("\n")
    if not body:
        return ""
    paragraphs = _BLANK.split(body)
    if "*" in body:
        paragraphs = [_EMPHASIS.sub(_emphasized, paragraph) for paragraph in paragraphs]
        if any("*" in paragraph for paragraph in paragraphs):
            return None
    return "\n".join([f"<p>{paragraph}</p>" for paragraph in paragraphs])


def _emphasized(found: re.Match[str]) -> str:
    name = "strong" if len(found[1]) == 2 else "em"
    return f"<{name}>{found[2]}</{name}>"
