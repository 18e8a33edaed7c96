"""Whether a report does nothing where it is posted.

What `postil review` writes is inert: it holds words of contributors with every sign as its number.
A report that comes from a job which ran a pull request's own code may hold anything, and is posted
in the name of the forge's own program, so it is held against that form.
"""

from __future__ import annotations

import re

_FENCE = re.compile(r"(`{3,})(?:markdown)?")
_END = re.compile(r" {0,3}(`{3,})[ \t]*")
_TAGS = re.compile(r"</?(?:strong|ins|del)>|<br>")
_LONE = re.compile(r"[ >*+.)\d-]*<[^<>]*>\s*")
_NUMBERS = re.compile(r"&#\d{1,7};")
_HEADING = re.compile(r"#{1,6} ")
_ACTIVE = re.compile(r"[\[\]<`@#&$~\\]|://|www\.|\t|[^\S\n ]|^(?: {4}|=)", re.IGNORECASE)
"""What could become a link, a picture, HTML, code, a mention or a reference."""
_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def fence_after(line: str, fence: str) -> str:
    """The marks of the block of code that is open behind a line, where `fence` are those of the one
    that was open before it; empty where none is.

    https://spec.commonmark.org/0.31.2/#fenced-code-blocks
    """
    if fence:
        ends = _END.fullmatch(line)
        return "" if ends and len(ends[1]) >= len(fence) else fence
    opened = _FENCE.fullmatch(line)
    return opened[1] if opened else ""


def is_inert(report: str) -> bool:
    """Whether a report has the form of those that Postil writes, in which nothing acts.

    Blocks of code begin and end at the first column and hold anything; elsewhere there are
    headings, lists, quotations, tables, emphasis and marks of differences.
    """
    fence = ""
    for line in report.split("\n"):
        if _HIDDEN.search(line):
            return False
        before, fence = fence, fence_after(line, fence)
        if before or fence:
            continue
        bare = _TAGS.sub("", _NUMBERS.sub("", _HEADING.sub("", line, count=1)))
        # A tag alone on a line would begin a block of HTML, in which fences mean nothing.
        if line.startswith("<") or _LONE.fullmatch(line) or _ACTIVE.search(bare):
            return False
    return not fence
