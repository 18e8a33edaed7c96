"""A part of a page that a command writes, between two comments that name it."""

from __future__ import annotations

import re
from pathlib import Path


def write_between(page: Path, name: str, written: str) -> None:
    """Puts `written` between `<!-- name: begin -->` and `<!-- name: end -->`.

    Raises ValueError where the page lacks one of them.
    """
    before = page.read_text(encoding="utf-8")
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
    found = re.search(f"{re.escape(begin)}.*?{re.escape(end)}", before, re.DOTALL)
    if not found:
        raise ValueError(f"{page} has no part {name}")
    after = f"{before[: found.start()]}{begin}\n{written}\n{end}{before[found.end() :]}"
    page.write_text(after, encoding="utf-8")
